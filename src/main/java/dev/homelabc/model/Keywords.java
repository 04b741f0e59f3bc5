package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Parameter;
import dev.homelabc.schema.Property;
import dev.homelabc.schema.Schema;
import dev.homelabc.source.Place;
import dev.homelabc.syntax.Argument;
import dev.homelabc.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Advice about a keyword that is not known where it stands: the one that was meant, or where else
/// in the language it belongs.
final class Keywords {
  private Keywords() {}

  /// The property that an unknown keyword most likely stands for. Nobody misses it then.
  static Optional<Property> meant(Statement statement, List<Property> known) {
    var word = statement.keyword().text();
    var names = known.stream().map(Property::name).toList();
    var near = isHostOfVm(statement, names) ? Optional.of("on") : Suggestion.near(word, names);
    return near.flatMap(it -> known.stream().filter(p -> p.name().equals(it)).findFirst());
  }

  /// @param owner what the known properties belong to, such as "`vm`"
  static Diagnostic unknown(Place place, Message owner, List<Property> known, Statement statement) {
    var word = statement.keyword().text();
    var finding =
        Diagnostic.at(
            place,
            ModelCodes.UNKNOWN_PROPERTY,
            Message.of("`{0}` is not known in {1}", word, owner),
            Message.of("unknown"));
    var names = known.stream().map(Property::name).toList();
    if (isHostOfVm(statement, names)) {
      return Suggestion.meant("on").on(finding);
    }
    var swapped = swapped(statement, known);
    if (swapped.isPresent()) {
      return finding.help(Message.of("write the keyword first: `{0}`", swapped.get()));
    }
    var exact = Suggestion.known(word, names);
    // A keyword of the language is sooner misplaced than misspelt.
    var home = exact.isPresent() ? Optional.<Message>empty() : home(word);
    return home.map(finding::help)
        .orElseGet(() -> Suggestion.of(word, names, Message.of("keywords known here")).on(finding));
  }

  /// `host box` in a VM says where it runs; with a block it would be a declaration gone astray.
  private static boolean isHostOfVm(Statement statement, List<String> known) {
    return statement.keyword().text().equals("host")
        && statement.block().isEmpty()
        && known.contains("on");
  }

  /// `ssh port 22`, `web vm { }`: the keyword stands second.
  private static Optional<String> swapped(Statement statement, List<Property> known) {
    if (statement.arguments().isEmpty()
        || !(statement.arguments().getFirst() instanceof Argument.Word(_, var second))) {
      return Optional.empty();
    }
    return known.stream()
        .filter(it -> it.name().equals(second))
        .filter(it ->
            it.forms().stream().anyMatch(form -> Parameter.fit(form, statement.arguments().size())))
        .findFirst()
        .map(it -> it.name() + " " + statement.keyword().text());
  }

  private static Optional<Message> home(String word) {
    if (Schema.KINDS.stream().anyMatch(it -> it.name().equals(word))) {
      return Optional.of(
          Message.of("`{0}` belongs at the top of a file, outside of every block", word));
    }
    var owners = new TreeSet<String>();
    Schema.KINDS.forEach(it -> owners(it, word, owners));
    // A profile takes what a VM takes.
    if (owners.contains("vm")) {
      owners.remove("profile");
    }
    return owners.stream()
        .map(it -> Message.of("`{0} { … }`", it))
        .reduce((all, it) -> Message.of("{0} or {1}", all, it))
        .map(it -> Message.of("`{0}` belongs in {1}", word, it));
  }

  private static void owners(Property property, String word, Set<String> owners) {
    for (var child : property.body().properties()) {
      if (child.name().equals(word)) {
        owners.add(property.name());
      }
      owners(child, word, owners);
    }
  }
}
