package dev.homelabc.model;

import dev.homelabc.schema.Property;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A line of a declaration as it holds: stated, brought by a profile, or a standard value.
///
/// @param property what it is about; empty for the user's own keys, of labels and of services
/// @param keyword the property's name, or the key
/// @param arguments as the language spells them
/// @param block the lines of its block, where it has one
public record Line(
    Optional<Property> property,
    String keyword,
    List<String> arguments,
    Origin origin,
    Optional<List<Line>> block) {
  public Line {
    arguments = List.copyOf(arguments);
    block = block.map(List::copyOf);
  }

  /// Keyword and arguments.
  public String head() {
    return Stream.concat(Stream.of(keyword), arguments.stream()).collect(Collectors.joining(" "));
  }
}
