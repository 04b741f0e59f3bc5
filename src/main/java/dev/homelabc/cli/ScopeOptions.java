package dev.homelabc.cli;

import dev.homelabc.diagnostic.Message;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which VMs a command is about, as it was typed.
final class ScopeOptions {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PROJECT",
      description = "An `openshift` of the lab.")
  private @Nullable String firstWord;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "VM",
      description = "A VM of it, with all its replicas; by default all VMs of the project.")
  private @Nullable String secondWord;

  @Option(names = "--project", paramLabel = "PROJECT", description = "The same as the first word.")
  private @Nullable String project;

  @Option(names = "--spec", paramLabel = "VM", description = "The same as the second word.")
  private @Nullable String vm;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "One replica only, such as web-02.")
  private @Nullable String target;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      description = "Take the VM to have this many replicas, whatever the lab says.")
  private @Nullable Integer replicas;

  @Option(
      names = "--lab",
      paramLabel = "PATH",
      description = "Folder with *.lab files, or one file; the current folder.")
  private Path path = Path.of(".");

  /// What is wrong with what was typed, whatever the lab.
  Optional<Message> problem() {
    if (project().isEmpty()) {
      return Optional.of(Message.of("name a project of the lab"));
    }
    if ((firstWord != null && project != null) || (secondWord != null && vm != null)) {
      return Optional.of(Message.of("a project or VM is named twice"));
    }
    if (replicas != null && target != null) {
      return Optional.of(Message.of("give `--target` or `--replicas`, not both"));
    }
    if (replicas != null && vm().isEmpty()) {
      return Optional.of(Message.of("`--replicas` needs a VM: every one has its own number"));
    }
    if (replicas != null && (replicas < 1 || replicas > Replica.MOST)) {
      return Optional.of(Message.of("`--replicas` is a number from 1 to {0}", Replica.MOST));
    }
    return Optional.empty();
  }

  Optional<String> project() {
    return Optional.ofNullable(project == null ? firstWord : project);
  }

  Optional<String> vm() {
    return Optional.ofNullable(vm == null ? secondWord : vm);
  }

  Optional<String> target() {
    return Optional.ofNullable(target);
  }

  Optional<Integer> replicas() {
    return Optional.ofNullable(replicas);
  }

  Path path() {
    return path;
  }
}
