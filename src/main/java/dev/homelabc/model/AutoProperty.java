package dev.homelabc.model;

import dev.homelabc.value.AutoValue;
import dev.homelabc.value.Cid;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.MacAddress;
import dev.homelabc.value.Reading;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A property of a VM that the lab may leave to `auto`.
public enum AutoProperty {
  IP,
  MAC,
  TAP,
  VSOCK;

  /// The property by its keyword.
  public static Optional<AutoProperty> named(String keyword) {
    return Stream.of(values()).filter(it -> it.keyword().equals(keyword)).findFirst();
  }

  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// A value that can be assigned to it.
  public Reading<AutoValue> read(String text) {
    return switch (this) {
      case IP -> Ipv4.read(text).map(it -> it);
      case MAC -> MacAddress.read(text).map(it -> it);
      case TAP -> InterfaceName.readFitting(text).map(it -> it);
      case VSOCK -> Cid.read(text).map(it -> it);
    };
  }

  @Override
  public String toString() {
    return keyword();
  }
}
