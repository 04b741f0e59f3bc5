/// Golden cases: inputs in the repository together with what the compiler is to make of them, byte
/// for byte. The command and the tests run them through the same code. A person's own lab has its
/// whole output in `golden/` beside it instead ([LabGolden]).
///
/// | input | golden |
/// |---|---|
/// | `golden/errors/CODE/CASE.lab` | `CASE.txt` beside it: the source, a rule, the findings |
/// | `golden/syntax/CASE.lab` | `CASE.txt` beside it, likewise |
/// | `golden/show/CASE.lab` | `CASE.txt` beside it: its declarations, with origins |
/// | `golden/fmt/CASE.in.lab` | `CASE.lab` beside it: its canonical form |
/// | `golden/fix/CASE.in.lab` | `CASE.lab` beside it: the file with its fixes applied |
/// | `golden/review/CASE/{before,after}.lab` | `review.html` beside them: the page about it |
/// | `examples/LAB/*.lab` | `golden/examples/LAB/`: the whole output; `homelab.lock` beside them |
/// | the schema | `docs/reference.md`, where there is a folder `docs/` |
/// | the table of hypervisors | `docs/hypervisors.md`, likewise |
@NullMarked
package dev.homelabc.golden;

import org.jspecify.annotations.NullMarked;
