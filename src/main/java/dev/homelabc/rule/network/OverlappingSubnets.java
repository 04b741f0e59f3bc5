package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/// Of two networks with addresses in common, one holds the other. So in the order of their first
/// addresses, wide ones first, those that hold a network stand right before it.
public final class OverlappingSubnets implements Rule {
  /// How many of the networks inside another one are shown.
  private static final int SHOWN = 3;

  private static final Code CODE =
      Code.error(
          "overlapping-subnets",
          "Two networks have addresses in common.",
          "A machine sends to a network by its addresses: what is meant for one ends in the other."
              + " 100.64.0.0/10 is taken too: Tailscale and carriers use it (RFC 6598).",
          example("10.0.20.128/25"),
          example("10.0.30.0/24"));

  private static String example(String second) {
    return """
    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    vlan storage {
      id 30
      subnet %s
    }
    """
        .replace("%s", second);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var held = new LinkedHashMap<Claim, List<Claim>>();
    var around = new ArrayDeque<Claim>();
    for (var claim : sorted(Claim.of(index))) {
      while (!around.isEmpty() && !around.peek().range().overlaps(claim.range())) {
        around.pop();
      }
      around.stream()
          .filter(it -> !it.agrees(claim, index))
          .findFirst()
          .ifPresent(it -> held.computeIfAbsent(it, _ -> new ArrayList<>()).add(claim));
      around.push(claim);
    }
    held.forEach((holder, inside) ->
        report.accept(
            (inside.size() == 1 ? pair(holder, inside.getFirst()) : many(holder, inside))
                .help(Message.of("choose networks that have no address in common"))));
  }

  private static List<Claim> sorted(List<Claim> claims) {
    return claims.stream().sorted(OverlappingSubnets::inOrder).toList();
  }

  private static int inOrder(Claim claim, Claim other) {
    int order = claim.range().network().compareTo(other.range().network());
    return order == 0 ? Integer.compare(claim.range().prefix(), other.range().prefix()) : order;
  }

  /// At the later of the two.
  private static Diagnostic pair(Claim holder, Claim inside) {
    var message =
        holder.range().equals(inside.range())
            ? Message.of(
                "{0} and {1} have the same network `{2}`",
                holder.words(), inside.words(), inside.range())
            : Message.of(
                "`{0}` of {1} lies inside `{2}` of {3}",
                inside.range(), inside.words(), holder.range(), holder.words());
    boolean isHolderLater =
        inside.origin().isEmpty()
            || (holder.origin().isPresent()
                && holder.origin().get().place().compareTo(inside.origin().get().place()) > 0);
    var later = isHolderLater ? holder : inside;
    var earlier = isHolderLater ? inside : holder;
    return also(
        Diagnostic.at(later.origin().orElseThrow().place(), CODE, message, label(later)), earlier);
  }

  /// Where the wide network is the mistake, most likely. The tailnet's is nobody's here.
  private static Diagnostic many(Claim holder, List<Claim> inside) {
    var first = holder.origin().isPresent() ? holder : inside.getFirst();
    var others = holder.origin().isPresent() ? inside : inside.subList(1, inside.size());
    var finding =
        Diagnostic.at(
            first.origin().orElseThrow().place(),
            CODE,
            Message.of(
                "`{0}` of {1} holds {2} other networks",
                holder.range(), holder.words(), inside.size()),
            label(first));
    for (var other : others.subList(0, Math.min(SHOWN, others.size()))) {
      finding = also(finding, other);
    }
    return finding;
  }

  private static Diagnostic also(Diagnostic finding, Claim claim) {
    return claim.origin().map(it -> finding.also(it.place(), label(claim))).orElse(finding);
  }

  private static Message label(Claim claim) {
    var how = claim.origin().map(Use::how).orElse(Message.NONE);
    return Message.of("{0}{1}", claim.words(), how);
  }
}
