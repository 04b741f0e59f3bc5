package dev.homelabc.compiler;

import dev.homelabc.allocate.AllocateCodes;
import dev.homelabc.diagnostic.Code;
import dev.homelabc.model.Affinity;
import dev.homelabc.model.Compute;
import dev.homelabc.model.ModelCodes;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Rules;
import dev.homelabc.rule.Suppressions;
import dev.homelabc.rule.hygiene.LiteralSecret;
import dev.homelabc.rule.hygiene.Unused;
import dev.homelabc.schema.Types;
import dev.homelabc.syntax.SyntaxCodes;
import dev.homelabc.value.AddressRange;
import dev.homelabc.value.Cidr;
import dev.homelabc.value.HostPath;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Ipv6;
import dev.homelabc.value.MacAddress;
import dev.homelabc.value.Name;
import dev.homelabc.value.PciAddress;
import dev.homelabc.value.PortRange;
import dev.homelabc.value.Size;
import dev.homelabc.value.SshKey;
import dev.homelabc.value.UsbId;
import dev.homelabc.value.VlanId;
import dev.homelabc.value.Whole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every code that a finding can have, whichever stage reports it.
public final class Codes {
  /// Sorted by name.
  public static final List<Code> ALL =
      Stream.of(
              SyntaxCodes.ALL.stream(),
              ModelCodes.ALL.stream(),
              AllocateCodes.ALL.stream(),
              Stream.of(Imports.CYCLE, Imports.UNKNOWN),
              Stream.of(
                  AddressRange.BAD,
                  Affinity.BAD,
                  Affinity.UNKNOWN_FIELD,
                  Cidr.BAD,
                  Cidr.HOST_BITS,
                  Cidr.SPECIAL,
                  Compute.BOTH,
                  HostPath.BAD,
                  HostPath.UNSAFE,
                  InterfaceName.BAD,
                  Ipv4.BAD,
                  Ipv6.BAD,
                  MacAddress.BAD,
                  MacAddress.MULTICAST,
                  Name.BAD,
                  PciAddress.BAD,
                  PortRange.BAD,
                  Size.BAD,
                  Size.DECIMAL_UNIT,
                  SshKey.BAD,
                  Types.BAD_BOOLEAN,
                  Types.BAD_TEXT,
                  UsbId.BAD,
                  VlanId.RANGE,
                  Whole.BAD),
              Stream.of(LiteralSecret.CODE),
              Unused.CODES.stream(),
              Stream.of(Suppressions.ALLOW_WITHOUT_REASON, Suppressions.UNUSED_ALLOW),
              Rules.ALL.stream().map(Rule::code))
          .flatMap(it -> it)
          .sorted((it, other) -> it.name().compareTo(other.name()))
          .toList();

  private static final Map<String, Code> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Code::name, it -> it));

  private Codes() {}

  public static Optional<Code> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
