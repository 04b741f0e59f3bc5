package dev.homelabc.graph;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The style sheet of a picture. Where it stands in a page, it styles nothing else of the page.
final class SvgStyle {
  private static final String SHAPES =
      """
      .homelabc text{font-family:system-ui,'Segoe UI','Noto Sans','Apple SD Gothic Neo','Malgun Gothic','Noto Sans CJK KR','Noto Sans KR',sans-serif}
      .homelabc .line{fill:none;stroke-width:2}
      .homelabc .area,.homelabc .box{stroke-width:1}
      .homelabc .grid{stroke-width:1.5}
      .homelabc .label{paint-order:stroke;stroke-width:4;stroke-linejoin:round}
      """;

  /// What a picture of two labs has beside that.
  private static final String MARKS =
      """
      .homelabc .badge{font-size:11px;font-weight:700;text-anchor:end;paint-order:stroke;stroke-width:6;stroke-linejoin:round}
      .homelabc .box.added,.homelabc .box.changed,.homelabc .box.removed{stroke-width:2}
      .homelabc .area.added,.homelabc .area.changed,.homelabc .area.removed{stroke-width:2}
      .homelabc .box.removed,.homelabc .area.removed,.homelabc .grid.removed{stroke-dasharray:6 4}
      .homelabc .line.added{stroke-width:3.5}
      .homelabc .line.removed{stroke-dasharray:2 6}
      """;

  /// By itself: it is as light or dark as its reader has it.
  static final SvgStyle FILE = new SvgStyle(false);

  /// In a page that says which of the two it is.
  static final SvgStyle PAGE = new SvgStyle(true);

  private final boolean isInPage;

  private SvgStyle(boolean isInPage) {
    this.isInPage = isInPage;
  }

  String of(Graph graph) {
    var tints =
        graph.tints().values().stream()
            .distinct()
            .sorted(Comparator.comparingInt(Tint::number))
            .toList();
    var shapes =
        SHAPES
            + List.of(TextStyle.values()).stream().map(SvgStyle::font).collect(Collectors.joining())
            + dashes(tints);
    return isInPage
        ? shapes
            + MARKS
            + Paint.either(Paint::rules)
            + Paint.either(Paint::marks)
            + colours(tints, it -> either(it.light(), it.dark()))
        : shapes
            + Paint.LIGHT.rules()
            + colours(tints, Tint::light)
            + "@media (prefers-color-scheme:dark){\n"
            + Paint.DARK.rules()
            + colours(tints, Tint::dark)
            + "}\n";
  }

  private static String either(String light, String dark) {
    return "light-dark(" + light + "," + dark + ")";
  }

  private static String font(TextStyle style) {
    return ".homelabc ."
        + style.word()
        + "{font-size:"
        + style.size()
        + "px"
        + (style.isBold() ? ";font-weight:700" : "")
        + "}\n";
  }

  private static String dashes(List<Tint> tints) {
    return tints.stream()
        .filter(it -> !it.dash().isEmpty())
        .map(it ->
            ".homelabc .line.vlan-%1$s,.homelabc .grid.vlan-%1$s{stroke-dasharray:%2$s}\n"
                .formatted(Integer.toString(it.number()), it.dash()))
        .collect(Collectors.joining());
  }

  private static String colours(List<Tint> tints, Function<Tint, String> colour) {
    return tints.stream()
        .map(it ->
            """
            .homelabc .line.vlan-%1$s,.homelabc .grid.vlan-%1$s{stroke:%2$s}
            .homelabc .bar.vlan-%1$s{fill:%2$s}
            """
                .formatted(Integer.toString(it.number()), colour.apply(it)))
        .collect(Collectors.joining());
  }

  /// The colours of everything but VLANs. Faint are words that say what the text behind them is.
  record Paint(
      String page,
      String frame,
      String box,
      String border,
      String ink,
      String faint,
      String line,
      String added,
      String changed,
      String removed) {
    private static final Paint LIGHT =
        new Paint(
            "#FFFFFF", "#F4F6F8", "#FFFFFF", "#B5BDC7", "#16181D", "#5A6472", "#6B7684", "#1A7F37",
            "#9A6700", "#B3261E");
    private static final Paint DARK =
        new Paint(
            "#16181D", "#1E2127", "#262A31", "#4A525E", "#ECEFF3", "#A5AFBD", "#8E99A8", "#56D364",
            "#E3B341", "#FF9B92");

    /// The rules of both, where the page says which of them counts.
    private static String either(Function<Paint, String> rules) {
      return rules.apply(
          new Paint(
              of(Paint::page),
              of(Paint::frame),
              of(Paint::box),
              of(Paint::border),
              of(Paint::ink),
              of(Paint::faint),
              of(Paint::line),
              of(Paint::added),
              of(Paint::changed),
              of(Paint::removed)));
    }

    private static String of(Function<Paint, String> colour) {
      return SvgStyle.either(colour.apply(LIGHT), colour.apply(DARK));
    }

    private String rules() {
      return """
      .homelabc text{fill:%5$s}
      .homelabc .key,.homelabc .note{fill:%6$s}
      .homelabc .page{fill:%1$s}
      .homelabc .area{fill:%2$s;stroke:%4$s}
      .homelabc .grid{fill:%1$s;stroke:%7$s}
      .homelabc .box{fill:%3$s;stroke:%4$s}
      .homelabc .line{stroke:%7$s}
      .homelabc .arrow{fill:%7$s}
      .homelabc .label{stroke:%2$s}
      """
          .formatted(page, frame, box, border, ink, faint, line);
    }

    private String marks() {
      return """
      .homelabc .badge{stroke:%1$s}
      .homelabc .badge.added{fill:%3$s}
      .homelabc .badge.changed{fill:%4$s}
      .homelabc .badge.removed{fill:%5$s}
      .homelabc .box.added,.homelabc .area.added{stroke:%3$s}
      .homelabc .box.changed,.homelabc .area.changed{stroke:%4$s}
      .homelabc .box.removed,.homelabc .area.removed{stroke:%5$s;fill:none}
      .homelabc g.removed>text:not(.badge),.homelabc g.removed>text:not(.badge)>.key{fill:%2$s}
      """
          .formatted(page, faint, added, changed, removed);
    }
  }
}
