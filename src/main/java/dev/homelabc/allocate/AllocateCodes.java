package dev.homelabc.allocate;

import dev.homelabc.diagnostic.Code;
import java.util.List;

/// The codes of findings about `auto` and the lock.
public final class AllocateCodes {
  static final Code CONFLICT =
      Code.warning(
          "lock-conflict",
          "homelab.lock holds a merge that git could not finish.",
          "Two branches assigned addresses. `homelabc build` keeps what does not clash, gives the"
              + " rest anew and writes the file without markers; until then it is not decided.",
          LockExample.of("<<<<<<< HEAD", "web ip 10.0.20.10", "=======", ">>>>>>> wiki"),
          LockExample.of("web ip 10.0.20.10"));

  static final Code MOVED =
      Code.warning(
          "moved-address",
          "A VM cannot keep the address that homelab.lock gives it.",
          "The VM comes back under another address: what names the old one (firewalls, DNS,"
              + " certificates, notes) has to follow.",
          LockExample.in("10.0.30.0/24", "web ip 10.0.20.10"),
          LockExample.in("10.0.20.0/24", "web ip 10.0.20.10"));

  static final Code OUTDATED =
      Code.error(
          "lock-outdated",
          "homelab.lock does not say what the sources ask for, and may not be changed.",
          "With `--locked` a build is sure to use the addresses that were committed, and not others"
              + " that nobody has seen.",
          LockExample.locked(),
          LockExample.locked("web ip 10.0.20.10"));

  static final Code FULL =
      Code.error(
          "subnet-full",
          "A VLAN has no address left for a VM that leaves its own to `auto`.",
          "Network, broadcast, gateway, DNS servers, the DHCP pool, other machines and addresses"
              + " that were freed are left out.",
          LockExample.in("10.0.20.0/30", "db ip 10.0.20.1 freed", "app ip 10.0.20.2 freed"),
          LockExample.in("10.0.20.0/30", "db ip 10.0.20.1 freed"));

  public static final List<Code> ALL = List.of(LockReader.BAD, CONFLICT, FULL, MOVED, OUTDATED);

  private AllocateCodes() {}
}
