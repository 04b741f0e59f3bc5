package dev.homelabc.move;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Declaration;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.OpenShiftVm.Attachment;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Stated;
import dev.homelabc.model.Vlan;
import dev.homelabc.schema.Property.Platform;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.RunStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A VM leaves its project for a host.
final class ToHost {
  private final Lab lab;
  private final Declaration vm;
  private final Host host;
  private final Optional<Attachment> attachment;
  private final List<Addition> additions = new ArrayList<>();

  /// @param bound the VM, if it could be bound
  ToHost(Lab lab, Declaration vm, Optional<OpenShiftVm> bound, Host host) {
    this.lab = lab;
    this.vm = vm;
    this.host = host;
    this.attachment = bound.flatMap(it -> it.networks().stream().findFirst());
  }

  Outcome outcome() {
    if (vm.one("instance-type", String.class).isPresent()) {
      var why = Message.of("what the instance type gives");
      additions.add(new Addition("vcpu 2", why));
      additions.add(new Addition("memory 4GiB", why));
    }
    additions.add(
        same()
            .map(it ->
                new Addition("vlan " + it.name(), Message.of("the VLAN that is its first network")))
            .orElseGet(() -> new Addition("vlan " + any(), Message.of("a VLAN for it"))));
    additions.add(
        address()
            .map(it -> new Addition("ip " + it, Message.of("keeps the address `{0}`", it)))
            .orElseGet(() -> new Addition("ip auto", Message.of("an address in that VLAN"))));
    var items =
        vm.stated().stream()
            .filter(it -> !it.property().name().equals("on"))
            .map(this::item)
            .toList();
    return new Outcome(items, additions);
  }

  private Item item(Stated line) {
    return switch (line.property().name()) {
      case "port" -> Item.check(line, Reasons.PORT_ON_A_HOST);
      case "gpu" -> Item.left(line, Reasons.GPU_OF_A_CLUSTER);
      case "network" ->
          same()
              .map(it ->
                  Item.changed(line, Message.of("is `vlan {0}`; others are an `interface`", it)))
              .orElseGet(() -> left(line));
      case "first" ->
          address()
              .map(it -> Item.changed(line, Message.of("is `ip {0}`", it)))
              .orElseGet(() -> left(line));
      case "run-strategy" -> start(line);
      default ->
          switch (line.property().platform()) {
            case ANY, MICROVM -> Item.carried(line);
            case OPENSHIFT -> left(line);
          };
    };
  }

  private Item start(Stated line) {
    var strategy = vm.one("run-strategy", RunStrategy.class).map(Sourced::value);
    if (strategy.equals(Optional.of(RunStrategy.ALWAYS))) {
      return Item.changed(line, Message.of("is `autostart true`, as without it"));
    }
    additions.add(new Addition("autostart false", Message.of("it waits until somebody starts it")));
    return Item.changed(
        line, Message.of("is `autostart false`: a host starts a VM with itself, or not"));
  }

  private static Item left(Stated line) {
    return Item.left(line, Reasons.of(Platform.OPENSHIFT, line.property().name()));
  }

  /// The VLAN that is the VM's first network.
  private Optional<Vlan> same() {
    return attachment.flatMap(it ->
        lab.vlans().stream().filter(vlan -> Wires.same(it.network().value(), vlan)).findFirst());
  }

  private Optional<Ipv4> address() {
    return attachment
        .flatMap(Attachment::address)
        .filter(it -> same().filter(vlan -> vlan.subnet().value().contains(it)).isPresent());
  }

  /// A VLAN that reaches the host, if there is one.
  private String any() {
    return Stream.of(host.routes(), host.bridge().trunks())
        .flatMap(List::stream)
        .map(Sourced::value)
        .findFirst()
        .or(() -> lab.vlans().stream().findFirst())
        .map(Vlan::toString)
        .orElse("services");
  }
}
