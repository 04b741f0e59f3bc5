package dev.homelabc.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTreeTest {
  @Test
  void sortsItsFilesWhateverTheOrderOfAdding() {
    var tree = draft("b", "a/c", "a/b").tree();

    assertThat(tree.files().keySet()).map(RelPath::text).containsExactly("a/b", "a/c", "b");
    assertThat(tree).isEqualTo(draft("a/b", "a/c", "b").tree());
    assertThat(tree).isNotEqualTo(draft("a/b", "a/c").tree());
  }

  @Test
  void doesNotChangeOnceMade() {
    var draft = draft("a");
    var tree = draft.tree();
    draft.add(RelPath.of("b"), "later", "x\n");

    assertThat(tree.files()).hasSize(1);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> tree.files().clear());
  }

  @ParameterizedTest
  @CsvSource({
    "a/b, a/b, two sources make the file `a/b`",
    "a/b, a, `a` is both a file and a folder",
    "a, a/b/c, `a` is both a file and a folder",
    "vms/Web, vms/web, `vms/Web` and `vms/web` differ in case only",
    "VMS/a, vms/b, `VMS` and `vms` differ in case only",
    "A, a/b, `A` and `a` differ in case only"
  })
  void namesBothSourcesOfAClash(String first, String second, String complaint) {
    var draft = new OutputTree.Draft().add(RelPath.of(first), "VM `one`", "x\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> draft.add(RelPath.of(second), "VM `two`", "x\n"))
        .withMessage(complaint + " (VM `one` and VM `two`)");
  }

  @ParameterizedTest
  @CsvSource({
    "'', is blank",
    "'\n', is blank",
    "'a', does not end in exactly one newline",
    "'a\n\n', does not end in exactly one newline",
    "'a\r\n', holds a carriage return",
    "'a\rb\n', holds a carriage return",
    "'\ud800\n', holds half of a surrogate pair"
  })
  void refusesATextThatIsNotOneOfLines(String text, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OutputTree.Draft().add(RelPath.of("x"), "VM `one`", text))
        .withMessage("the text of `x` (VM `one`) " + complaint);
  }

  private static OutputTree.Draft draft(String... paths) {
    var draft = new OutputTree.Draft();
    for (String path : paths) {
      draft.add(RelPath.of(path), "test", "text of " + path + "\n");
    }
    return draft;
  }
}
