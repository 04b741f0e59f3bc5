package dev.homelabc.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.value.VlanId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TintTest {
  /// How eyes see a linear RGB colour, after Machado, Oliveira and Fernandes (2009), severity 1.
  enum Eyes {
    ALL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    WITHOUT_RED(
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998),
    WITHOUT_GREEN(
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    WITHOUT_BLUE(
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
        0.303900);

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final double[] matrix;

    Eyes(double... matrix) {
      this.matrix = matrix;
    }

    double[] see(double[] rgb) {
      return IntStream.range(0, 3)
          .mapToDouble(
              row -> IntStream.range(0, 3).mapToDouble(i -> matrix[3 * row + i] * rgb[i]).sum())
          .map(it -> Math.clamp(it, 0, 1))
          .toArray();
    }
  }

  private static final List<Tint> HUES = IntStream.range(0, Tint.HUES).mapToObj(Tint::new).toList();

  @ParameterizedTest
  @EnumSource(Eyes.class)
  void noTwoHuesLookAlike(Eyes eyes) {
    for (Function<Tint, String> theme : List.<Function<Tint, String>>of(Tint::light, Tint::dark)) {
      for (var one : HUES) {
        for (var other : HUES.subList(0, one.number())) {
          assertThat(
                  distance(
                      lab(eyes.see(linear(theme.apply(one)))),
                      lab(eyes.see(linear(theme.apply(other))))))
              .as("%s and %s", theme.apply(one), theme.apply(other))
              .isGreaterThan(25);
        }
      }
    }
  }

  @Test
  void everyHueStandsOutFromThePage() {
    for (var tint : HUES) {
      assertThat(contrast(tint.light(), "#FFFFFF")).isGreaterThan(3);
      assertThat(contrast(tint.dark(), "#16181D")).isGreaterThan(3);
    }
  }

  @Test
  void twentyOneVlansLookDifferent() {
    var looks = new HashSet<String>();
    tints(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 100, 200, 300, 400, 4094)
        .values()
        .forEach(it -> looks.add(it.light() + it.dash()));
    assertThat(looks).hasSize(21);
  }

  @Test
  void tensOfAFewNetworksHaveDifferentHues() {
    assertThat(tints(10, 20, 30, 40, 50, 60, 70).values().stream().map(Tint::light))
        .doesNotHaveDuplicates();
  }

  @Test
  void aVlanWithAHigherIdRecoloursNone() {
    assertThat(tints(10, 17, 24, 30)).containsAllEntriesOf(tints(10, 17, 24));
  }

  @Test
  void moreVlansThanColoursHaveColoursToo() {
    var all = IntStream.rangeClosed(1, 60).toArray();
    assertThat(tints(all)).hasSize(60);
  }

  private static Map<VlanId, Tint> tints(int... ids) {
    return Tint.of(IntStream.of(ids).mapToObj(VlanId::new).toList());
  }

  private static double[] linear(String colour) {
    return Stream.of(colour.substring(1, 3), colour.substring(3, 5), colour.substring(5))
        .mapToDouble(it -> Integer.parseInt(it, 16) / 255.0)
        .map(it -> it <= 0.04045 ? it / 12.92 : Math.pow((it + 0.055) / 1.055, 2.4))
        .toArray();
  }

  private static double luminance(double[] rgb) {
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  private static double contrast(String one, String other) {
    double a = luminance(linear(one)) + 0.05;
    double b = luminance(linear(other)) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  /// CIE L*a*b* with the white of sRGB.
  private static double[] lab(double[] rgb) {
    double x = root((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
    double y = root(luminance(rgb));
    double z = root((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double root(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
  }

  private static double distance(double[] one, double[] other) {
    return Math.sqrt(IntStream.range(0, 3).mapToDouble(i -> Math.pow(one[i] - other[i], 2)).sum());
  }
}
