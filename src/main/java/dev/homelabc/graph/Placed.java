package dev.homelabc.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where everything is, in whole pixels from the upper left corner.
///
/// @param areas of the nodes that are no cells, by id
record Placed(int width, int height, Map<String, Area> areas, List<Route> routes) {
  Placed {
    areas = Map.copyOf(areas);
    routes = List.copyOf(routes);
  }

  record Area(int x, int y, int width, int height) {
    Area down(int pixels) {
      return new Area(x, y + pixels, width, height);
    }

    boolean overlaps(Area other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }

    boolean contains(Area other) {
      return x <= other.x
          && y <= other.y
          && other.x + other.width <= x + width
          && other.y + other.height <= y + height;
    }
  }

  record Point(int x, int y) {
    Point down(int pixels) {
      return new Point(x, y + pixels);
    }
  }

  /// @param label where the labels of the edge are; nothing where it has none
  record Route(Edge edge, List<Point> points, Optional<Area> label) {
    Route {
      points = List.copyOf(points);
    }

    Route down(int pixels) {
      return new Route(
          edge,
          points.stream().map(it -> it.down(pixels)).toList(),
          label.map(it -> it.down(pixels)));
    }
  }
}
