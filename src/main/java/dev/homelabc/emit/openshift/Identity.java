package dev.homelabc.emit.openshift;

import dev.homelabc.model.OpenShiftVm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// What a VM is known by, derived from its namespace and name. KubeVirt would draw these numbers at
/// random: then the same lab would not give the same VM, and cloud-init, which takes the firmware's
/// UUID for its instance id, would run again in a VM made anew.
final class Identity {
  /// The UUIDv5 of `homelabc.dev` in the name space of DNS names.
  private static final UUID HOMELABC = UUID.fromString("55f0cba6-b20d-5bd7-8c31-6656a647e82f");

  private Identity() {}

  /// A locally administered address: `02` and five bytes of SHA-256 over `NAMESPACE/VM/NETWORK`.
  static String mac(OpenShiftVm vm, String network) {
    var hash = digest("SHA-256", bytes(path(vm) + "/" + network));
    return "02:" + HexFormat.ofDelimiter(":").formatHex(hash, 0, 5);
  }

  static UUID firmware(OpenShiftVm vm) {
    return uuid(path(vm));
  }

  static UUID serial(OpenShiftVm vm) {
    return uuid(path(vm) + "/serial");
  }

  private static String path(OpenShiftVm vm) {
    return vm.project().value().namespace() + "/" + vm.name();
  }

  /// UUID version 5 (RFC 9562, section 5.5); the JDK only makes version 3.
  private static UUID uuid(String name) {
    var space = ByteBuffer.allocate(16);
    space.putLong(HOMELABC.getMostSignificantBits()).putLong(HOMELABC.getLeastSignificantBits());
    var hash = ByteBuffer.wrap(digest("SHA-1", space.array(), bytes(name)));
    long most = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
    long least = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(most, least);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] digest(String algorithm, byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance(algorithm);
      for (var part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
