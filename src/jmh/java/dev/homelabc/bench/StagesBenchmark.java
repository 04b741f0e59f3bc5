package dev.homelabc.bench;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.emit.Emitter;
import dev.homelabc.emit.Target;
import dev.homelabc.fleet.Fleet;
import dev.homelabc.format.Formatter;
import dev.homelabc.model.Binder;
import dev.homelabc.model.Bound;
import dev.homelabc.model.Lab;
import dev.homelabc.output.OutputTree;
import dev.homelabc.rule.Rules;
import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Parser;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long each stage of the compiler takes on a clean fleet, in milliseconds. What counts is how
/// it grows: ten times the VMs may cost little more than ten times the time.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StagesBenchmark {
  @Param({"1000", "10000"})
  public int vms;

  private SourceFile source;
  private Parsed parsed;
  private Lab lab;

  @Setup
  public void compile() {
    source = new SourceFile("fleet.lab", new Fleet(vms).text());
    parsed = Parser.parse(source);
    lab = Binder.bind(List.of(parsed)).lab();
  }

  @Benchmark
  public Parsed parse() {
    return Parser.parse(source);
  }

  @Benchmark
  public String format() {
    return Formatter.format(parsed);
  }

  @Benchmark
  public Bound bind() {
    return Binder.bind(List.of(parsed));
  }

  @Benchmark
  public List<Diagnostic> laws() {
    return Rules.check(lab);
  }

  @Benchmark
  public OutputTree emit() {
    return Emitter.emit(lab, "", Target.ALL);
  }
}
