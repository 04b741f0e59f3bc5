package dev.homelabc.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.diagnostic.Table.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void linesUpColumnsOfWideCharactersAndOfRowsOfUnequalLength() {
    var table = new Table(false);
    table.row(List.of(Cell.of(""), Cell.of("여유")));
    table.row(List.of(Cell.of("메모리"), Cell.of("2GiB"), Cell.of("tight")));
    table.row(List.of(Cell.of("vCPU"), Cell.of("16")));

    assertThat(table.print())
        .isEqualTo(
            """
                      여유
              메모리  2GiB  tight
              vCPU      16
            """);
  }

  @Test
  void coloursACellAndNotTheBlanksBesideIt() {
    var table = new Table(true);
    table.row(List.of(Cell.of("a"), Cell.of("1000")));
    table.row(List.of(Cell.of("b"), Cell.of("-1").as(Severity.ERROR)));

    assertThat(table.print()).isEqualTo("  a  1000\n  b    \u001b[1;31m-1\u001b[0m\n");
  }
}
