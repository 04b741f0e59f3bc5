package dev.homelabc.graph;

import dev.homelabc.value.VlanId;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A colour of VLANs, one of 21: seven hues, drawn as a solid, a dashed or a dotted line.
///
/// The hues stand out from the page at 3 to 1 (WCAG 2.2, 1.4.11) and from each other for people
/// with any of the three kinds of colour blindness too; a test computes both.
///
/// @param number 0 to 20
record Tint(int number) {
  /// On a white page.
  private static final String[] LIGHT = {
    "#4A1D1F", "#320E69", "#079760", "#1144D4", "#893004", "#BA66A4", "#E06300"
  };

  /// On a black one.
  private static final String[] DARK = {
    "#D6F7F0", "#8467FF", "#15FF8D", "#2FA2DD", "#FCE23E", "#CD8792", "#DE6C18"
  };

  /// Lengths of strokes and gaps of a line.
  private static final String[] DASHES = {"", "8 4", "2 4"};

  static final int HUES = LIGHT.length;
  static final int ALL = HUES * DASHES.length;

  /// The colours of VLANs. Each has the one that its id leads to, the next free one where one with
  /// a lower id has that: the same VLANs look the same whatever comes with a higher id.
  static Map<VlanId, Tint> of(Collection<VlanId> vlans) {
    var tints = new TreeMap<Integer, Tint>();
    var taken = new TreeSet<Integer>();
    for (int id : vlans.stream().map(VlanId::number).sorted().distinct().toList()) {
      int wanted = id % HUES;
      int number = taken.size() < ALL ? free(wanted, taken) : id % ALL;
      taken.add(number);
      tints.put(id, new Tint(number));
    }
    return vlans.stream()
        .distinct()
        .collect(Collectors.toMap(it -> it, it -> tints.get(it.number())));
  }

  /// The first free one: the other hues before the next kind of line.
  private static int free(int wanted, TreeSet<Integer> taken) {
    for (int round = 0; ; round++) {
      for (int i = 0; i < HUES; i++) {
        int number = round * HUES + (wanted + i) % HUES;
        if (!taken.contains(number)) {
          return number;
        }
      }
    }
  }

  /// As `#RRGGBB`.
  String light() {
    return LIGHT[number % HUES];
  }

  /// As `#RRGGBB`.
  String dark() {
    return DARK[number % HUES];
  }

  /// As SVG's `stroke-dasharray`; empty for a solid line.
  String dash() {
    return DASHES[number / HUES];
  }
}
