package dev.homelabc.cli;

import dev.homelabc.cli.Terminal.Style;
import dev.homelabc.cluster.FakeCluster;
import dev.homelabc.cluster.Pace;
import dev.homelabc.cluster.Prompt;
import dev.homelabc.cluster.Sha512Crypt;
import dev.homelabc.diagnostic.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import picocli.CommandLine;

/// Runs commands on a cluster as a person does, whose answers, and whose time, a test writes.
final class ClusterCommands implements Prompt, Pace {
  final FakeCluster cluster;
  final Map<String, String> environment = new HashMap<>();

  /// What the person types, line by line; null ends the input.
  final Queue<String> answers = new ArrayDeque<>();

  /// What happens in each pause.
  final Queue<Runnable> meanwhile = new ArrayDeque<>();

  private boolean isInterrupted;
  boolean hasTerminal = true;
  Language language = Language.ENGLISH;

  /// What the person sees, both streams.
  private final StringWriter screen = new StringWriter();

  private final Path folder;
  private Instant now = Instant.parse("2026-11-27T12:00:00Z");

  ClusterCommands(FakeCluster cluster, Path folder) {
    this.cluster = cluster;
    this.folder = folder;
    cluster.kubeconfig(folder);
  }

  /// What a run printed, with its exit code as the last line.
  String run(String... words) {
    screen.getBuffer().setLength(0);
    var args = new ArrayList<>(List.of(words).subList(1, words.length));
    if (!args.contains("--kubeconfig")) {
      args.addAll(List.of("--kubeconfig", folder.resolve("kubeconfig").toString()));
    }
    var writer = new PrintWriter(screen, true);
    var style = hasTerminal ? new Style(true, false) : Style.PLAIN;
    var terminal = new Terminal(writer, writer, style, style, () -> language);
    var outside = new Outside(environment, this, this, new Sha512Crypt(() -> "saltsaltsaltsalt"));
    var command =
        switch (words[0]) {
          case "deploy" -> new DeployCommand(terminal, () -> outside);
          case "status" -> new StatusCommand(terminal, () -> outside);
          case "delete" -> new DeleteCommand(terminal, () -> outside);
          default -> throw new IllegalArgumentException(words[0]);
        };
    int code =
        new CommandLine(command)
            .setOut(writer)
            .setErr(writer)
            .registerConverter(Path.class, Path::of)
            .execute(args.toArray(String[]::new));
    return screen.toString().replace(cluster.url(), "https://api.lab:6443") + "exit " + code + "\n";
  }

  /// Ends the next pause as Ctrl-C does.
  void interrupt() {
    isInterrupted = true;
  }

  @Override
  public boolean isAnswered() {
    return hasTerminal;
  }

  @Override
  public Optional<char[]> secret(String question) {
    screen.append(question).append('\n');
    return Optional.ofNullable(answers.poll()).map(String::toCharArray);
  }

  @Override
  public Optional<String> line(String question) {
    var answer = Optional.ofNullable(answers.poll());
    screen.append(question).append(answer.orElse("")).append('\n');
    return answer;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public boolean pause(Duration time) {
    now = now.plus(time);
    Stream.ofNullable(meanwhile.poll()).forEach(Runnable::run);
    return !isInterrupted;
  }
}
