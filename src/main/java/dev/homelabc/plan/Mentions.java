package dev.homelabc.plan;

import dev.homelabc.model.MicroVm;
import dev.homelabc.model.OpenShiftVm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Where a lab names machines by their addresses or host names.
final class Mentions {
  /// A name counts without a domain only where nothing else can stand: in a URL, or before a port.
  private static final Pattern WORD =
      Pattern.compile("(//|@)?([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(:[0-9]+)?");

  /// @param users who depends on what is named
  record Mention(Use.Kind kind, String on, SortedSet<String> users) {}

  private final Side side;
  private final Map<String, List<Mention>> byWord = new HashMap<>();

  private Mentions(Side side) {
    this.side = side;
  }

  static Mentions in(Side side) {
    var mentions = new Mentions(side);
    side.stated().forEach(mentions::add);
    return mentions;
  }

  List<Mention> of(String word) {
    return byWord.getOrDefault(word, List.of());
  }

  private void add(Fact fact) {
    switch (fact.path()) {
      case "lab/dns" -> whole(fact, Use.Kind.DNS, resolvingByLab());
      case "vlan/dns" -> whole(fact, Use.Kind.DNS, in(fact.owner()));
      case "vlan/gateway" -> whole(fact, Use.Kind.GATEWAY, in(fact.owner()));
      case "host/lan/dns" -> whole(fact, Use.Kind.DNS, only(fact.owner()));
      case "openshift/network/dns" -> whole(fact, Use.Kind.DNS, attached(fact));
      case "lab/ntp" -> whole(fact, Use.Kind.TIME, machines());
      case "cluster/endpoint" -> {
        var cluster = fact.owner().substring("cluster ".length());
        byWord
            .computeIfAbsent(fact.value(), _ -> new ArrayList<>())
            .add(new Mention(Use.Kind.API, cluster, new TreeSet<>()));
      }
      case "deployment/image", "vm/image", "openshift/image-mirror" ->
          inside(fact, Use.Kind.IMAGES);
      case "vm/service", "vm/nix", "vm/cloud-init", "deployment/env", "host/nix" ->
          inside(fact, Use.Kind.NAMED);
      default -> {}
    }
  }

  /// A list of addresses or names.
  private void whole(Fact fact, Use.Kind kind, SortedSet<String> users) {
    for (var word : fact.value().split(" ", -1)) {
      byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(new Mention(kind, "", users));
    }
  }

  private void inside(Fact fact, Use.Kind kind) {
    WORD.matcher(fact.label() + " " + fact.value())
        .results()
        .filter(it -> it.group(2).contains(".") || it.group(1) != null || it.group(3) != null)
        .map(it -> it.group(2))
        .distinct()
        .forEach(word ->
            byWord
                .computeIfAbsent(word, _ -> new ArrayList<>())
                .add(new Mention(kind, "", only(fact.owner()))));
  }

  private static SortedSet<String> only(String owner) {
    return new TreeSet<>(List.of(owner));
  }

  private SortedSet<String> in(String vlan) {
    var users = new TreeSet<String>();
    side.lab().microVms().stream()
        .filter(vm -> vm.nics().stream().anyMatch(it -> vlan.equals("vlan " + it.vlan())))
        .forEach(it -> users.add("vm " + it));
    return users;
  }

  private SortedSet<String> resolvingByLab() {
    var users = new TreeSet<String>();
    side.lab().microVms().stream()
        .filter(vm -> vm.nic().vlan().value().dns().isEmpty())
        .forEach(it -> users.add("vm " + it));
    return users;
  }

  private SortedSet<String> attached(Fact fact) {
    var users = new TreeSet<String>();
    side.lab().openShiftVms().stream()
        .filter(vm -> fact.owner().equals("openshift " + vm.project()))
        .filter(vm ->
            vm.networks().stream()
                .anyMatch(it -> fact.isInside("network " + it.network().value().name())))
        .map(OpenShiftVm::toString)
        .forEach(it -> users.add("vm " + it));
    return users;
  }

  private SortedSet<String> machines() {
    var users = new TreeSet<String>();
    side.lab().hosts().forEach(it -> users.add("host " + it));
    side.lab().microVms().stream().map(MicroVm::toString).forEach(it -> users.add("vm " + it));
    return users;
  }
}
