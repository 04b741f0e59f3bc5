package dev.homelabc.model;

import java.util.LinkedHashMap;
import java.util.Map;

/// An option of a service with the place of its line; so has each option in a block.
sealed interface Option {
  Origin origin();

  /// The same as data.
  Setting setting();

  Option through(String profile);

  /// An option with its value on the line.
  record Plain(Origin origin, Setting setting) implements Option {
    @Override
    public Plain through(String profile) {
      return new Plain(origin.through(profile), setting);
    }
  }

  /// An option that is a set of options, in the order written.
  record Block(Origin origin, Map<String, Option> options) implements Option {
    @Override
    public Setting.Attributes setting() {
      return new Setting.Attributes(settings(options));
    }

    @Override
    public Block through(String profile) {
      return new Block(origin.through(profile), Option.through(options, profile));
    }
  }

  static Map<String, Setting> settings(Map<String, Option> options) {
    var settings = new LinkedHashMap<String, Setting>();
    options.forEach(
        (key, option) -> settings.put(key, new Setting.From(option.origin(), option.setting())));
    return settings;
  }

  static Map<String, Option> through(Map<String, Option> options, String profile) {
    var carried = new LinkedHashMap<String, Option>();
    options.forEach((key, option) -> carried.put(key, option.through(profile)));
    return carried;
  }
}
