package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Property;
import dev.homelabc.schema.Property.Platform;
import dev.homelabc.schema.Schema;
import dev.homelabc.source.Place;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.value.AddressRange;
import dev.homelabc.value.Cidr;
import dev.homelabc.value.IpAddress;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.MacPrefix;
import dev.homelabc.value.Name;
import dev.homelabc.value.SshKey;
import dev.homelabc.value.VlanTag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Statements to the typed lab: the schema decides what may stand where, profiles are laid under
/// the VMs that name them, references are resolved, defaults filled in, replicas counted out.
///
/// Binds as much as it can: one mistake in one VM does not hide those of the others.
public final class Binder {
  /// Where a lab without a `lab` statement is declared: the beginning of its first file.
  private static final SourceFile NOWHERE = new SourceFile("", "");

  private final LinkedHashSet<Diagnostic> found = new LinkedHashSet<>();
  private final Consumer<Diagnostic> report = found::add;
  private final Declarations declarations;
  private final Scope scope;
  private final List<Declaration> declared = new ArrayList<>();
  private final Values lab;
  private final Name labName;
  private final Assigned assigned;
  private final Map<String, Integer> counts;

  private Binder(List<Parsed> files, Assignments assignments, Map<String, Integer> counts) {
    this.counts = counts;
    this.assigned = new Assigned(assignments);
    this.declarations = new Declarations(files, report);
    var entry = declarations.all("lab").stream().findFirst();
    var place =
        entry
            .map(it -> it.arguments().getFirst().origin().place())
            .orElseGet(() -> beginning(files));
    this.labName = entry.map(Declarations::name).orElse(new Name("homelab"));
    var own = new Scope(Map.of("lab", labName.text(), "name", labName.text()));
    this.lab =
        new Values(
            Message.of("the lab"),
            place,
            Schema.kind("lab"),
            entry.map(Entry::fields).orElse(Fields.NONE),
            own,
            report);
    var domain = lab.one("domain", String.class);
    var known = new Scope(Map.of("lab", labName.text()));
    this.scope = domain.map(it -> known.with("domain", it.value())).orElse(known);
  }

  /// The lab, short of the VMs that wait for a value.
  public static Bound bind(List<Parsed> files) {
    return bind(files, Assignments.NONE);
  }

  /// The lab with the values of what it leaves to `auto`.
  public static Bound bind(List<Parsed> files, Assignments assignments) {
    return bind(files, assignments, Map.of());
  }

  /// The same with other numbers of replicas.
  ///
  /// @param counts for some VMs by name, a number of replicas other than what the lab says
  public static Bound bind(
      List<Parsed> files, Assignments assignments, Map<String, Integer> counts) {
    var binder = new Binder(files, assignments, counts);
    var bound = binder.bind();
    return new Bound(
        bound, binder.assigned.census(), binder.inOrder(), binder.found.stream().sorted().toList());
  }

  private static Place beginning(List<Parsed> files) {
    var file = files.isEmpty() ? NOWHERE : files.getFirst().source();
    return file.at(Span.at(0));
  }

  private Lab bind() {
    declare(
        declarations.all("lab").isEmpty()
            ? Declaration.assumed(labName, lab)
            : Declaration.of("lab", labName, lab));
    var inherited = lab.fields().only("hypervisor");
    var vlans = bind("vlan", this::vlan);
    var vlanNames = Names.of(Message.of("VLANs"), vlans, declarations.names("vlan"), report);
    var hosts = bind("host", it -> HostBinder.bind(values(it), Declarations.name(it), vlanNames));
    var projects =
        bind("openshift", it -> ProjectBinder.bind(values(it), Declarations.name(it), vlanNames));
    var hostNames = Names.of(Message.of("hosts"), hosts, declarations.names("host"), report);
    var projectNames =
        Names.of(
            Message.of("OpenShift projects"), projects, declarations.names("openshift"), report);
    var targets = new Targets(hostNames, projectNames, report);
    var profiles = declarations.profiles();
    declarations.all("profile").forEach(it -> declare(profile(it, profiles)));
    var microVms = new ArrayList<MicroVm>();
    var after = new ArrayList<Starts.Wish>();
    var openShiftVms = new ArrayList<OpenShiftVm>();
    var taken = new ReplicaNames(hosts, projects, report);
    for (var entry : declarations.all("vm")) {
      var fields = declarations.layered(entry.fields(), profiles);
      var name = Declarations.name(entry);
      var count = Optional.ofNullable(counts.get(name.text()));
      var replicas = new Replicas(values(entry, fields), name, count, taken);
      switch (targets.of(replicas.values())) {
        case Targets.OnHost(var host) -> {
          var binder = new MicroVmBinder(host, vlanNames, inherited, assigned);
          replicas.forEach((values, replica) -> {
            var vm = binder.scoped(values, replica.name());
            declare(Declaration.vm(replica, vm).on(Platform.MICROVM, host.value().name()));
            binder
                .bind(vm, replica)
                .ifPresent(it -> {
                  microVms.add(it);
                  after.add(new Starts.Wish(it, vm.many("after", String.class)));
                });
          });
        }
        case Targets.InProject(var project) -> {
          var binder = new OpenShiftVmBinder(project, report);
          replicas.forEach((values, replica) -> {
            declare(Declaration.vm(replica, values).on(Platform.OPENSHIFT, project.value().name()));
            binder.bind(values, replica).ifPresent(openShiftVms::add);
          });
        }
        case Targets.Nowhere() ->
            replicas.forEach((values, replica) -> declare(Declaration.vm(replica, values)));
      }
    }
    targets.close();
    var starts =
        new Starts(microVms, openShiftVms, declarations.names("vm"), report).resolve(after);
    var nodes = new Nodes(hosts, microVms, openShiftVms, declarations.names("vm", "host"), report);
    var clusters =
        bind("cluster", it -> ClusterBinder.bind(values(it), Declarations.name(it), nodes));
    var clusterNames =
        Names.of(Message.of("clusters"), clusters, declarations.names("cluster"), report);
    return new Lab(
        new Sourced<>(labName, Origin.written(lab.place())),
        lab.one("description", String.class),
        lab.one("domain", String.class),
        lab.the("state-version", String.class),
        lab.the("nixpkgs", String.class),
        lab.the("microvm", String.class),
        lab.many("dns", IpAddress.class),
        lab.many("ntp", String.class),
        lab.one("time-zone", String.class),
        lab.many("ssh-key", SshKey.class),
        lab.fields().spoilt().contains("ssh-key"),
        lab.the("mac-prefix", MacPrefix.class),
        lab.many("deny", String.class),
        lab.many("warn", String.class),
        vlans,
        hosts,
        microVms,
        Lab.byHost(microVms),
        starts,
        openShiftVms,
        clusters,
        projects,
        bind(
            "deployment",
            it -> DeploymentBinder.bind(values(it), Declarations.name(it), clusterNames)));
  }

  private <T> List<T> bind(String kind, Function<Entry, Optional<T>> bind) {
    return declarations.all(kind).stream().map(bind).flatMap(Optional::stream).toList();
  }

  private Optional<Vlan> vlan(Entry entry) {
    var values = values(entry);
    var id = values.required("id", VlanTag.class, "id 20");
    var subnet = values.required("subnet", Cidr.class, "subnet 10.0.20.0/24");
    if (id.isEmpty() || subnet.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Vlan(
            Declarations.name(entry),
            Origin.written(values.place()),
            values.one("description", String.class),
            id.get(),
            subnet.get(),
            values.one("gateway", Ipv4.class),
            values.fields().spoilt().contains("gateway"),
            values.many("dns", IpAddress.class),
            values.one("mtu", Integer.class),
            values.one("dhcp", AddressRange.class)));
  }

  private void declare(Declaration declaration) {
    declared.add(declaration);
  }

  /// The values of a declaration that profiles have no part in.
  private Values values(Entry entry) {
    var values = values(entry, entry.fields());
    declare(Declaration.of(entry.property().name(), Declarations.name(entry), values));
    return values;
  }

  /// A profile with those below it. No name means anything in it before a VM applies it.
  private Declaration profile(Entry entry, Map<String, Fields> profiles) {
    var values = values(entry, declarations.layered(entry.fields(), profiles));
    return Declaration.profile(Declarations.name(entry), values.in(new Scope(Map.of())));
  }

  /// In the order of the manual; within a kind by name, replicas by number.
  private List<Declaration> inOrder() {
    var kinds = Schema.KINDS.stream().map(Property::name).toList();
    return declared.stream()
        .sorted((it, other) -> kinds.indexOf(it.kind()) - kinds.indexOf(other.kind()))
        .toList();
  }

  private Values values(Entry entry, Fields fields) {
    var name = Declarations.name(entry);
    return new Values(
        Message.of("{0} `{1}`", entry.property().name(), name),
        entry.arguments().getFirst().origin().place(),
        entry.property(),
        fields,
        scope.with("name", name.text()),
        report);
  }
}
