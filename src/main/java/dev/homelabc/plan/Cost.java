package dev.homelabc.plan;

import dev.homelabc.diagnostic.Message;
import java.util.Locale;

/// What it takes until what runs is what the lab says, from the least to the most.
public enum Cost {
  /// No machine does anything differently, now or at its next start.
  NOTHING,
  /// Applied while everything goes on.
  LIVE,
  /// The host switches to its new configuration: services that it changes restart.
  RELOAD,
  /// systemd-networkd of the host reads its `.network` files again.
  NETWORK_RELOAD,
  /// The pods of a deployment are replaced.
  ROLLOUT,
  /// A VM stops and stays so.
  STOP,
  /// A VM stops and starts.
  RESTART,
  /// systemd-networkd of the host restarts.
  NETWORK_RESTART,
  /// The host has to start anew.
  REBOOT,
  /// Somebody has to do something that no deployment does.
  MANUAL,
  /// Nothing but making it anew brings it about.
  RECREATE;

  public Message words() {
    return switch (this) {
      case NOTHING -> Message.of("nothing to do");
      case LIVE -> Message.of("applied live");
      case RELOAD -> Message.of("reload");
      case NETWORK_RELOAD -> Message.of("network reload");
      case ROLLOUT -> Message.of("rollout");
      case STOP -> Message.of("stop");
      case RESTART -> Message.of("restart");
      case NETWORK_RESTART -> Message.of("network restart");
      case REBOOT -> Message.of("reboot");
      case MANUAL -> Message.of("manual step");
      case RECREATE -> Message.of("recreate");
    };
  }

  /// Its name in JSON: `network-restart`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
