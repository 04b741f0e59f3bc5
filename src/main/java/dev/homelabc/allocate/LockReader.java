package dev.homelabc.allocate;

import dev.homelabc.allocate.LockFile.Line;
import dev.homelabc.allocate.LockFile.Side;
import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.AutoProperty;
import dev.homelabc.model.Slot;
import dev.homelabc.source.Place;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import dev.homelabc.value.AutoValue;
import dev.homelabc.value.Name;
import dev.homelabc.value.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the lines of a lock. A merge that git could not finish is no mistake: its markers say
/// which branch each line is from.
final class LockReader {
  static final Code BAD =
      Code.error(
          "bad-lock",
          "A line of homelab.lock is no entry.",
          "Whatever the line stood for would get another address. Each line is `VM PROPERTY VALUE`,"
              + " with `freed` at its end where the VM has it no longer.",
          LockExample.of("web ip 10.0.20"),
          LockExample.of("web ip 10.0.20.10"));

  private static final Pattern WORD = Pattern.compile("\\S+");

  private final SourceFile file;
  private final List<Line> lines = new ArrayList<>();
  private final List<Diagnostic> findings = new ArrayList<>();
  private Optional<Place> conflict = Optional.empty();
  private Side side = Side.BOTH;

  LockReader(SourceFile file) {
    this.file = file;
  }

  LockFile read() {
    for (int line = 1; line <= file.lines().count(); line++) {
      take(line);
    }
    if (side != Side.BOTH) {
      bad(
          conflict.orElseThrow(),
          Message.of("the conflict that begins here does not end"),
          Message.of("resolve it, or take the file from one branch and build again"));
    }
    return new LockFile(lines, conflict, findings);
  }

  private void take(int line) {
    var text = file.lines().text(line);
    if (text.isBlank() || isHeader(text)) {
      return;
    }
    var next = marked(text);
    if (next.isEmpty()) {
      entry(text, file.lines().start(line));
      return;
    }
    var place = place(file.lines().start(line), text.stripTrailing().length());
    if (follows(next.get())) {
      side = next.get();
      if (conflict.isEmpty()) {
        conflict = Optional.of(place);
      }
    } else {
      bad(
          place,
          Message.of("this marker of a conflict does not belong here"),
          Message.of("resolve it, or take the file from one branch and build again"));
    }
  }

  /// Whether a line is part of the header, which is written anew. Both sides of a conflict may have
  /// one; a remark among the entries would be lost.
  private boolean isHeader(String line) {
    return line.startsWith("#") && (lines.isEmpty() || Lock.HEADER.equals(line + "\n"));
  }

  /// The side that begins with a line, if it is one of git's markers.
  private static Optional<Side> marked(String line) {
    return switch (WORD.matcher(line).results().findFirst().orElseThrow().group()) {
      case "<<<<<<<" -> Optional.of(Side.OURS);
      case "|||||||" -> Optional.of(Side.BASE);
      case "=======" -> Optional.of(Side.THEIRS);
      case ">>>>>>>" -> Optional.of(Side.BOTH);
      default -> Optional.empty();
    };
  }

  private boolean follows(Side next) {
    return switch (next) {
      case OURS -> side == Side.BOTH;
      case BASE -> side == Side.OURS;
      case THEIRS -> side == Side.OURS || side == Side.BASE;
      case BOTH -> side == Side.THEIRS;
    };
  }

  private void entry(String text, int start) {
    var words = WORD.matcher(text).results().toList();
    var first = words.getFirst();
    boolean isFreed = words.size() == 4 && words.get(3).group().equals(Given.FREED);
    if ((words.size() != 3 && !isFreed) || first.group().startsWith("#")) {
      bad(
          place(start + first.start(), text.stripTrailing().length() - first.start()),
          first.group().startsWith("#")
              ? Message.of("a remark among the entries would be lost")
              : Message.of("this is no entry: it is not `VM PROPERTY VALUE`"),
          Message.of("take the line out, or the file back from git"));
      return;
    }
    var property = AutoProperty.named(words.get(1).group());
    if (property.isEmpty()) {
      bad(
          place(start + words.get(1).start(), words.get(1).group().length()),
          Message.of("`{0}` is not `ip`, `mac`, `tap` or `vsock`", words.get(1).group()),
          Message.of("take the line out, or the file back from git"));
      return;
    }
    var place = place(start + words.get(2).start(), words.get(2).group().length());
    slot(first.group(), place(start + first.start(), first.group().length()), property.get())
        .ifPresent(slot -> {
          switch (property.get().read(words.get(2).group())) {
            case Reading.Good<AutoValue>(var value) ->
                lines.add(new Line(new Given(slot, value, isFreed), place, side));
            case Reading.Bad<AutoValue> bad ->
                bad(
                    place,
                    bad.message(),
                    Message.of("take the line out, or the file back from git"));
          }
        });
  }

  private Optional<Slot> slot(String owner, Place place, AutoProperty property) {
    int slash = owner.indexOf('/');
    var vm = Name.read(slash < 0 ? owner : owner.substring(0, slash));
    var nic =
        slash < 0
            ? Reading.good(Optional.<Name>empty())
            : Name.read(owner.substring(slash + 1)).map(Optional::of);
    return switch (vm.then(name -> nic.map(it -> new Slot(name, it, property)))) {
      case Reading.Good<Slot>(var slot) -> Optional.of(slot);
      case Reading.Bad<Slot> bad -> {
        bad(place, bad.message(), Message.of("take the line out, or the file back from git"));
        yield Optional.empty();
      }
    };
  }

  private Place place(int start, int length) {
    return file.at(new Span(start, start + length));
  }

  private void bad(Place place, Message message, Message help) {
    findings.add(Diagnostic.at(place, BAD, message, Message.of("no entry")).help(help));
  }
}
