package dev.homelabc.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.fleet.Fleet;
import dev.homelabc.graph.Placed.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {
  /// Every view of every lab at hand that has something to show.
  static Stream<Drawn> pictures() {
    var labs =
        Stream.concat(
            Stream.of(
                    "examples/homelab",
                    "examples/two-hosts",
                    "examples/clusters",
                    "examples/openshift-web",
                    "golden/graph/corners")
                .map(Drawn::lab),
            Stream.of(Drawn.of(new Fleet(200).text())));
    return labs.flatMap(lab -> Stream.of(View.values()).map(view -> Drawn.of(lab, view)))
        .filter(it -> !it.graph().nodes().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void nothingOverlapsAndAllIsInsideOfWhatHoldsIt(Drawn drawn) {
    check(drawn, drawn.graph().nodes(), Optional.empty());
    drawn
        .sizes()
        .values()
        .forEach(grid -> {
          var cells =
              grid.cells().stream()
                  .map(it -> new Area(it.x(), it.y(), it.box().width(), it.box().height()))
                  .toList();
          assertThat(overlaps(cells)).as("cells of %s", grid.node().id()).isEmpty();
          var whole = new Area(0, 0, grid.width(), grid.height());
          assertThat(cells).allMatch(whole::contains);
        });
  }

  private static void check(Drawn drawn, List<Node> siblings, Optional<Area> around) {
    var areas = siblings.stream().map(it -> drawn.area(it.id())).toList();
    assertThat(overlaps(areas)).isEmpty();
    areas.forEach(
        it -> assertThat(around.orElseGet(() -> page(drawn)).contains(it)).as("%s", it).isTrue());
    siblings.stream()
        .filter(it -> it.kind().shape() == Kind.Shape.FRAME)
        .forEach(it -> {
          var area = drawn.area(it.id());
          int heading = drawn.size(it.id()).height();
          check(
              drawn,
              it.inside(),
              Optional.of(
                  new Area(area.x(), area.y() + heading, area.width(), area.height() - heading)));
        });
  }

  private static Area page(Drawn drawn) {
    return new Area(0, 0, drawn.placed().width(), drawn.placed().height());
  }

  private static List<String> overlaps(List<Area> areas) {
    var found = new ArrayList<String>();
    for (int i = 0; i < areas.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (areas.get(i).overlaps(areas.get(j))) {
          found.add(areas.get(i) + " and " + areas.get(j));
        }
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void noLabelLiesOnAnotherOneOrOnABox(Drawn drawn) {
    var labels = drawn.placed().routes().stream().flatMap(it -> it.label().stream()).toList();
    assertThat(overlaps(labels)).isEmpty();
    var boxes =
        drawn
            .graph()
            .all()
            .filter(it -> it.kind().shape() != Kind.Shape.FRAME)
            .filter(it -> drawn.sizes().containsKey(it.id()))
            .map(it -> drawn.area(it.id()))
            .toList();
    assertThat(labels).noneMatch(label -> boxes.stream().anyMatch(label::overlaps));
    assertThat(labels).allMatch(page(drawn)::contains);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void noTextIsWiderOrHigherThanItsBox(Drawn drawn) {
    drawn.sizes().values().forEach(LayoutTest::fits);
  }

  private static void fits(Sized box) {
    for (var line : box.lines()) {
      assertThat(line.end()).as("%s", line).isLessThanOrEqualTo(box.width() - Sizer.PADDING);
      assertThat(line.y()).as("%s", line).isLessThan(box.height());
    }
    box.cells().forEach(it -> fits(it.box()));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void linesRunLevelOrUprightFromOneEndToTheOther(Drawn drawn) {
    for (var route : drawn.placed().routes()) {
      var points = route.points();
      for (int i = 1; i < points.size(); i++) {
        var before = points.get(i - 1);
        var point = points.get(i);
        assertThat(before.x() == point.x() || before.y() == point.y()).as("%s", route).isTrue();
      }
      assertThat(points.getFirst().x()).isEqualTo(right(drawn.area(route.edge().from())));
      assertThat(points.getLast().x()).isEqualTo(drawn.area(route.edge().to()).x());
    }
  }

  private static int right(Area area) {
    return area.x() + area.width();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void noPictureIsWiderThanAScreenOrTwo(Drawn drawn) {
    assertThat(drawn.placed().width()).isLessThan(2_000);
  }
}
