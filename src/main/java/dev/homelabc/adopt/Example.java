package dev.homelabc.adopt;

import dev.homelabc.source.SourceFile;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/// Files of v-auto in one text, as the examples of codes are: each below a comment that is its
/// name, the config first.
public final class Example {
  private static final Pattern NAME = Pattern.compile("(?m)^# ([a-z-]+\\.yaml)\\n");

  private Example() {}

  public static Inputs of(String text) {
    var files = new ArrayList<SourceFile>();
    var names = NAME.matcher(text).results().toList();
    for (int i = 0; i < names.size(); i++) {
      int end = i + 1 < names.size() ? names.get(i + 1).start() : text.length();
      files.add(new SourceFile(names.get(i).group(1), text.substring(names.get(i).end(), end)));
    }
    return new Inputs(files.getFirst(), files.subList(1, files.size()), Optional.empty(), "shop");
  }
}
