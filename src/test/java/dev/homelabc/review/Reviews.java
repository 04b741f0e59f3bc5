package dev.homelabc.review;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.golden.Sample;
import dev.homelabc.plan.Plan;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reviews of pairs of labs.
final class Reviews {
  /// Gives every third line of a file the same origin.
  static final Origins EVERY_THIRD =
      (file, line) ->
          java.util.Optional.of("home.lab:" + (line / 3 + 1) + " " + file.text() + " <b>&");

  private Reviews() {}

  static Review of(SourceSet before, SourceSet after, Origins origins) {
    if (Plan.between(before, after) instanceof Plan.Outcome.Planned it) {
      return new Review(
          it.plan(),
          new Review.Version("main", it.before(), origins),
          new Review.Version("here", it.after(), origins));
    }
    throw new IllegalArgumentException("one of the labs has errors");
  }

  static Review of(String before, String after) {
    return of(source(before), source(after), Origins.UNKNOWN);
  }

  /// The pair of a golden case.
  static Review golden(String name, Origins origins) {
    var folder = Path.of("golden/review", name);
    return of(
        source(read(folder.resolve("before.lab"))),
        source(read(folder.resolve("after.lab"))),
        origins);
  }

  static Path page(Path folder, Review review, Language language) {
    try {
      return Files.writeString(folder.resolve("review.html"), review.page(language));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceSet source(String text) {
    return Sample.of(SourceSet.of(new SourceFile("home.lab", text)));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
