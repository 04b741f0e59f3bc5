package dev.homelabc.emit.nix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homelabc.consumer.Nix;
import dev.homelabc.emit.Emitter;
import dev.homelabc.emit.Target;
import dev.homelabc.model.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A lab's Nix files on disk, for Nix to evaluate.
///
/// `lib`, `pkgs` and `config` are stand-ins that say no more than our modules ask. What JSON cannot
/// hold, the modules' imports and functions, is left out.
record Tree(Path folder, List<Path> files) {
  private static final String ARGUMENTS =
      """
      {
        lib = {
          mkForce = value: { forced = value; };
          mkDefault = value: { default = value; };
          getName = package: package.pname;
          getExe' = package: name: "${package}/bin/${name}";
          escapeShellArgs = toString;
        };
        config.microvm.vmHostPackages = packages;
        pkgs = packages;
      }
      """;

  private static final String PACKAGES =
      """
      builtins.listToAttrs (
        map (name: { inherit name; value = "/${name}"; }) [
          "btrfs-progs" "cni-plugin-flannel" "cni-plugins" "conntrack-tools" "coreutils" "cri-tools"
          "e2fsprogs" "ethtool" "iproute2" "iptables" "kmod" "kubernetes" "qemu-utils" "socat"
          "util-linux" "xfsprogs"
        ]
      )
      """;

  static Tree write(Lab lab, Path folder) throws IOException {
    var files = new ArrayList<Path>();
    for (var file : Emitter.emit(lab, "", List.of(nix())).files().entrySet()) {
      var path = file.getKey().resolve(folder);
      Files.createDirectories(path.getParent());
      files.add(Files.writeString(path, file.getValue()));
    }
    return new Tree(folder, List.copyOf(files));
  }

  private static Target nix() {
    return Target.named("nix").orElseThrow();
  }

  /// An expression for the options that a module sets.
  String module(String path) {
    return "(removeAttrs (import " + Nix.path(folder.resolve(path)) + " arguments) left)";
  }

  /// An expression for a file that is a value.
  String value(String path) {
    return "(import " + Nix.path(folder.resolve(path)) + ")";
  }

  /// Evaluates expressions by name, in one process.
  static JsonNode evaluate(Nix nix, Map<String, String> expressions) {
    var set = new StringBuilder("let packages = ").append(PACKAGES).append("; arguments = ");
    set.append(ARGUMENTS).append("; left = [ \"imports\" \"nixpkgs\" ]; in {\n");
    expressions.forEach((name, expression) ->
        set.append('"').append(name).append("\" = ").append(expression).append(";\n"));
    return nix.evalJson(set.append("}\n").toString());
  }
}
