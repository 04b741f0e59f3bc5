package dev.homelabc.emit.nix;

import dev.homelabc.emit.Nix;
import dev.homelabc.model.Setting;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.IpAddress;
import dev.homelabc.value.Ipv4;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Values of the lab as Nix expressions.
final class Values {
  private Values() {}

  /// A list of strings; nothing where the list is empty, so that the option keeps its default.
  static Optional<Nix> texts(List<? extends Sourced<?>> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(list(values));
  }

  static Nix list(List<? extends Sourced<?>> values) {
    return Nix.texts(values);
  }

  /// One address as the list that networkd's options want.
  static Optional<Nix> single(Optional<Sourced<Ipv4>> address) {
    return address.map(it -> Nix.texts(List.of(it)));
  }

  /// Addresses of name servers: the nearer ones where there are any, else those of the lab.
  static Optional<Nix> dns(List<Sourced<IpAddress>> near, List<Sourced<IpAddress>> far) {
    return texts(near.isEmpty() ? far : near);
  }

  /// Modules in the user's own files, as elements of `imports`.
  ///
  /// @param up the way to the output's root, such as `../`
  static List<Nix> modules(List<Sourced<String>> paths, String up) {
    return paths.stream()
        .<Nix>map(path -> new Nix.From(path.origin(), new Nix.Path(up + path)))
        .toList();
  }

  /// Modules in the user's own code, as elements of `imports`. Line ends become LF.
  static List<Nix> modules(List<Sourced<String>> texts) {
    return texts.stream()
        .filter(text -> !text.value().isBlank())
        .<Nix>map(text -> {
          var lines = text.value().replace("\r\n", "\n").replace('\r', '\n');
          return new Nix.From(text.origin(), new Nix.Code(lines));
        })
        .toList();
  }

  static Nix of(Setting setting) {
    return switch (setting) {
      case Setting.Text(var text) -> new Nix.Text(text);
      case Setting.Whole(var number) -> new Nix.Whole(number);
      case Setting.Flag(var flag) -> new Nix.Flag(flag);
      case Setting.Nothing() -> new Nix.Null();
      case Setting.Sequence(var values) -> new Nix.ListOf(values.stream().map(Values::of).toList());
      case Setting.Attributes attributes -> of(attributes);
      case Setting.From(var origin, var value) -> new Nix.From(origin, of(value));
    };
  }

  static Nix.Attributes of(Setting.Attributes attributes) {
    var values = new LinkedHashMap<String, Nix>();
    attributes.values().forEach((name, value) -> values.put(name, of(value)));
    return new Nix.Attributes(values);
  }
}
