package dev.homelabc.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homelabc.cluster.Passwords.Objection;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A Secret with blanks for passwords.
///
/// @param blanks those of each text, by its key
record Template(Item secret, Map<String, List<Blank>> blanks) {
  private static final String DATA = "stringData";

  /// @param item of any kind; what is no Secret has no blanks
  static Template of(Item item) {
    var blanks = new TreeMap<String, List<Blank>>();
    if (item.kind() == Kind.SECRET) {
      item.at(DATA)
          .properties()
          .forEach(it -> blanks.put(it.getKey(), Blank.in(it.getValue().asText())));
    }
    return new Template(item, blanks);
  }

  /// Whose passwords all the templates need.
  static SortedMap<String, Objection> accounts(List<Template> templates) {
    var blanks = new TreeMap<String, List<Blank>>();
    for (var template : templates) {
      for (var texts : template.blanks.values()) {
        texts.forEach(it -> blanks.computeIfAbsent(it.account(), _ -> new ArrayList<>()).add(it));
      }
    }
    var accounts = new TreeMap<String, Objection>();
    blanks.forEach((account, all) ->
        accounts.put(
            account,
            password ->
                all.stream()
                    // A hash fits everywhere.
                    .map(it -> it.isHashed() ? Quoting.PLAIN : it.quoting())
                    .flatMap(it -> it.objection(CharBuffer.wrap(password)).stream())
                    .findFirst()));
    return accounts;
  }

  /// The Secret as it is to be made. This is the one place where a password is a string.
  Item filled(Map<String, char[]> passwords, Sha512Crypt crypt) {
    if (!(secret.body().deepCopy() instanceof ObjectNode body)) {
      return secret;
    }
    blanks.forEach((key, texts) -> {
      var text = new StringBuilder(body.path(DATA).path(key).asText());
      for (var blank : texts.reversed()) {
        var password = passwords.get(blank.account());
        if (password != null) {
          var word = blank.isHashed() ? crypt.hash(password) : new String(password);
          text.replace(blank.start(), blank.end(), blank.quoting().write(word));
        }
      }
      body.withObject("/" + DATA).put(key, text.toString());
    });
    return new Item(secret.kind(), body);
  }

  @Override
  public String toString() {
    return "Template of " + secret;
  }
}
