package dev.homelabc.rule.storage;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Origin;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.HostPath;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

public final class NestedShare implements Rule {
  private static final Code CODE =
      Code.warning(
          "nested-share",
          "What one VM gets of the host lies inside a folder that another VM shares.",
          "The VM with the outer folder sees the inner one and can write to it: the data of the"
              + " other VM, or the image of its disk.",
          Example.webAndDb(share("/srv/data"), share("/srv/data/db")),
          Example.webAndDb(share("/srv/data/web"), share("/srv/data/db")));

  private static String share(String source) {
    return """
    share data {
      source %s
      mount /var/lib/data
    }
    """
        .replace("%s", source);
  }

  private record OnHost(Name host, HostPath path) {}

  /// Something of a VM's on the host.
  private record Thing(MicroVm vm, OnHost place, Origin origin, Message what) {}

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var shared = new HashMap<OnHost, Thing>();
    var things = new ArrayList<Thing>();
    for (var vm : index.lab().microVms()) {
      var host = vm.on().value().name();
      for (var share : vm.shares()) {
        var source = share.source();
        var thing =
            new Thing(
                vm,
                new OnHost(host, source.value()),
                source.origin(),
                Message.of("share `{0}` of `{1}`", share.name(), vm));
        things.add(thing);
        if (ReservedSource.holds(source.value(), vm).isEmpty()) {
          shared.putIfAbsent(thing.place, thing);
        }
      }
      for (var volume : vm.volumes()) {
        things.add(
            new Thing(
                vm,
                new OnHost(host, vm.image(volume)),
                volume.image().map(it -> it.origin()).orElse(volume.name().origin()),
                Message.of("volume `{0}` of `{1}`", volume.name(), vm)));
      }
    }
    for (var thing : things) {
      outer(thing, shared).forEach(outer -> report.accept(finding(thing, outer)));
    }
  }

  /// The folder nearest above it that another VM shares.
  private static List<Thing> outer(Thing inner, Map<OnHost, Thing> shared) {
    for (var path = inner.place.path; !path.equals(path.parent()); path = path.parent()) {
      var outer = shared.get(new OnHost(inner.place.host, path.parent()));
      if (outer != null && !outer.vm.name().equals(inner.vm.name())) {
        return List.of(outer);
      }
    }
    return List.of();
  }

  private static Diagnostic finding(Thing inner, Thing outer) {
    return Diagnostic.at(
            inner.origin.place(),
            CODE,
            Message.of(
                "`{0}` lies inside `{1}`, which `{2}` shares",
                inner.place.path, outer.place.path, outer.vm),
            Message.of("{0}{1}", inner.what, Use.how(inner.origin)))
        .also(outer.origin.place(), Message.of("{0}{1}", outer.what, Use.how(outer.origin)))
        .help(Message.of("put the two beside each other"));
  }
}
