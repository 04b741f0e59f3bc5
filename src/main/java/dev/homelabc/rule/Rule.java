package dev.homelabc.rule;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import java.util.function.Consumer;

/// One law of a lab. The class is named after its code: `DuplicateMac` upholds `duplicate-mac`.
public interface Rule {
  Code code();

  /// Reports every break of the law, in any order. Takes time near linear in the size of the lab.
  void check(LabIndex index, Consumer<Diagnostic> report);
}
