package dev.homelabc.schema;

import java.util.List;

/// The reference manual, made from the schema alone.
public enum Manual {
  /// For a terminal.
  TEXT {
    @Override
    public String of(List<Property> kinds) {
      return ManualText.print(kinds);
    }
  },
  /// A section for each kind, a list item for each property; the whole manual has a preface.
  MARKDOWN {
    @Override
    public String of(List<Property> kinds) {
      return ManualMarkdown.print(kinds);
    }
  },
  /// For programs; the keys are described at the class that writes it.
  JSON {
    @Override
    public String of(List<Property> kinds) {
      return ManualJson.print(kinds);
    }
  };

  /// The pages of some kinds of [Schema#KINDS], in their order. Ends in a line break.
  public abstract String of(List<Property> kinds);
}
