package dev.homelabc.cli;

import dev.homelabc.cluster.Cluster;
import dev.homelabc.cluster.ClusterFailure;
import dev.homelabc.cluster.Deployment;
import dev.homelabc.cluster.Look;
import dev.homelabc.cluster.Step.Outcome;
import dev.homelabc.cluster.VmState;
import dev.homelabc.cluster.Waiting;
import dev.homelabc.diagnostic.Message;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the VMs of an OpenShift project in a cluster, with their networks, Secrets and disks.",
      "What is there is left as it is, so that the same command goes on where an earlier one"
          + " stopped. Nothing is ever deleted."
    })
final class DeployCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Supplier<Outside> outside;

  @Mixin private final ScopeOptions scope = new ScopeOptions();
  @Mixin private final LoginOptions login = new LoginOptions();
  @Mixin private final PasswordOptions passwords = new PasswordOptions();

  @Option(
      names = "--update",
      description = "Bring what is there to what the lab says, too, by server-side apply.")
  private boolean isUpdate;

  @Option(
      names = "--dry-run",
      description = "Change nothing; let the cluster check everything and say what it would do.")
  private boolean isTrial;

  @Option(
      names = "--wait",
      negatable = true,
      description =
          "Wait until the VMs are ready, and show how they come up; by default where standard"
              + " output is a terminal.")
  private @Nullable Boolean isWaiting;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "30m",
      converter = Durations.class,
      description = "How long to wait at most; ${DEFAULT-VALUE} by default.")
  private Duration timeout = Duration.ofMinutes(30);

  DeployCommand(Terminal terminal) {
    this(terminal, Outside::real);
  }

  DeployCommand(Terminal terminal, Supplier<Outside> outside) {
    this.terminal = terminal;
    this.outside = outside;
  }

  @Override
  public Integer call() {
    var lab = ScopedLab.read(terminal, scope, ScopedLab.Purpose.MAKE);
    return lab.chosen()
        .map(it ->
            ClusterSession.run(
                terminal, login.login(outside.get().environment()), cluster -> deploy(cluster, it)))
        .orElse(lab.code());
  }

  private int deploy(Cluster cluster, ScopedLab.Chosen chosen) {
    var deployment =
        new Deployment(
            cluster,
            passwords.passwords(terminal, outside.get()),
            outside.get().crypt(),
            isUpdate,
            isTrial,
            step -> terminal.out().println(isTrial ? step + " (dry run)" : step.toString()));
    var report = deployment.run(chosen.scope(), chosen.selection());
    terminal.out().flush();
    report.problems().forEach(it -> ClusterSession.error(terminal, it));
    report.strangers().forEach(this::stranger);
    report.failure().ifPresent(it -> stopped(it, report));
    if (!report.problems().isEmpty()) {
      say(Message.of("nothing was changed in the cluster"));
    }
    if (!report.isWhole()) {
      return Exit.IO;
    }
    terminal.out().println(terminal.text(summary(report)));
    boolean waits = isWaiting == null ? terminal.outStyle().isWatched() : isWaiting;
    return waits && !isTrial
        ? await(cluster, chosen, report.own(chosen.selection().vms()))
        : Exit.FINE;
  }

  private static Message summary(Deployment.Report report) {
    return Message.of(
        "{0} created, {1} updated, {2} left as they are",
        report.count(Outcome.CREATED),
        report.count(Outcome.UPDATED),
        report.count(Outcome.SKIPPED) + report.count(Outcome.UNCHANGED));
  }

  private void stranger(String title) {
    say(Message.of("note: `{0}` was not made by homelabc for this project", title));
  }

  private void stopped(ClusterFailure failure, Deployment.Report report) {
    ClusterSession.say(terminal, failure);
    say(
        Message.of(
            "{0} done, {1} left; the same command goes on from here",
            report.done().size(), report.left().size() + 1));
  }

  private int await(Cluster cluster, ScopedLab.Chosen chosen, List<String> vms) {
    var look = new Look(cluster, chosen.scope(), chosen.selection(), outside.get().pace());
    var result = new Waiting(look, vms, timeout, this::show).run();
    result
        .failed()
        .forEach(
            it -> trouble(it, Message.of("`{0}` does not come up: {1}", it.name(), it.summary())));
    result
        .late()
        .forEach(it ->
            trouble(it, Message.of("`{0}` is not ready in time: {1}", it.name(), it.summary())));
    if (result.isFine()) {
      terminal.out().println(terminal.text(Message.of("{0} ready", vms.size())));
      return Exit.FINE;
    }
    terminal.help(
        Message.of(
            "`homelabc status {0}` shows what the cluster says of it", chosen.scope().project()));
    return Exit.FINDINGS;
  }

  private void show(VmState vm) {
    terminal.out().println(vm.name() + ": " + vm.summary());
    terminal.out().flush();
  }

  private void trouble(VmState vm, Message what) {
    ClusterSession.error(terminal, what);
    vm.disks()
        .forEach(
            disk -> disk.message().ifPresent(it -> say(Message.of("{0}: {1}", disk.name(), it))));
    vm.message().ifPresent(it -> say(Message.of("{0}: {1}", vm.name(), it)));
  }

  private void say(Message message) {
    terminal.err().println(terminal.text(message));
  }
}
