package dev.homelabc.emit.nix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homelabc.consumer.Nix;
import dev.homelabc.emit.Labs;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.MicroVm.Service;
import dev.homelabc.model.Setting;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.SshKey;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a lab's texts hold, Nix gives back the same texts.
class HostileTextTest {
  private static final int ROUNDS = 40;

  private static final List<String> FRAGMENTS =
      List.of(
          "${pkgs}", "''", "'''", "''${", "\"", "\\", "\\n", "\n", "\r", "\t", ": ", "#", "%", "$",
          "$$", "{", "}", "[=x]", "</#if>", "한국어", "🏠", " ", "-", "a", ";", "*/", "//", "\u0085",
          "\u2028");

  @TempDir private Path folder;
  private final Nix nix = Nix.require();
  private final Random random = new Random(20);

  /// One round: texts to put into a lab, and what Nix must say.
  private record Round(Texts texts, Tree tree) {}

  private record Texts(
      String description,
      String domain,
      String ntp,
      String zone,
      String key,
      String version,
      String nixpkgs,
      String microvm,
      String system,
      String service,
      Setting.Attributes settings) {}

  @Test
  void everyTextOfALabComesOutOfNixAsItWentIn() throws Exception {
    var example = Labs.example();
    var expressions = new LinkedHashMap<String, String>();
    var expected = new LinkedHashMap<String, JsonNode>();
    for (int i = 0; i < ROUNDS; i++) {
      var texts = texts();
      var round = new Round(texts, Tree.write(lab(example, texts), folder.resolve("r" + i)));
      expressions.put("r" + i, expression(round.tree));
      expected.put("r" + i, expectation(texts));
    }
    var actual = Tree.evaluate(nix, expressions);
    expected.forEach((name, value) -> assertThat(actual.get(name)).as(name).isEqualTo(value));
  }

  private static String expression(Tree tree) {
    return """
    let
      host = %s;
      vm = %s;
      flake = %s;
      constants = %s;
    in
    {
      domains = [ host.networking.domain vm.networking.domain constants.common.domain ];
      ntp = [ host.networking.timeServers vm.networking.timeServers ];
      zones = [ host.time.timeZone vm.time.timeZone constants.common.timeZone ];
      keys = [
        host.users.users.root.openssh.authorizedKeys.keys
        vm.users.users.root.openssh.authorizedKeys.keys
      ];
      versions = [
        host.system.stateVersion vm.system.stateVersion constants.common.stateVersion
      ];
      flake = [ flake.description flake.inputs.nixpkgs.url flake.inputs.microvm.url ];
      system = flake.system;
      services = removeAttrs vm.services [ "openssh" ];
    }
    """
        .formatted(
            tree.module("hosts/homelab/default.nix"),
            tree.module("vms/vault.nix"),
            """
            (let
              flake = %s;
              outputs = flake.outputs {
                self = outputs;
                nixpkgs.lib.nixosSystem = arguments: arguments;
                microvm.nixosModules = { host = null; microvm = null; };
              };
            in
            { inherit (flake) description inputs; system = outputs.nixosConfigurations.vault.system; })
            """
                .formatted(tree.value("flake.nix")),
            tree.value("lib/homelab-constants.nix"));
  }

  private static JsonNode expectation(Texts texts) {
    var json = JsonNodeFactory.instance.objectNode();
    repeat(json, "domains", texts.domain, 3);
    var ntp = json.putArray("ntp");
    ntp.addArray().add(texts.ntp).add(texts.domain);
    ntp.addArray().add(texts.ntp).add(texts.domain);
    repeat(json, "zones", texts.zone, 3);
    var keys = json.putArray("keys");
    keys.addArray().add(texts.key);
    keys.addArray().add(texts.key);
    repeat(json, "versions", texts.version, 3);
    json.putArray("flake").add(texts.description).add(texts.nixpkgs).add(texts.microvm);
    json.put("system", texts.system);
    json.putObject("services").set(texts.service, json(texts.settings));
    return json;
  }

  private static void repeat(ObjectNode json, String name, String text, int times) {
    var list = json.putArray(name);
    Stream.generate(() -> text).limit(times).forEach(list::add);
  }

  private static JsonNode json(Setting setting) {
    var factory = JsonNodeFactory.instance;
    return switch (setting) {
      case Setting.Text(var text) -> factory.textNode(text);
      // Jackson reads small numbers as int.
      case Setting.Whole(var number) ->
          number == (int) number ? factory.numberNode((int) number) : factory.numberNode(number);
      case Setting.Flag(var flag) -> factory.booleanNode(flag);
      case Setting.Nothing() -> factory.nullNode();
      case Setting.From(_, var value) -> json(value);
      case Setting.Sequence(var values) -> {
        var list = factory.arrayNode();
        values.forEach(value -> list.add(json(value)));
        yield list;
      }
      case Setting.Attributes(var values) -> {
        var set = factory.objectNode();
        values.forEach((name, value) -> set.set(name, json(value)));
        yield set;
      }
    };
  }

  private Texts texts() {
    var settings = new LinkedHashMap<>(attributes(3).values());
    settings.put("enable", new Setting.Flag(random.nextBoolean()));
    return new Texts(
        text(),
        text(),
        text(),
        text(),
        text(),
        text(),
        text(),
        text(),
        text(),
        "s" + text(),
        new Setting.Attributes(settings));
  }

  private String text() {
    var text = new StringBuilder();
    for (int i = random.nextInt(9); i >= 0; i--) {
      text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
    }
    return text.toString();
  }

  private Setting.Attributes attributes(int depth) {
    var values = new LinkedHashMap<String, Setting>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.put(text(), setting(depth - 1));
    }
    return new Setting.Attributes(values);
  }

  private Setting setting(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> new Setting.Text(text());
      case 1 ->
          new Setting.Whole(
              List.of(0L, -1L, 5000L, Long.MIN_VALUE, Long.MAX_VALUE).get(random.nextInt(5)));
      case 2 -> new Setting.Flag(random.nextBoolean());
      case 3 -> new Setting.Nothing();
      case 4 -> attributes(depth);
      default ->
          new Setting.Sequence(
              Stream.generate(() -> setting(depth - 1)).limit(random.nextInt(4)).toList());
    };
  }

  private static Lab lab(Lab lab, Texts texts) {
    var origin = lab.name().origin();
    var hosts = lab.hosts().stream().map(host -> host(host, texts)).toList();
    var microVms = lab.microVms().stream().map(vm -> vm(vm, texts)).toList();
    return new Lab(
        lab.name(),
        Optional.of(new Sourced<>(texts.description, origin)),
        Optional.of(new Sourced<>(texts.domain, origin)),
        new Sourced<>(texts.version, origin),
        new Sourced<>(texts.nixpkgs, origin),
        new Sourced<>(texts.microvm, origin),
        lab.dns(),
        List.of(new Sourced<>(texts.ntp, origin), new Sourced<>(texts.domain, origin)),
        Optional.of(new Sourced<>(texts.zone, origin)),
        List.of(new Sourced<>(new SshKey(texts.key), origin)),
        lab.hasUnreadSshKey(),
        lab.macPrefix(),
        lab.deny(),
        lab.warn(),
        lab.vlans(),
        hosts,
        microVms,
        Lab.byHost(microVms),
        lab.starts(),
        lab.openShiftVms(),
        lab.clusters(),
        lab.projects(),
        lab.deployments());
  }

  private static Host host(Host host, Texts texts) {
    return new Host(
        host.name(),
        host.origin(),
        host.description(),
        new Sourced<>(texts.system, host.origin()),
        host.cpus(),
        host.memory(),
        host.reserve(),
        host.disk(),
        host.gpu(),
        host.storageRoot(),
        host.ssh(),
        host.lan(),
        host.bridge(),
        host.addresses(),
        host.routes(),
        host.nats(),
        host.vms(),
        host.libvirt(),
        host.modules(),
        host.nix());
  }

  private static MicroVm vm(MicroVm vm, Texts texts) {
    return new MicroVm(
        vm.name(),
        vm.origin(),
        vm.description(),
        vm.on(),
        vm.hypervisor(),
        vm.vcpu(),
        vm.memory(),
        vm.hostName(),
        vm.nics(),
        vm.userNics(),
        vm.vsock(),
        vm.ports(),
        vm.shares(),
        vm.volumes(),
        vm.hardware(),
        List.of(new Service(new Sourced<>(texts.service, vm.origin()), texts.settings)),
        vm.modules(),
        vm.nix(),
        vm.autostart());
  }
}
