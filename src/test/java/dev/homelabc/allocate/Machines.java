package dev.homelabc.allocate;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/// A lab that somebody goes on writing: VMs by name, each with its block, in two VLANs and on two
/// hosts.
record Machines(SortedMap<String, String> blocks) {
  private static final String NETWORK =
      """
      host box
      host rack
      vlan services {
        id 20
        subnet 10.0.20.0/24
        gateway 10.0.20.1
        dns 10.0.20.3
        dhcp 10.0.20.8-10.0.20.12
      }
      vlan far {
        id 300
        subnet 10.1.0.0/23
      }
      """;

  Machines {
    blocks = Collections.unmodifiableSortedMap(new TreeMap<>(blocks));
  }

  static Machines none() {
    return new Machines(new TreeMap<>());
  }

  Machines with(String name, String block) {
    var more = new TreeMap<>(blocks);
    more.put(name, block);
    return new Machines(more);
  }

  Machines without(String name) {
    var fewer = new TreeMap<>(blocks);
    fewer.remove(name);
    return new Machines(fewer);
  }

  /// The same with one more VM, which leaves some of its values to `auto`.
  Machines grown(Random random, String name) {
    int number = random.nextInt(4000);
    var block = new StringBuilder("  on ").append(random.nextBoolean() ? "box" : "rack");
    block.append("\n  vlan ").append(random.nextBoolean() ? "services" : "far");
    block.append(random.nextInt(8) == 0 ? "\n  ip dhcp" : "\n  ip auto");
    block.append(
        switch (random.nextInt(4)) {
          case 0 -> "\n  mac auto";
          case 1 -> "\n  mac 06:00:00:00:%02x:%02x".formatted(number >> 8, number & 0xff);
          default -> "";
        });
    block.append(
        switch (random.nextInt(3)) {
          case 0 -> "\n  vsock auto";
          case 1 -> "\n  vsock " + (1_000_000 + number);
          default -> "";
        });
    block.append(random.nextBoolean() ? "\n  tap auto" : "");
    block.append("\n  vcpu 1\n  memory 1GiB\n");
    if (random.nextInt(4) == 0) {
      block.append("  interface more {\n    vlan far\n    ip auto\n    tap auto\n  }\n");
    }
    return with(name, block.toString());
  }

  /// Compiled in some order.
  Compilation compile(Random order, Optional<String> lock) {
    var vms = new ArrayList<String>();
    blocks.forEach((name, block) -> vms.add("vm " + name + " {\n" + block + "}\n"));
    Collections.shuffle(vms, order);
    int half = vms.size() / 2;
    var files =
        List.of(
            new SourceFile("a.lab", NETWORK + String.join("", vms.subList(0, half))),
            new SourceFile("b.lab", String.join("", vms.subList(half, vms.size()))));
    return Compiler.compile(
        new SourceSet(files, _ -> Optional.empty())
            .with(lock.map(it -> new SourceFile(LockFile.NAME, it))),
        List.of());
  }
}
