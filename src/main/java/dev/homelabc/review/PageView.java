package dev.homelabc.review;

import java.util.List;
import java.util.Optional;

/// All that the template prints. Texts are in the page's language, and not escaped.
record PageView(
    String mark,
    Assets assets,
    Chrome chrome,
    Head head,
    PlanSection.View plan,
    TopologySection.View topology,
    CapacitySection.View capacity,
    FindingsSection.View findings,
    FilesSection.View files) {

  /// What is around the content: the words of links, buttons and keys.
  ///
  /// @param language as HTML names it
  record Chrome(
      String language,
      String skipToPlan,
      String skipToFiles,
      String sections,
      String theme,
      String origins,
      String unfold,
      String fold,
      String help,
      String keys,
      String close,
      String before,
      String after,
      String why,
      String note,
      List<Shortcut> shortcuts) {}

  /// A key and what it does.
  record Shortcut(String key, String words) {}

  /// What comes first: a sentence, and figures that lead to the rest.
  ///
  /// @param tone `loses`, `interrupts`, `by-hand` or `calm`
  record Head(
      String title,
      String lab,
      String from,
      String to,
      String tone,
      String sentence,
      String costs,
      List<Tile> tiles) {}

  /// A figure.
  ///
  /// @param link id of the section that it is about
  record Tile(String link, String title, String value, Optional<String> note) {}
}
