package dev.homelabc.rule.hygiene;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.source.Place;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Statement;
import dev.homelabc.syntax.TextOffsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is declared and referred to by nothing. It is asked of the sources, because a bound lab no
/// longer knows its profiles, and only where they have no error: what a statement with a mistake
/// was to refer to is not known.
///
/// Files that are imported may be shared with other labs, and so may a lab without VMs: nobody has
/// to use all that is in them.
public final class Unused {
  private static final Code PROFILE =
      Code.warning(
          "unused-profile",
          "No VM and no other profile applies a profile.",
          "What it says holds for nobody: a `profile` line is missing somewhere, or it is a"
              + " leftover.",
          profile() + Example.web("vsock 100"),
          profile() + Example.web("profile reachable"));

  private static final Code VLAN =
      Code.warning(
          "unused-vlan",
          "Nothing is in a VLAN: no VM, no host and no network of a project.",
          "It is made nowhere: a line that names it is missing somewhere, or it is a leftover.",
          vlan("host rack"),
          vlan("host rack {\n  ip storage 10.0.30.5\n}"));

  private static final Code NETWORK =
      Code.warning(
          "unused-network",
          "No VM is attached to a network of an OpenShift project.",
          "The network is made, and each VM is on others: a `network` line is missing somewhere, or"
              + " it is a leftover.",
          network("lan"),
          network("lan storage"));

  public static final List<Code> CODES = List.of(NETWORK, PROFILE, VLAN);

  private final Parsed file;
  private final Mentions mentions;

  private Unused(Parsed file, Mentions mentions) {
    this.file = file;
    this.mentions = mentions;
  }

  private static String profile() {
    return """
    profile reachable {
      vsock 100
    }

    """;
  }

  private static String vlan(String rack) {
    return """
    vlan storage {
      id 30
      subnet 10.0.30.0/24
    }

    %s

    """
            .replace("%s", rack)
        + Example.web("on box");
  }

  private static String network(String attached) {
    return """
    openshift shop {
      network lan {
        bridge br1
      }
      network storage {
        bridge br2
      }
    }

    vm web {
      vcpu 1
      memory 1GiB
      image https://images.example.com/web.qcow2
      disk 10GiB
      network %s
    }
    """
        .replace("%s", attached);
  }

  /// What is declared and referred to by nothing.
  ///
  /// @param own files whose declarations are asked about
  /// @param all these and the files that they import
  public static List<Diagnostic> find(List<Parsed> own, List<Parsed> all) {
    boolean hasVms =
        all.stream().flatMap(it -> it.statements().stream()).anyMatch(it -> is(it, "vm"));
    var found = new ArrayList<Diagnostic>();
    if (hasVms) {
      var mentions = Mentions.of(all);
      own.forEach(file -> found.addAll(new Unused(file, mentions).find()));
    }
    return found;
  }

  private List<Diagnostic> find() {
    var found = new ArrayList<Diagnostic>();
    unused("profile", file.statements()).forEach(it -> found.add(profile(it)));
    unused("vlan", file.statements().stream().filter(it -> !isUsedById(it)).toList())
        .forEach(it -> found.add(vlan(it)));
    file.statements().stream()
        .filter(it -> is(it, "openshift"))
        .flatMap(it -> it.block().stream())
        .flatMap(it -> unused("network", it.statements()))
        .forEach(it -> found.add(network(it)));
    return found;
  }

  private static boolean is(Statement statement, String keyword) {
    return statement.keyword().text().equals(keyword);
  }

  /// The names of such declarations that nothing refers to.
  private Stream<Place> unused(String kind, List<Statement> statements) {
    return statements.stream()
        .filter(it -> is(it, kind))
        .map(it -> file.source().at(it.arguments().getFirst().span()))
        .filter(it -> !mentions.have(kind, TextOffsets.text(it)));
  }

  private boolean isUsedById(Statement vlan) {
    return vlan.block().stream()
        .flatMap(it -> it.statements().stream())
        .filter(it -> is(it, "id"))
        .flatMap(it -> it.arguments().stream())
        .anyMatch(it -> mentions.have("vlan", TextOffsets.text(file.source().at(it.span()))));
  }

  private static Diagnostic profile(Place name) {
    return Diagnostic.at(
            name,
            PROFILE,
            Message.of("profile `{0}` is applied by nothing", TextOffsets.text(name)),
            Message.of("declared here"))
        .help(
            Message.of(
                "add `profile {0}` to a VM, or take the profile out", TextOffsets.text(name)));
  }

  private static Diagnostic vlan(Place name) {
    return Diagnostic.at(
            name,
            VLAN,
            Message.of("nothing is in VLAN `{0}`", TextOffsets.text(name)),
            Message.of("declared here"))
        .help(Message.of("add `vlan {0}` to a VM, or take the VLAN out", TextOffsets.text(name)));
  }

  private static Diagnostic network(Place name) {
    return Diagnostic.at(
            name,
            NETWORK,
            Message.of("no VM is attached to network `{0}`", TextOffsets.text(name)),
            Message.of("declared here"))
        .help(
            Message.of(
                "add `network {0}` to a VM, or take the network out", TextOffsets.text(name)));
  }
}
