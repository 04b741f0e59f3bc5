package dev.homelabc.blame;

import dev.homelabc.source.Place;
import java.util.ArrayList;
import java.util.Optional;

/// A statement that had a part in a line of output.
///
/// @param place where it is written; in a text over several lines, the line that was copied
/// @param statement its keyword and arguments, on one line
/// @param declaration the statement at the top of the file that it is in, where that is another one
/// @param profile the profile through which it holds
/// @param isDefault whether the value is a standard one, of which the declaration says nothing
/// @param lock for `auto`: the entry of `homelab.lock` that holds the value
public record Cause(
    Place place,
    String statement,
    Optional<String> declaration,
    Optional<String> profile,
    boolean isDefault,
    Optional<Place> lock) {

  /// `vms.lab:23: memory 4GiB (vm jellyfin)`
  public String text() {
    var rest = new ArrayList<String>();
    if (isDefault) {
      rest.add("default");
    }
    // A statement in a profile says by its declaration which one.
    profile
        .filter(_ -> isDefault || declaration.isEmpty())
        .ifPresent(it -> rest.add("profile " + it));
    declaration.ifPresent(rest::add);
    lock.map(Cause::at).ifPresent(rest::add);
    var behind = rest.isEmpty() ? "" : " (" + String.join(", ", rest) + ")";
    return at(place) + (statement.isEmpty() ? "" : ": " + statement) + behind;
  }

  /// `vms.lab:23`
  public static String at(Place place) {
    return place.file().path() + ":" + place.line();
  }
}
