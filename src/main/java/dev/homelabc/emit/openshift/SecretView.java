package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;

/// A Secret with one key.
///
/// @param template whether the text still holds placeholders for passwords
record SecretView(
    String name,
    String namespace,
    Yaml.Mapping labels,
    String key,
    Yaml.Text text,
    boolean template) {}
