package dev.homelabc.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.model.Origin;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import org.junit.jupiter.api.Test;

class TraceTest {
  private static final SourceFile LAB = new SourceFile("home.lab", "vcpu 2\nmemory 4GiB\n");
  private static final Origin VCPU = Origin.written(LAB.at(new Span(0, 6)));
  private static final Origin MEMORY = Origin.written(LAB.at(new Span(7, 18)));

  @Test
  void aLineKnowsItsValuesInTheOrderOfTheTextAndEachOnce() {
    var draft = new Trace.Draft();
    draft.mark(2, MEMORY);
    draft.mark(2, VCPU);
    draft.mark(2, MEMORY);
    draft.mark(4, VCPU);
    var trace = draft.trace();
    assertThat(trace.at(2)).containsExactly(MEMORY, VCPU);
    assertThat(trace.at(3)).isEmpty();
    assertThat(trace.at(4)).containsExactly(VCPU);
  }

  @Test
  void aTextThatIsAddedBringsWhatItKnows() {
    var inner = new Trace.Draft();
    inner.mark(0, VCPU);
    inner.mark(1, MEMORY);
    var outer = new Trace.Draft();
    outer.add(10, inner.trace());
    assertThat(outer.trace().at(10)).containsExactly(VCPU);
    assertThat(outer.trace().at(11)).containsExactly(MEMORY);
  }

  @Test
  void manyMarksAreKept() {
    var draft = new Trace.Draft();
    for (int line = 0; line < 1000; line++) {
      draft.mark(line, line % 2 == 0 ? VCPU : MEMORY);
    }
    assertThat(draft.trace().at(0)).containsExactly(VCPU);
    assertThat(draft.trace().at(999)).containsExactly(MEMORY);
  }
}
