package dev.homelabc.blame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.blame.Blocks.Block;
import org.junit.jupiter.api.Test;

class BlocksTest {
  private static final Blocks BLOCKS =
      new Blocks(
          """
          {
            # the first
            a = {
              b = 1;
            };

            c = [
              2
            ];
          }
          """
              .lines()
              .toList());

  private static final Block ALL = new Block(0, 9);
  private static final Block A = new Block(2, 4);

  @Test
  void aLineIsInTheBlocksBelowLinesThatAreIndentedLess() {
    assertThat(BLOCKS.around(3)).containsExactly(A, ALL);
  }

  @Test
  void whatOpensOrClosesABlockBelongsToIt() {
    assertThat(BLOCKS.around(2)).containsExactly(A, ALL);
    assertThat(BLOCKS.around(4)).containsExactly(A, ALL);
    assertThat(BLOCKS.around(0)).containsExactly(ALL);
    assertThat(BLOCKS.around(9)).containsExactly(ALL);
  }

  @Test
  void aCommentBelongsToWhatItStandsAbove() {
    assertThat(BLOCKS.around(1)).containsExactly(A, ALL);
  }

  @Test
  void aBlankLineIsInTheBlockAroundIt() {
    assertThat(BLOCKS.around(5)).containsExactly(ALL);
  }
}
