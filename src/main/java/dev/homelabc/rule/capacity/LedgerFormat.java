package dev.homelabc.rule.capacity;

import dev.homelabc.diagnostic.Language;
import java.util.Optional;

/// How a ledger is written, with the verdict where there is one. Ends in a line break.
public enum LedgerFormat {
  /// For a terminal.
  TEXT {
    @Override
    public String of(
        Ledger ledger, Optional<Verdict> verdict, boolean isColoured, Language language) {
      return new LedgerText(isColoured, language).print(ledger, verdict);
    }
  },
  /// For programs; the keys are described at the class that writes it. Without colours, in English.
  JSON {
    @Override
    public String of(
        Ledger ledger, Optional<Verdict> verdict, boolean isColoured, Language language) {
      return LedgerJson.print(ledger, verdict);
    }
  };

  public abstract String of(
      Ledger ledger, Optional<Verdict> verdict, boolean isColoured, Language language);
}
