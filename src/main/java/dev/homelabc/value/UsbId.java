package dev.homelabc.value;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;
import java.util.Locale;

/// A kind of USB device: vendor and product in four lower-case hexadecimal digits each, as `lsusb`
/// prints them.
public record UsbId(String vendor, String product) {
  private static final String EXAMPLE = "10c4:ea60";
  private static final String FORM = "[0-9a-f]{4}:[0-9a-f]{4}";

  public static final Code BAD =
      Code.error(
          "bad-usb-id",
          "A USB device is not named by vendor and product.",
          "QEMU looks for the device by these two numbers, wherever it is plugged in; bus and"
              + " device number change with every start of the host.",
          example("001:004"),
          example(EXAMPLE));

  private static String example(String id) {
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
      device usb %s
    }
    """
        .replace("%s", id);
  }

  public static Reading<UsbId> read(String text) {
    if (text.matches(FORM)) {
      return Reading.good(new UsbId(text.substring(0, 4), text.substring(5)));
    }
    var bad = Reading.<UsbId>bad(BAD, Message.of("`{0}` is not VENDOR:PRODUCT", text));
    var lower = text.toLowerCase(Locale.ROOT);
    return lower.matches(FORM)
        ? bad.help(Message.of("write `{0}`", lower)).meant(lower)
        : bad.help(Message.of("write it like `{0}`, as `lsusb` prints it", EXAMPLE));
  }

  @Override
  public String toString() {
    return vendor + ":" + product;
  }
}
