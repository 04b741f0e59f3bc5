package dev.homelabc.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RulesTest {
  @Test
  void listsEveryLawInAlphabeticalOrder() throws Exception {
    assertThat(Rules.ALL.stream().map(rule -> rule.getClass().getSimpleName()))
        .containsExactlyElementsOf(lawsInThePackage());
  }

  @Test
  void namesEachLawAfterItsCode() {
    assertThat(Rules.ALL)
        .allSatisfy(rule ->
            assertThat(kebab(rule.getClass().getSimpleName())).isEqualTo(rule.code().name()));
  }

  /// The compiled classes beside [Rules] that are laws, by name.
  private static List<String> lawsInThePackage() throws IOException, URISyntaxException {
    var laws = new ArrayList<String>();
    var folder = Path.of(Rules.class.getResource("Rules.class").toURI()).getParent();
    try (var files = Files.newDirectoryStream(folder, "*.class")) {
      for (var file : files) {
        var name = file.getFileName().toString().replace(".class", "");
        var type =
            Class.forName(
                Rules.class.getPackageName() + "." + name, false, Rules.class.getClassLoader());
        if (Rule.class.isAssignableFrom(type) && !type.isInterface()) {
          laws.add(name);
        }
      }
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
    laws.sort(null);
    return laws;
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z0-9])", "-").toLowerCase(Locale.ROOT);
  }
}
