package dev.homelabc.emit.just;

import dev.homelabc.emit.nix.HostKeys;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.value.HostPath;
import dev.homelabc.value.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What VMs have on hosts, and which of them the lab no longer has there.
///
/// As a text it has a line for each thing, sorted: `HOST LOGIN VM KIND VALUE`. None of these can
/// hold a blank. A VM that went stays in it until it is said to be cleaned up.
///
/// @param all the lines, of VMs that are there and of those that went
/// @param gone those that went
record Belongings(TreeSet<Thing> all, List<Gone> gone) {
  private static final String HEADER =
      "# What each VM has on its host. homelabc needs it to tell what a removed VM leaves"
          + " behind.\n";

  /// @param login how the host is reached
  record Owner(String host, String login, String vm) {}

  /// @param kind `tap`, `state` (a folder of microvm.nix's), `folder` or `image`
  record Thing(Owner owner, String kind, String value) implements Comparable<Thing> {
    /// Whether to delete it would touch what is there: the same, what is in it or around it.
    private boolean touches(String used) {
      return (value + "/").startsWith(used + "/") || (used + "/").startsWith(value + "/");
    }

    @Override
    public String toString() {
      return String.join(" ", owner.host, owner.login, owner.vm, kind, value);
    }

    /// As the lines do: what a line is made of has no character before a blank.
    @Override
    public int compareTo(Thing other) {
      int order = owner.host.compareTo(other.owner.host);
      order = order != 0 ? order : owner.login.compareTo(other.owner.login);
      order = order != 0 ? order : owner.vm.compareTo(other.owner.vm);
      order = order != 0 ? order : kind.compareTo(other.kind);
      return order != 0 ? order : value.compareTo(other.value);
    }
  }

  /// A VM that its host no longer has, with what nobody else there uses.
  ///
  /// @param paths of all that, those which no shell takes for anything else
  record Gone(
      String host,
      String login,
      boolean isRoot,
      String vm,
      String state,
      List<String> taps,
      List<String> folders,
      List<String> images,
      List<String> paths) {
    /// What a recipe can delete; the rest is only listed.
    private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9@.:/_-]+");

    static Gone of(Owner owner, String login, String state, List<Thing> things) {
      return new Gone(
          owner.host,
          login,
          login.startsWith("root@"),
          owner.vm,
          state,
          of("tap", things),
          of("folder", things),
          of("image", things),
          things.stream()
              .filter(it -> !it.kind.equals("tap"))
              .map(Thing::value)
              .filter(path -> PLAIN.matcher(path).matches())
              .toList());
    }

    private static List<String> of(String kind, List<Thing> things) {
      return things.stream().filter(it -> it.kind.equals(kind)).map(Thing::value).toList();
    }
  }

  /// Lines that this did not print say nothing: the list is a file that its tree owns.
  static TreeSet<Thing> read(String text) {
    var things = new TreeSet<Thing>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", -1))
        .filter(Belongings::isPrinted)
        .forEach(words ->
            things.add(new Thing(new Owner(words[0], words[1], words[2]), words[3], words[4])));
    return things;
  }

  private static boolean isPrinted(String[] words) {
    return words.length == 5
        && words[0].matches("[a-z0-9-]+")
        && words[1].matches("[a-z_][a-z0-9_-]*@[A-Za-z0-9.:-]+")
        && words[2].matches("[a-z0-9-]+")
        && switch (words[3]) {
          case "tap" -> words[4].matches("[A-Za-z0-9._-]+");
          case "state", "folder", "image" -> HostPath.read(words[4]) instanceof Reading.Good;
          default -> false;
        };
  }

  /// All that VMs of a host have there today, and what they only read.
  private static Set<String> used(String host, Lab lab) {
    var used = new HashSet<String>();
    lab.microVms().stream()
        .filter(vm -> vm.on().value().name().text().equals(host))
        .forEach(vm -> {
          of(vm).forEach(thing -> used.add(thing.value));
          vm.shares().forEach(share -> used.add(share.source().value().text()));
        });
    return used;
  }

  /// The state after a lab took the place of the former one.
  static Belongings after(TreeSet<Thing> former, Lab lab) {
    var present = new TreeSet<Thing>();
    lab.microVms().forEach(vm -> present.addAll(of(vm)));
    var places = present.stream().map(Belongings::place).collect(Collectors.toSet());
    var went = new TreeSet<>(former);
    went.removeIf(thing -> places.contains(place(thing)));

    var byPlace = new TreeMap<String, List<Thing>>();
    went.forEach(thing -> byPlace.computeIfAbsent(place(thing), _ -> new ArrayList<>()).add(thing));
    var gone = new ArrayList<Gone>();
    var usedByHost = new HashMap<String, Set<String>>();
    for (var things : byPlace.values()) {
      var owner = things.getFirst().owner;
      var used = usedByHost.computeIfAbsent(owner.host, it -> used(it, lab));
      var its = things.stream().filter(it -> used.stream().noneMatch(it::touches)).toList();
      its.stream()
          .filter(it -> it.kind.equals("state"))
          .forEach(it -> gone.add(Gone.of(owner, login(owner, lab), it.value, its)));
    }
    var all = new TreeSet<>(present);
    all.addAll(went);
    return new Belongings(all, gone);
  }

  /// A VM is told by its host and its name, however the host is reached.
  private static String place(Thing thing) {
    return thing.owner.host + " " + thing.owner.vm;
  }

  /// How a host is reached today, or was when it was still in the lab.
  private static String login(Owner owner, Lab lab) {
    return lab.hosts().stream()
        .filter(host -> host.name().text().equals(owner.host))
        .map(host -> host.login().toString())
        .findFirst()
        .orElse(owner.login);
  }

  private static List<Thing> of(MicroVm vm) {
    var host = vm.on().value();
    var owner = new Owner(host.name().text(), host.login().toString(), vm.name().text());
    var things = new ArrayList<Thing>();
    things.add(new Thing(owner, "state", vm.state().text()));
    vm.nics()
        .forEach(nic ->
            nic.device().ifPresent(it -> things.add(new Thing(owner, "tap", it.toString()))));
    vm.shares().stream()
        .filter(share -> !share.readOnly().value())
        .map(share -> share.source().value())
        .forEach(source -> things.add(new Thing(owner, "folder", source.text())));
    HostKeys.source(vm)
        .ifPresent(source -> things.add(new Thing(owner, "folder", source.toString())));
    vm.volumes().stream()
        .filter(volume -> volume.image().isPresent())
        .map(vm::image)
        .forEach(image -> things.add(new Thing(owner, "image", image.text())));
    return things;
  }

  String print() {
    return HEADER + all.stream().map(it -> it + "\n").collect(Collectors.joining());
  }
}
