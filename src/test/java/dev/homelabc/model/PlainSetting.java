package dev.homelabc.model;

import java.util.LinkedHashMap;

/// Settings without the places that their parts come from.
final class PlainSetting {
  private PlainSetting() {}

  static Setting of(Setting setting) {
    return switch (setting.plain()) {
      case Setting.Attributes(var values) -> {
        var plain = new LinkedHashMap<String, Setting>();
        values.forEach((key, value) -> plain.put(key, of(value)));
        yield new Setting.Attributes(plain);
      }
      case Setting.Sequence(var values) ->
          new Setting.Sequence(values.stream().map(PlainSetting::of).toList());
      case Setting other -> other;
    };
  }
}
