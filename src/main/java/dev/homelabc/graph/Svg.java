package dev.homelabc.graph;

import dev.homelabc.graph.Placed.Area;
import dev.homelabc.graph.Placed.Point;
import dev.homelabc.graph.Placed.Route;
import dev.homelabc.value.VlanId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The picture as SVG: text that can be selected, a description for those who hear it, colours for
/// light and dark pages. It runs nothing and fetches nothing.
final class Svg {
  private static final int MARGIN = 24;

  /// Of the corners of lines.
  private static final int BEND = 6;

  private final Markup out = new Markup();
  private final Graph graph;
  private final Marks marks;
  private final SvgStyle style;
  private final Map<String, Sized> sizes;
  private final Placed placed;

  private Svg(Graph graph, Marks marks, SvgStyle style) {
    this.graph = graph;
    this.marks = marks;
    this.style = style;
    this.sizes = Sizer.sizes(graph);
    this.placed = Layout.of(graph, sizes);
  }

  static String of(Graph graph) {
    return new Svg(graph, Marks.NONE, SvgStyle.FILE).draw();
  }

  /// For a page of ours, with what became of each thing.
  static Comparison.Drawn of(Marked marked) {
    var svg = new Svg(marked.graph(), marked.marks(), SvgStyle.PAGE);
    return new Comparison.Drawn(svg.draw(), svg.width());
  }

  private String draw() {
    var heading = heading();
    int top = MARGIN + heading.height();
    int height = placed.height() + top + MARGIN;
    begin(width(), height);
    lines(heading.lines, MARGIN - Sizer.PADDING, MARGIN - Sizer.PADDING);
    out.element("g").with("transform", "translate(" + MARGIN + " " + top + ")").inside().line();
    graph.nodes().stream().filter(it -> isFrame(it)).forEach(this::frame);
    placed.routes().forEach(this::line);
    graph.all().filter(it -> sizes.containsKey(it.id()) && !isFrame(it)).forEach(this::solid);
    placed.routes().forEach(this::label);
    out.end("g").line().end("svg").line();
    return "<!-- " + GraphFormat.MARK + " -->\n" + out;
  }

  private Text heading() {
    var heading = new Text(Math.max(placed.width(), 480));
    heading.heading(graph.heading());
    graph.note().ifPresent(heading::note);
    return heading;
  }

  private int width() {
    int text = heading().lines.stream().mapToInt(Line::end).max().orElse(0);
    return Math.max(placed.width(), text) + 2 * MARGIN;
  }

  private void begin(int width, int height) {
    var name = name();
    out.element("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("class", "homelabc")
        .with("viewBox", "0 0 " + width + " " + height)
        .with("width", width)
        .with("height", height)
        .with("role", "img")
        .with("aria-labelledby", name + "-title " + name + "-desc")
        .with("xml:lang", language())
        .inside()
        .line();
    out.element("title").with("id", name + "-title").inside().text(graph.heading()).end("title");
    out.line().element("desc").with("id", name + "-desc").inside();
    out.text(marks.inWords(graph) + Summary.of(graph));
    out.end("desc").line().element("style").inside().line().text(style.of(graph)).end("style");
    out.line().element("marker").with("id", name + "-arrow").with("viewBox", "0 0 8 8");
    out.with("refX", 7).with("refY", 4).with("markerWidth", 8).with("markerHeight", 8);
    out.with("markerUnits", "userSpaceOnUse").with("orient", "auto").inside();
    out.element("path").with("class", "arrow").with("d", "M0 0L8 4L0 8z").empty();
    out.end("marker").line();
    out.element("rect").with("class", "page").with("width", width).with("height", height).empty();
  }

  private String language() {
    return switch (graph.language()) {
      case ENGLISH -> "en";
      case KOREAN -> "ko";
    };
  }

  private static boolean isFrame(Node node) {
    return node.kind().shape() == Kind.Shape.FRAME;
  }

  private void frame(Node node) {
    var area = area(node);
    begin(node);
    rect("area" + marks.look(node), area, 10);
    lines(size(node).lines(), area.x(), area.y());
    badge(node, area);
    out.end("g").line();
  }

  /// A node that no edge is seen through.
  private void solid(Node node) {
    var area = area(node);
    draw(
        size(node).high(area.height()),
        area.x(),
        area.y(),
        node.kind().shape() == Kind.Shape.GRID ? "grid" : "box");
  }

  private void draw(Sized it, int x, int y, String kind) {
    var node = it.node();
    boolean isBox = kind.equals("box");
    var tint = tint(node.vlan());
    var area = new Area(x, y, it.width(), it.height());
    begin(node);
    rect(kind + tint + marks.look(node), area, isBox ? 5 : 8);
    if (isBox && node.vlan().isPresent()) {
      rect("bar" + tint, new Area(x + 1, y + 5, 4, it.height() - 10), 2);
    }
    lines(it.lines(), x, y);
    it.cells().forEach(cell -> draw(cell.box(), x + cell.x(), y + cell.y(), "box"));
    badge(node, area);
    out.end("g").line();
  }

  private void begin(Node node) {
    out.element("g").with("data-id", node.id());
    marks.of(node).ifPresent(it -> out.with("class", it.word()));
    out.inside().line();
  }

  /// What became of a thing, in a word on its upper edge.
  private void badge(Node node, Area area) {
    marks
        .of(node)
        .ifPresent(it ->
            text(
                "badge " + it.word(),
                area.x() + area.width() - 10,
                area.y() + 4,
                "",
                it.sign() + " " + it.words().in(graph.language())));
  }

  private void rect(String look, Area area, int radius) {
    out.element("rect").with("class", look).with(area).with("rx", radius).empty();
  }

  private void lines(List<Line> lines, int x, int y) {
    for (var it : lines) {
      if (it.mark().isPresent()) {
        rect("bar" + tint(it.mark()), new Area(x + it.x() - Text.MARK, y + it.y() - 8, 8, 8), 2);
      }
      text(it.style().word(), x + it.x(), y + it.y(), it.key(), it.text());
    }
  }

  private void text(String look, int x, int y, String key, String text) {
    out.element("text").with("class", look).with("x", x).with("y", y).inside();
    if (!key.isEmpty()) {
      out.element("tspan").with("class", "key").inside().text(key).end("tspan");
      out.text(text.isEmpty() ? "" : " ");
    }
    out.text(text).end("text").line();
  }

  private void line(Route route) {
    var edge = route.edge();
    out.element("path")
        .with("class", "line" + tint(edge.vlan()) + marks.look(edge))
        .with("d", path(route.points()));
    if (edge.kind().isDirected()) {
      out.with("marker-end", "url(#" + name() + "-arrow)");
    }
    out.empty();
  }

  /// What the ids of the picture begin with: a page may hold the other views, too.
  private String name() {
    return "homelabc-" + graph.view().word();
  }

  private void label(Route route) {
    route
        .label()
        .ifPresent(area -> {
          int y = area.y() - 4;
          for (var label : route.edge().labels()) {
            y += TextStyle.LABEL.leading();
            text(TextStyle.LABEL.word(), area.x(), y, "", label);
          }
        });
  }

  /// A line with rounded corners.
  private static String path(List<Point> points) {
    var path = new StringBuilder("M" + shown(points.getFirst()));
    for (int i = 1; i < points.size() - 1; i++) {
      var bend = points.get(i);
      path.append("L").append(shown(towards(bend, points.get(i - 1))));
      path.append("Q").append(shown(bend)).append(' ');
      path.append(shown(towards(bend, points.get(i + 1))));
    }
    return path.append("L").append(shown(points.getLast())).toString();
  }

  private static String shown(Point point) {
    return point.x() + " " + point.y();
  }

  /// A point a little way from one to another, at most half of it.
  private static Point towards(Point from, Point to) {
    int dx = Math.clamp(to.x() - from.x(), -BEND, BEND);
    int dy = Math.clamp(to.y() - from.y(), -BEND, BEND);
    boolean isShort = Math.abs(to.x() - from.x()) + Math.abs(to.y() - from.y()) < 2 * BEND;
    return isShort
        ? new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2)
        : new Point(from.x() + dx, from.y() + dy);
  }

  /// What a VLAN adds to a class.
  private String tint(Optional<VlanId> vlan) {
    return graph.tint(vlan).map(it -> " vlan-" + it.number()).orElse("");
  }

  private Area area(Node node) {
    return Objects.requireNonNull(placed.areas().get(node.id()));
  }

  private Sized size(Node node) {
    return Objects.requireNonNull(sizes.get(node.id()));
  }
}
