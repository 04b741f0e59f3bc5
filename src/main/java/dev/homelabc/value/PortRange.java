package dev.homelabc.value;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;
import java.util.Locale;
import java.util.regex.Pattern;

/// One port or a run of ports, 1 to 65535, of one protocol: `22`, `30000-32767`, `53/udp`.
public record PortRange(int from, int to, Protocol protocol) {
  /// A transport protocol; TCP where nothing is said.
  public enum Protocol {
    TCP,
    UDP;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final Code BAD =
      Code.error(
          "bad-port",
          "A port is not a number from 1 to 65535, or a range of them.",
          "The firewall option takes any order of a range and opens nothing when it is reversed, so"
              + " it is checked here.",
          example("70000"),
          example("8080"));

  private static final Pattern FORM = Pattern.compile("([0-9]+)(?:-([0-9]+))?(?:/(.*))?");

  private static String example(String port) {
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
      port web %s
    }
    """
        .replace("%s", port);
  }

  public PortRange {
    if (from < 1 || to > 65535 || from > to) {
      throw new IllegalArgumentException(from + "-" + to);
    }
  }

  public static Reading<PortRange> read(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Reading.<PortRange>bad(BAD, Message.of("`{0}` is not a port", text))
          .help(Message.of("write `22`, `30000-32767` or `53/udp`"));
    }
    if (form.group(3) != null && !form.group(3).matches("tcp|udp")) {
      return Reading.bad(
          BAD, Message.of("`{0}` in `{1}` is neither `tcp` nor `udp`", form.group(3), text));
    }
    var protocol = "udp".equals(form.group(3)) ? Protocol.UDP : Protocol.TCP;
    return port(text, form.group(1))
        .then(from -> {
          if (form.group(2) == null) {
            return Reading.good(new PortRange(from, from, protocol));
          }
          return port(text, form.group(2))
              .then(to ->
                  from <= to
                      ? Reading.good(new PortRange(from, to, protocol))
                      : Reading.<PortRange>bad(BAD, Message.of("range `{0}` is reversed", text))
                          .help(Message.of("write the smaller port first")));
        });
  }

  private static Reading<Integer> port(String text, String digits) {
    var number = Whole.digits(digits);
    return number.isPresent() && number.getAsLong() >= 1 && number.getAsLong() <= 65535
        ? Reading.good((int) number.getAsLong())
        : Reading.bad(
            BAD,
            text.equals(digits)
                ? Message.of("port `{0}` is not a number from 1 to 65535", digits)
                : Message.of("port `{0}` in `{1}` is not a number from 1 to 65535", digits, text));
  }

  public boolean isSingle() {
    return from == to;
  }

  @Override
  public String toString() {
    return from + (isSingle() ? "" : "-" + to) + (protocol == Protocol.UDP ? "/udp" : "");
  }
}
