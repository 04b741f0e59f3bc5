package dev.homelabc.value;

import dev.homelabc.diagnostic.Message;

/// What comes of a [Capability] on a [Hypervisor].
public enum Support {
  /// It works.
  YES("yes"),
  /// The evaluation of the VM stops with an error.
  REFUSED("refused"),
  /// It is left out, with a warning at most.
  IGNORED("ignored"),
  /// It is handed on, and upstream or a test says that it does not work.
  BROKEN("broken");

  private final String text;

  Support(String text) {
    this.text = text;
  }

  /// What would happen to a VM that asks for it, as a label under the words that ask.
  public Message consequence() {
    return switch (this) {
      case YES -> Message.of("it works");
      case REFUSED -> Message.of("microvm.nix would stop with an error");
      case IGNORED -> Message.of("microvm.nix would leave it out");
      case BROKEN -> Message.of("it would not work");
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
