package dev.homelabc.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RulesTest {
  @Test
  void listsEveryLawInAlphabeticalOrder() throws IOException {
    assertThat(Rules.ALL.stream().map(rule -> rule.getClass().getSimpleName()))
        .containsExactlyElementsOf(lawsInThePackage());
  }

  @Test
  void namesEachLawAfterItsCode() {
    assertThat(Rules.ALL)
        .allSatisfy(rule ->
            assertThat(kebab(rule.getClass().getSimpleName())).isEqualTo(rule.code().name()));
  }

  /// The compiled classes in and below the package of [Rules] that are laws, by name.
  private static List<String> lawsInThePackage() throws IOException {
    var folder = Path.of("target/classes/dev/homelabc/rule");
    try (var files = Files.walk(folder)) {
      return files
          .filter(it -> it.toString().endsWith(".class"))
          .map(it -> folder.relativize(it).toString().replace(".class", "").replace('/', '.'))
          .map(it -> type(Rules.class.getPackageName() + "." + it))
          .filter(it -> Rule.class.isAssignableFrom(it) && !it.isInterface())
          .map(Class::getSimpleName)
          .sorted()
          .toList();
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, Rules.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z]|[0-9]{2})", "-").toLowerCase(Locale.ROOT);
  }
}
