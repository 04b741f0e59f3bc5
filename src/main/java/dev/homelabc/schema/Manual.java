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

    @Override
    public String hypervisors() {
      return HypervisorTable.text();
    }
  },
  /// A section for each kind, a list item for each property; the whole manual has a preface.
  MARKDOWN {
    @Override
    public String of(List<Property> kinds) {
      return ManualMarkdown.print(kinds);
    }

    @Override
    public String hypervisors() {
      return HypervisorTable.markdown();
    }
  },
  /// For programs; the keys are described at the class that writes it.
  JSON {
    @Override
    public String of(List<Property> kinds) {
      return ManualJson.print(kinds);
    }

    @Override
    public String hypervisors() {
      return HypervisorTable.json();
    }
  };

  /// The pages of some kinds of [Schema#KINDS], in their order. Ends in a line break.
  public abstract String of(List<Property> kinds);

  /// The page that says what each hypervisor can do. Ends in a line break.
  public abstract String hypervisors();
}
