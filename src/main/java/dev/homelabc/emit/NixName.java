package dev.homelabc.emit;

/// The name of an attribute; a template prints it with quotes where Nix needs them.
public record NixName(String text) {
  String code() {
    return NixPrinter.name(text);
  }
}
