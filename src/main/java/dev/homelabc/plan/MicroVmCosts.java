package dev.homelabc.plan;

import static dev.homelabc.plan.Row.idle;
import static dev.homelabc.plan.Row.on;
import static dev.homelabc.plan.Row.restarts;
import static dev.homelabc.plan.Row.row;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.MicroVm;
import dev.homelabc.plan.Row.Cell;
import dev.homelabc.plan.Subject.Kind;
import dev.homelabc.value.HostPath;
import java.util.List;
import java.util.Optional;

/// What a microVM says. Nearly all of it is its closure, so it restarts
/// ([Basis#RESTART_IF_CHANGED]); what is said of folders and images holds when they are made
/// ([Basis#FOLDER_ONCE], [Basis#IMAGE_ONCE]).
final class MicroVmCosts {
  static final String NODE = "vm/(node)";
  static final String HOST_KEY = "vm/(host-key)";
  static final String FILE = "vm/(file)";

  private static final Message OTHER_MACHINE =
      Message.of("its machine id changes with it: DHCP servers take it for another machine");

  /// The rest of those that it shares with VMs of OpenShift stand with these.
  static final List<Row> ROWS =
      List.of(
          idle("vm/description", Kind.MICROVM),
          row("vm/on", on(Kind.MICROVM, MicroVmCosts::moved)),
          row("vm/vcpu", restarts()),
          row("vm/memory", restarts()),
          row("vm/hypervisor", restarts()),
          row("vm/vlan", restarts()),
          row("vm/ip", restarts()),
          row("vm/mac", restarts()),
          row("vm/tap", restarts()),
          row("vm/hostname", restarts(OTHER_MACHINE)),
          row("vm/vsock", restarts()),
          row("vm/port", restarts()),
          row("vm/interface", restarts()),
          row("vm/interface/type", restarts()),
          row("vm/interface/vlan", restarts()),
          row("vm/interface/ip", restarts()),
          row("vm/interface/mac", restarts()),
          row("vm/interface/tap", restarts()),
          row("vm/interface/link", restarts()),
          row("vm/interface/mode", restarts()),
          row("vm/interface/bridge", restarts()),
          row("vm/share", on(Kind.MICROVM, MicroVmCosts::share)),
          row(
              "vm/share/source",
              on(
                  Kind.MICROVM,
                  Cost.MANUAL,
                  Basis.FOLDER_ONCE,
                  Message.of("what lies in the old folder stays there: move it before"))),
          row("vm/share/mount", restarts()),
          row("vm/share/read-only", restarts()),
          row("vm/share/proto", restarts()),
          row("vm/share/cache", restarts()),
          row("vm/share/mode", onlyWhenMade()),
          row("vm/share/owner", onlyWhenMade()),
          row("vm/volume", on(Kind.MICROVM, MicroVmCosts::volume)),
          row("vm/volume/mount", restarts()),
          row("vm/volume/size", on(Kind.MICROVM, MicroVmCosts::size)),
          row("vm/volume/format", on(Kind.MICROVM, MicroVmCosts::format)),
          row(
              "vm/volume/fs",
              on(
                  Kind.MICROVM,
                  Judge.always(
                      Effect.of(Cost.RECREATE, Basis.IMAGE_ONCE)
                          .losing()
                          .with(
                              Message.of(
                                  "the image keeps its file system until it is deleted with what"
                                      + " is on it; save that before"))))),
          row(
              "vm/volume/image",
              on(
                  Kind.MICROVM,
                  Cost.MANUAL,
                  Basis.IMAGE_ONCE,
                  Message.of("stop it and move the image there, or it starts with an empty disk"))),
          row("vm/volume/serial", restarts()),
          row("vm/volume/direct", restarts()),
          row("vm/device", restarts()),
          row("vm/machine", restarts()),
          row("vm/hotplug-memory", restarts()),
          row("vm/balloon", restarts()),
          row("vm/autostart", on(Kind.MICROVM, MicroVmCosts::autostart)),
          row("vm/after", on(Kind.MICROVM, MicroVmCosts::after)),
          row("vm/service", restarts()),
          row("vm/module", restarts()),
          row("vm/nix", restarts()),
          row("vm/gpu", restarts()),
          row(NODE, restarts()),
          row(
              HOST_KEY,
              restarts(Message.of("its SSH host key is made anew: clients warn of it until told"))),
          row(FILE, restarts(Steps.UNSAID)));

  private MicroVmCosts() {}

  private static Cell onlyWhenMade() {
    return on(
        Kind.MICROVM,
        Cost.NOTHING,
        Basis.FOLDER_ONCE,
        Message.of("a folder that exists keeps its own"));
  }

  private static Effect moved(Delta delta) {
    return Effect.of(Cost.MANUAL, Basis.LEFT_RUNNING)
        .with(
            Message.of(
                "{1} starts it anew while {0} goes on running it: stop it there first, and copy its"
                    + " folders and images, which stay there",
                delta.was(), delta.is()));
  }

  private static Effect share(Delta delta) {
    var restart = Effect.of(Cost.RESTART, Basis.RESTART_IF_CHANGED);
    var name = delta.any().label().substring("share ".length());
    return !delta.isRemoved()
        ? restart
        : vm(delta.old(), delta)
            .flatMap(vm ->
                vm.shares().stream()
                    .filter(it -> it.name().value().text().equals(name))
                    .findFirst())
            .map(it -> restart.with(Message.of("`{0}` stays on the host", it.source())))
            .orElse(restart);
  }

  private static Effect volume(Delta delta) {
    var restart = Effect.of(Cost.RESTART, Basis.RESTART_IF_CHANGED);
    var name = delta.any().label().substring("volume ".length());
    return !delta.isRemoved()
        ? restart
        : image(delta.old(), delta, name)
            .map(it -> restart.with(Message.of("`{0}` stays on the host", it)))
            .orElse(restart);
  }

  /// Grown by hand, or made anew.
  private static Effect size(Delta delta) {
    if (delta.shrinks()) {
      return Effect.of(Cost.RECREATE, Basis.IMAGE_ONCE)
          .losing()
          .with(
              Message.of(
                  "the image keeps its size until it is deleted with what is on it; save that"
                      + " before"));
    }
    var name = volume(delta.any());
    return image(delta.now(), delta, name)
        .map(it ->
            Effect.of(Cost.MANUAL, Basis.IMAGE_ONCE)
                .with(
                    isRaw(delta, name)
                        ? Message.of(
                            "stop it, `truncate -s {1} {0}`, start it, and grow the file system"
                                + " in it",
                            it, quantity(delta.is()))
                        : Message.of(
                            "stop it, `qemu-img resize {0} {1}`, start it, and grow the file"
                                + " system in it",
                            it, quantity(delta.is()))))
        .orElse(Effect.of(Cost.MANUAL, Basis.IMAGE_ONCE));
  }

  /// The file of an image is named by its format unless the lab names it.
  private static Effect format(Delta delta) {
    var name = volume(delta.any());
    var was = image(delta.old(), delta, name);
    var is = image(delta.now(), delta, name);
    return Effect.of(Cost.MANUAL, Basis.IMAGE_ONCE)
        .with(
            was.equals(is)
                ? Message.of("stop it and turn the image into the other format: `qemu-img convert`")
                : Message.of(
                    "stop it and turn `{0}` into `{1}` by `qemu-img convert`, or it starts with"
                        + " an empty disk",
                    was.map(HostPath::text).orElse(""), is.map(HostPath::text).orElse("")));
  }

  private static Effect autostart(Delta delta) {
    return Effect.of(Cost.NOTHING, Basis.SWITCH)
        .with(
            delta.is().equals("true")
                ? Message.of("the host starts it from now on")
                : Message.of("it runs on until somebody stops it"));
  }

  /// For a VM of its host it is a line of its unit, which then differs. The drop-in of one that is
  /// installed by itself says that it does not restart.
  private static Effect after(Delta delta) {
    boolean isImperative =
        vm(delta.now(), delta).map(it -> it.on().value().isImperative()).orElse(false);
    return isImperative
        ? Effect.of(Cost.NOTHING, Basis.INSTALLED_ALONE)
        : Effect.of(Cost.RESTART, Basis.RESTART_IF_CHANGED);
  }

  private static String volume(Fact inside) {
    return inside.label().split(" ", -1)[1];
  }

  private static boolean isRaw(Delta delta, String volume) {
    return vm(delta.now(), delta).stream()
        .flatMap(it -> it.volumes().stream())
        .filter(it -> it.name().value().text().equals(volume))
        .allMatch(it -> it.format().value() == dev.homelabc.value.VolumeFormat.RAW);
  }

  private static Optional<HostPath> image(Side side, Delta delta, String volume) {
    return vm(side, delta)
        .flatMap(vm ->
            vm.volumes().stream()
                .filter(it -> it.name().value().text().equals(volume))
                .findFirst()
                .map(vm::image));
  }

  private static Optional<MicroVm> vm(Side side, Delta delta) {
    return side.microVm(delta.subject().name());
  }

  /// A size as coreutils and QEMU read it: `20G`.
  private static String quantity(String size) {
    return size.replace("iB", "");
  }
}
