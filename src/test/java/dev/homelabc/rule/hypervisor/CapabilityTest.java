package dev.homelabc.rule.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.rule.Example;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.value.Capability;
import dev.homelabc.value.Hypervisor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The laws against the table: each finds what a hypervisor cannot do, and nothing that it can.
class CapabilityTest {
  /// What asks for a capability, and the code of the law about it.
  private record Wish(String code, String lines) {}

  private static final Map<Capability, Wish> WISHES =
      Map.ofEntries(
          Map.entry(Capability.VSOCK, new Wish("unsupported-vsock", "vsock 100")),
          Map.entry(Capability.VIRTIOFS, share("proto virtiofs")),
          Map.entry(Capability.PLAN_9, share("proto 9p")),
          Map.entry(Capability.READ_ONLY_9P, share("proto 9p\nread-only true")),
          Map.entry(Capability.QCOW2, volume("unsupported-qcow2", "format qcow2")),
          Map.entry(Capability.SERIAL, volume("unsupported-volume", "serial s")),
          Map.entry(Capability.DIRECT, volume("unsupported-volume", "direct true")),
          Map.entry(Capability.TAP, nic("type tap\nvlan services\nip 10.0.20.99")),
          Map.entry(
              Capability.MACVTAP,
              nic("type macvtap\nvlan services\nip 10.0.20.99\nlink eth9\nmode bridge")),
          Map.entry(
              Capability.BRIDGE, nic("type bridge\nvlan services\nip 10.0.20.99\nbridge br9")),
          Map.entry(Capability.USER, nic("type user")),
          Map.entry(Capability.BALLOON, new Wish("unsupported-balloon", "balloon true")),
          Map.entry(Capability.PCI, new Wish("unsupported-device", "device pci 0000:01:00.0")),
          Map.entry(Capability.USB, new Wish("unsupported-device", "device usb 10c4:ea60")),
          Map.entry(Capability.SHUTDOWN, volume("no-graceful-shutdown", "")));

  /// What has no words of its own in the language, or not these words on every hypervisor.
  private static final List<Capability> ELSEWHERE = List.of(Capability.HOTPLUG, Capability.MACHINE);

  static Stream<Arguments> cells() {
    return Arrays.stream(Hypervisor.values())
        .filter(it -> it != Hypervisor.VFKIT)
        .flatMap(hypervisor -> WISHES.keySet().stream().map(it -> Arguments.of(hypervisor, it)));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void aLawAgreesWithTheTable(Hypervisor hypervisor, Capability capability) {
    var wish = Objects.requireNonNull(WISHES.get(capability));

    assertThat(codes("hypervisor " + hypervisor + "\n" + wish.lines).contains(wish.code))
        .isEqualTo(!capability.isOn(hypervisor));
  }

  @ParameterizedTest
  @MethodSource("hypervisors")
  void memoryIsPluggedIntoQemusLargerMachinesOnly(Hypervisor hypervisor) {
    var lines = "hypervisor " + hypervisor + "\nhotplug-memory 1GiB";
    boolean isQemu = hypervisor == Hypervisor.QEMU;

    assertThat(codes(lines)).containsOnly("unsupported-hotplug");
    assertThat(codes(lines + "\nmachine q35"))
        .containsExactlyElementsOf(
            isQemu ? List.of() : List.of("unsupported-hotplug", "idle-property"));
  }

  static Stream<Hypervisor> hypervisors() {
    return Arrays.stream(Hypervisor.values()).filter(it -> it != Hypervisor.VFKIT);
  }

  @ParameterizedTest
  @MethodSource("capabilities")
  void noCapabilityIsForgotten(Capability capability) {
    assertThat(WISHES.containsKey(capability)).isNotEqualTo(ELSEWHERE.contains(capability));
  }

  static Stream<Capability> capabilities() {
    return Arrays.stream(Capability.values());
  }

  private static Wish share(String lines) {
    return new Wish("unsupported-share", "share data {\nsource /srv/a\nmount /a\n" + lines + "\n}");
  }

  private static Wish nic(String lines) {
    return new Wish(
        "unsupported-interface", "interface n {\nmac 02:00:00:00:20:99\n" + lines + "\n}");
  }

  private static Wish volume(String code, String lines) {
    return new Wish(code, "volume data {\nmount /a\nsize 1GiB\n" + lines + "\n}");
  }

  private static List<String> codes(String lines) {
    var sources = SourceSet.of(new SourceFile("a.lab", Example.web(lines)));
    return Compiler.compile(sources, List.of()).diagnostics().stream()
        .map(it -> it.code().name())
        .toList();
  }
}
