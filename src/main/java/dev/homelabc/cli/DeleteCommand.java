package dev.homelabc.cli;

import dev.homelabc.cluster.Cluster;
import dev.homelabc.cluster.Removal;
import dev.homelabc.cluster.RemovalPlan;
import dev.homelabc.cluster.Step;
import dev.homelabc.diagnostic.Message;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    description = {
      "Deletes the VMs of an OpenShift project from a cluster, with their disks and all that is on"
          + " them, and what no VM needs any more.",
      "Lists first what it is going to delete, and asks. What homelabc did not make stays."
    })
final class DeleteCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Supplier<Outside> outside;

  @Mixin private final ScopeOptions scope = new ScopeOptions();
  @Mixin private final LoginOptions login = new LoginOptions();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean isSure;

  @Option(
      names = "--dry-run",
      description = "Delete nothing; let the cluster say whether it would.")
  private boolean isTrial;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "10m",
      converter = Durations.class,
      description = "How long to wait at most until the VMs are gone; ${DEFAULT-VALUE} by default.")
  private Duration timeout = Duration.ofMinutes(10);

  DeleteCommand(Terminal terminal) {
    this(terminal, Outside::real);
  }

  DeleteCommand(Terminal terminal, Supplier<Outside> outside) {
    this.terminal = terminal;
    this.outside = outside;
  }

  @Override
  public Integer call() {
    var lab = ScopedLab.read(terminal, scope, ScopedLab.Purpose.REMOVE);
    return lab.chosen()
        .map(it ->
            ClusterSession.run(
                terminal, login.login(outside.get().environment()), cluster -> delete(cluster, it)))
        .orElse(lab.code());
  }

  private int delete(Cluster cluster, ScopedLab.Chosen chosen) {
    var plan = RemovalPlan.of(cluster, chosen.scope(), chosen.selection());
    plan.strangers()
        .forEach(
            it -> say(Message.of("`{0}` stays: it was not made by homelabc for this project", it)));
    if (plan.isEmpty()) {
      terminal.out().println(terminal.text(Message.of("there is nothing to delete")));
      return Exit.FINE;
    }
    terminal
        .out()
        .println(
            terminal.text(
                Message.of(
                    "To be deleted in the namespace `{0}` of `{1}`:",
                    chosen.scope().namespace(), cluster.server())));
    plan.titles().forEach(it -> terminal.out().println("  " + it));
    terminal.out().flush();
    plan.eachKept((it, why) -> say(Message.of("`{0}` stays: {1}", it, why)));
    if (!isTrial && !isSure && !isConfirmed()) {
      return Exit.FINDINGS;
    }
    var removal =
        new Removal(cluster, chosen.scope(), outside.get().pace(), timeout, isTrial, this::show);
    var late = removal.run(plan);
    late.forEach(it ->
        ClusterSession.error(
            terminal, Message.of("`{0}` is not gone in time; the same command goes on", it)));
    return late.isEmpty() ? Exit.FINE : Exit.FINDINGS;
  }

  private boolean isConfirmed() {
    var prompt = outside.get().prompt();
    if (!prompt.isAnswered()) {
      ClusterSession.error(terminal, Message.of("there is no terminal to ask at"));
      terminal.help(Message.of("give `--yes` to delete without a question"));
      return false;
    }
    var question = Message.of("Delete all of this, with the data on the disks? Type `yes`: ");
    if (prompt.line(terminal.text(question)).filter("yes"::equals).isPresent()) {
      return true;
    }
    say(Message.of("nothing was deleted"));
    return false;
  }

  private void show(Step step, Message why) {
    var text = isTrial ? step + " (dry run)" : step.toString();
    terminal.out().println(why.isEmpty() ? text : text + ": " + terminal.text(why));
    terminal.out().flush();
  }

  private void say(Message message) {
    terminal.err().println(terminal.text(message));
  }
}
