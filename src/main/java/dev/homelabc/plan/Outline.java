package dev.homelabc.plan;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A plan in the words of one language, before it is laid out: what a terminal, a comment and a
/// page say alike.
///
/// @param paragraphs in the order of the plan; without those that nobody has to read, unless all of
///   it was asked for
/// @param hidden how many changes are left out, if any
/// @param summary how many things come, change and go, and what that costs
/// @param losses what of data becomes
public record Outline(
    List<Paragraph> paragraphs, Optional<String> hidden, String summary, String losses) {
  public Outline {
    paragraphs = List.copyOf(paragraphs);
  }

  /// The words of a plan.
  ///
  /// @param isFull whether nothing is left out
  public static Outline of(Plan plan, boolean isFull, Language language) {
    return of(plan, new Words(language, isFull));
  }

  static Outline of(Plan plan, Words words) {
    return new Outline(
        Group.of(plan.entries()).stream()
            .filter(it -> words.isShown(it.first()))
            .map(it -> Paragraph.of(it, words))
            .toList(),
        words.hidden(plan),
        words.summary(plan),
        words.losses(plan));
  }

  /// One thing, or several of which the same can be said.
  ///
  /// @param entries one or more
  /// @param head `vm web-01, web-02 on box`
  /// @param outcome `restart, data is lost`
  /// @param essentials what something new is, where its lines are left out
  /// @param steps sentences: what to do beside deploying
  /// @param left sentences: what stays of what went
  /// @param uses sentences: who depends on it
  public record Paragraph(
      List<Entry> entries,
      String head,
      String outcome,
      Optional<String> essentials,
      List<Line> lines,
      List<String> steps,
      List<String> left,
      List<String> uses) {
    public Paragraph {
      entries = List.copyOf(entries);
      lines = List.copyOf(lines);
      steps = List.copyOf(steps);
      left = List.copyOf(left);
      uses = List.copyOf(uses);
    }

    static Paragraph of(Group group, Words words) {
      boolean isShort = group.first().state() == State.ADDED && !words.isFull();
      return new Paragraph(
          group.members(),
          words.head(group),
          words.outcome(group),
          isShort ? words.essentials(group) : Optional.empty(),
          isShort ? List.of() : lines(group, words),
          group.steps().stream().map(words::text).toList(),
          words.left(group),
          words.uses(group));
    }

    private static List<Line> lines(Group group, Words words) {
      var changes = group.changes().stream().filter(words::isShown).toList();
      var lines = new ArrayList<Line>();
      for (int i = 0; i < changes.size(); i++) {
        var next =
            i + 1 < changes.size() ? Optional.of(changes.get(i + 1)) : Optional.<Change>empty();
        lines.add(Line.of(changes.get(i), group.first(), next, words));
      }
      return lines;
    }

    public State state() {
      return entries.getFirst().state();
    }
  }

  /// What is not as it was.
  ///
  /// @param text `memory 2GiB -> 4GiB`
  /// @param cost where it is not that of the whole
  /// @param note a sentence: what to know or to do; said once where several in a row have it
  /// @param reason why it costs that, where all of it was asked for; likewise
  /// @param place where it is stated, of one thing
  public record Line(
      State state,
      String text,
      Optional<String> cost,
      boolean loses,
      Optional<String> note,
      Optional<String> reason,
      Optional<Place> place) {

    /// @param next the change after it
    private static Line of(Change change, Entry entry, Optional<Change> next, Words words) {
      boolean goesOn = next.filter(it -> it.note().equals(change.note())).isPresent();
      boolean isLast = !goesOn || next.filter(it -> it.basis() == change.basis()).isEmpty();
      boolean isReasoned = words.isFull() && entry.state() == State.CHANGED && isLast;
      return new Line(
          change.state(),
          words.change(change),
          words.cost(change, entry),
          change.loses(),
          Optional.of(change.note()).filter(it -> !it.isEmpty() && !goesOn).map(words::text),
          Optional.of(change.basis())
              .filter(_ -> isReasoned)
              .map(it -> words.text(Message.of("because {0}", it.words()))),
          change.place());
    }
  }
}
