package dev.homelabc.value;

/// What a VM says about the name of a TAP on its host: the name, or `auto`.
public sealed interface TapName permits InterfaceName, Auto {
  static Reading<TapName> read(String text) {
    return text.equals(Auto.WORD)
        ? Reading.good(new Auto())
        : InterfaceName.read(text).map(it -> it);
  }
}
