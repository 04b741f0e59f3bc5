package dev.homelabc.cli;

import dev.homelabc.cluster.Cluster;
import dev.homelabc.cluster.Look;
import dev.homelabc.cluster.StatusReport;
import dev.homelabc.diagnostic.Message;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Shows how the VMs of an OpenShift project are in a cluster: phase, node, addresses, disks"
          + " with the progress of their copies, and recent warnings.",
      "An address is planned where the guest reports none; on a bridge it does only with an agent"
          + " in it."
    })
final class StatusCommand implements Callable<Integer> {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /// Clears a terminal and goes to its first line.
  private static final String CLEAR = "\u001b[H\u001b[2J";

  private final Terminal terminal;
  private final Supplier<Outside> outside;

  @Mixin private final ScopeOptions scope = new ScopeOptions();
  @Mixin private final LoginOptions login = new LoginOptions();

  /// The formats by name.
  enum Format {
    TABLE,
    JSON
  }

  /// The formats as they are typed.
  static final class Formats extends FormatNames<Format> {
    Formats() {
      super(Format.class);
    }
  }

  @Option(
      names = {"-o", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      completionCandidates = Formats.class,
      converter = Formats.class,
      description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  private Format format = Format.TABLE;

  @Option(
      names = {"-w", "--watch"},
      description = "Look again every five seconds, until Ctrl-C.")
  private boolean isWatching;

  StatusCommand(Terminal terminal) {
    this(terminal, Outside::real);
  }

  StatusCommand(Terminal terminal, Supplier<Outside> outside) {
    this.terminal = terminal;
    this.outside = outside;
  }

  @Override
  public Integer call() {
    var lab = ScopedLab.read(terminal, scope, ScopedLab.Purpose.SEE);
    return lab.chosen()
        .map(it ->
            ClusterSession.run(
                terminal, login.login(outside.get().environment()), cluster -> show(cluster, it)))
        .orElse(lab.code());
  }

  private int show(Cluster cluster, ScopedLab.Chosen chosen) {
    var look = new Look(cluster, chosen.scope(), chosen.selection(), outside.get().pace());
    do {
      var report = new StatusReport(chosen.scope(), look.all());
      if (report.situation().vms().isEmpty()) {
        ClusterSession.error(terminal, Message.of("neither the lab nor the cluster has such a VM"));
        return Exit.FINDINGS;
      }
      if (isWatching && terminal.outStyle().isWatched()) {
        terminal.out().print(CLEAR);
      }
      terminal
          .out()
          .print(
              switch (format) {
                case TABLE -> report.table(terminal.language().get());
                case JSON -> report.json();
              });
      terminal.out().flush();
    } while (isWatching && outside.get().pace().pause(PAUSE));
    return Exit.FINE;
  }
}
