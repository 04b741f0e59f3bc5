package dev.homelabc.plan;

import dev.homelabc.diagnostic.Language;

/// How a plan is written. Ends in a line break.
public enum PlanFormat {
  /// For a terminal.
  TEXT {
    @Override
    public String of(Plan plan, boolean isFull, Language language) {
      return new PlanText(new Words(language, isFull)).print(plan);
    }
  },
  /// For a comment on a pull request.
  MARKDOWN {
    @Override
    public String of(Plan plan, boolean isFull, Language language) {
      return new PlanMarkdown(new Words(language, isFull)).print(plan);
    }
  },
  /// For programs: always all of it, and in English.
  JSON {
    @Override
    public String of(Plan plan, boolean isFull, Language language) {
      return PlanJson.print(plan);
    }
  };

  /// The whole text.
  ///
  /// @param isFull whether to show what costs nothing, why each thing costs what it does, and the
  ///   files
  public abstract String of(Plan plan, boolean isFull, Language language);
}
