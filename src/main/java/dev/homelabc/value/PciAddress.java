package dev.homelabc.value;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;
import java.util.Locale;

/// A PCI device of a host as Linux names it below `/sys/bus/pci/devices`: domain, bus, device and
/// function in lower-case hexadecimal. microvm.nix pastes it unquoted into the command line.
public record PciAddress(String text) {
  private static final String EXAMPLE = "0000:01:00.0";
  private static final String FORM = "[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]";

  public static final Code BAD =
      Code.error(
          "bad-pci-address",
          "A PCI device is not named by domain, bus, device and function.",
          "The host looks for the device by this name, `0000:01:00.0`. What `lspci` prints begins"
              + " with the bus; `lspci -D` prints it whole.",
          example("01:00.0"),
          example(EXAMPLE));

  private static String example(String address) {
    return """
    host box
    vlan services {
      id 20
      subnet 10.0.20.0/24
    }
    vm web {
      vlan services
      ip 10.0.20.10
      mac 02:00:00:00:20:10
      vcpu 1
      memory 1GiB
      device pci %s
    }
    """
        .replace("%s", address);
  }

  public PciAddress {
    if (!text.matches(FORM)) {
      throw new IllegalArgumentException("PCI address " + text);
    }
  }

  public static Reading<PciAddress> read(String text) {
    if (text.matches(FORM)) {
      return Reading.good(new PciAddress(text));
    }
    var bad = Reading.<PciAddress>bad(BAD, Message.of("`{0}` is not a PCI address", text));
    var lower = text.toLowerCase(Locale.ROOT);
    var whole = lower.matches(FORM) ? lower : "0000:" + lower;
    return whole.matches(FORM)
        ? bad.help(Message.of("write `{0}`", whole)).meant(whole)
        : bad.help(Message.of("write it like `{0}`, as `lspci -D` prints it", EXAMPLE));
  }

  @Override
  public String toString() {
    return text;
  }
}
