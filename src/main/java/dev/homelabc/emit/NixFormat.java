package dev.homelabc.emit;

/// Strings for the inside of a Nix `"…"`.
final class NixFormat extends CodeFormat {
  static final NixFormat NIX = new NixFormat();

  private NixFormat() {
    super("Nix");
  }

  @Override
  String escape(String text) {
    return NixPrinter.escape(text);
  }
}
