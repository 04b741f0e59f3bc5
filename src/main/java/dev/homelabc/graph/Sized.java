package dev.homelabc.graph;

import java.util.List;

/// A node with the size that its text and cells need, in pixels.
///
/// @param height of a frame that of its heading, below which its inside lies
record Sized(Node node, int width, int height, List<Line> lines, List<Cell> cells) {
  Sized {
    lines = List.copyOf(lines);
    cells = List.copyOf(cells);
  }

  /// A box in a grid, by its upper left corner in that.
  record Cell(int x, int y, Sized box) {}

  /// The same, larger.
  Sized high(int pixels) {
    return new Sized(node, width, pixels, lines, cells);
  }
}
