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

  private SvgStyle() {}

  static String of(Graph graph) {
    var tints =
        graph.tints().values().stream()
            .distinct()
            .sorted(Comparator.comparingInt(Tint::number))
            .toList();
    return SHAPES
        + List.of(TextStyle.values()).stream().map(SvgStyle::font).collect(Collectors.joining())
        + dashes(tints)
        + Paint.LIGHT.rules()
        + colours(tints, Tint::light)
        + "@media (prefers-color-scheme:dark){\n"
        + Paint.DARK.rules()
        + colours(tints, Tint::dark)
        + "}\n";
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
  enum Paint {
    LIGHT("#FFFFFF", "#F4F6F8", "#FFFFFF", "#B5BDC7", "#16181D", "#5A6472", "#6B7684"),
    DARK("#16181D", "#1E2127", "#262A31", "#4A525E", "#ECEFF3", "#A5AFBD", "#8E99A8");

    private final String page;
    private final String frame;
    private final String box;
    private final String border;
    private final String ink;
    private final String faint;
    private final String line;

    Paint(
        String page,
        String frame,
        String box,
        String border,
        String ink,
        String faint,
        String line) {
      this.page = page;
      this.frame = frame;
      this.box = box;
      this.border = border;
      this.ink = ink;
      this.faint = faint;
      this.line = line;
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
  }
}
