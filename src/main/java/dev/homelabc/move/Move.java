package dev.homelabc.move;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;
import java.util.List;
import java.util.Optional;

/// What becomes of a VM, or of all replicas of one, at another place.
///
/// @param title which VM goes from where to where
/// @param there the VM as it can be written there, where it cannot stay as it is
/// @param found findings that the lab would have then and does not have now
/// @param notes what else to know
public record Move(
    Message title,
    List<Item> items,
    List<Addition> additions,
    Optional<String> there,
    List<Diagnostic> found,
    List<Message> notes) {
  public Move {
    items = List.copyOf(items);
    additions = List.copyOf(additions);
    found = List.copyOf(found);
    notes = List.copyOf(notes);
  }

  /// Whether the lab would be free of new errors.
  public boolean works() {
    return found.stream().noneMatch(Diagnostic::isError);
  }

  /// The report for a person.
  public String text(Language language) {
    return new MoveText(language).print(this);
  }
}
