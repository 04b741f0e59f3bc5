package dev.homelabc.review;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.PrettyRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What homelabc finds in the two labs: what is new, what is gone, and what is as it was.
record FindingsSection(Say say) {
  /// @param nothing what to say where neither lab has findings
  record View(
      String title, int fresh, int gone, List<GroupView> groups, Optional<String> nothing) {}

  /// @param word `new`, `gone` or `still`
  record GroupView(String word, String title, boolean isOpen, List<Item> items) {}

  /// @param severity in the style sheet
  /// @param text the finding with the lines that it is about
  record Item(String severity, String head, List<Part> message, String place, String text) {}

  View of(Review review) {
    var fresh = new ArrayList<Diagnostic>();
    var still = new ArrayList<Diagnostic>();
    var gone = new ArrayList<>(review.before().compilation().diagnostics());
    for (var finding : review.after().compilation().diagnostics()) {
      // Lines and paths move; what is said about them stays the same.
      var earlier = gone.stream().filter(it -> isSame(it, finding)).findFirst();
      earlier.ifPresentOrElse(
          it -> {
            gone.remove(it);
            still.add(finding);
          },
          () -> fresh.add(finding));
    }
    var groups = new ArrayList<GroupView>();
    add(groups, "new", Message.of("New: {0}", fresh.size()), fresh);
    add(groups, "gone", Message.of("Gone: {0}", gone.size()), gone);
    add(groups, "still", Message.of("As before: {0}", still.size()), still);
    return new View(
        say.text(Message.of("Findings")),
        fresh.size(),
        gone.size(),
        groups,
        groups.isEmpty()
            ? Optional.of(say.text(Message.of("Neither lab has findings.")))
            : Optional.empty());
  }

  private static boolean isSame(Diagnostic one, Diagnostic other) {
    return one.code().name().equals(other.code().name())
        && one.severity() == other.severity()
        && one.message().equals(other.message());
  }

  private void add(List<GroupView> groups, String word, Message title, List<Diagnostic> findings) {
    if (!findings.isEmpty()) {
      groups.add(
          new GroupView(
              word,
              say.text(title),
              word.equals("new"),
              findings.stream().map(this::item).toList()));
    }
  }

  private Item item(Diagnostic finding) {
    var place = finding.primary().place();
    return new Item(
        finding.severity().name().toLowerCase(java.util.Locale.ROOT),
        finding.title(say.language()),
        Part.of(say.text(finding.message())),
        place.file().path() + ":" + place.line(),
        PrettyRenderer.plain(say.language()).render(finding));
  }
}
