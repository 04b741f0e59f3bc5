package dev.homelabc.golden;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.graph.GraphFormat;
import dev.homelabc.graph.View;
import java.util.Optional;
import java.util.stream.Stream;

/// A picture as the name of its golden says it: `VIEW.FORMAT`, or `VIEW.ko.FORMAT` for Korean.
record Drawing(View view, Language language, GraphFormat format) {
  static Optional<Drawing> of(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    return all().filter(it -> it.name().equals(name)).findFirst();
  }

  private static Stream<Drawing> all() {
    return Stream.of(View.values())
        .flatMap(view ->
            Stream.of(Language.values())
                .flatMap(language ->
                    Stream.of(GraphFormat.values())
                        .map(format -> new Drawing(view, language, format))));
  }

  private String name() {
    var language =
        switch (this.language) {
          case ENGLISH -> ".";
          case KOREAN -> ".ko.";
        };
    return view.word() + language + format.word();
  }
}
