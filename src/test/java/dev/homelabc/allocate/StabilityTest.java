package dev.homelabc.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every lab, whatever people do to it.
class StabilityTest {
  private static final int STEPS = 12;

  static LongStream seeds() {
    return LongStream.range(0, 15);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingMovesThatIsNotTouched(long seed) {
    var random = new Random(seed);
    var now = Machines.none();
    Optional<String> lock = Optional.empty();
    for (int step = 0; step < STEPS; step++) {
      var before = now;
      var lab = changed(now, random, step);
      var next = compile(lab, random, lock).lock();
      var untouched = new HashSet<>(lab.blocks().keySet());
      untouched.removeIf(it -> !Objects.equals(lab.blocks().get(it), before.blocks().get(it)));
      assertThat(values(next, untouched)).isEqualTo(values(read(lock), untouched));
      assertThat(next.all()).extracting(Given::value).doesNotHaveDuplicates();
      lock = next.text();
      assertThat(compile(lab, random, lock).lock().text()).isEqualTo(lock);
      now = lab;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfTheSourcesHasNoPart(long seed) {
    var random = new Random(seed);
    var lab = Machines.none();
    for (int i = 0; i < STEPS; i++) {
      lab = lab.grown(random, "vm-" + i);
    }
    assertThat(compile(lab, random, Optional.empty()).lock())
        .isEqualTo(compile(lab, random, Optional.empty()).lock());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aVmThatComesBackHasWhatItHad(long seed) {
    var random = new Random(seed);
    var lab = Machines.none();
    for (int i = 0; i < STEPS; i++) {
      lab = lab.grown(random, "vm-" + i);
    }
    var first = compile(lab, random, Optional.empty()).lock();
    var gone = compile(lab.without("vm-3"), random, first.text()).lock();
    var other = lab.without("vm-3").grown(random, "vm-0-other");
    var meanwhile = compile(other, random, gone.text()).lock();
    assertThat(compile(lab, random, meanwhile.text()).lock().live()).isEqualTo(first.live());
  }

  /// Whoever merges into whose branch.
  @ParameterizedTest
  @MethodSource("seeds")
  void branchesMergeToOneLock(long seed) {
    var random = new Random(seed);
    var base = Machines.none();
    for (int i = 0; i < STEPS; i++) {
      base = base.grown(random, "vm-" + i);
    }
    var given = compile(base, random, Optional.empty()).lock();
    var ours = base.without("vm-1").grown(random, "vm-2-ours").grown(random, "zoo");
    var theirs = base.without("vm-7").grown(random, "a-theirs").grown(random, "vm-8-theirs");
    var merged = theirs.without("vm-1");
    for (var name : List.of("vm-2-ours", "zoo")) {
      merged = merged.with(name, Objects.requireNonNull(ours.blocks().get(name)));
    }
    var one = compile(ours, random, given.text()).lock();
    var other = compile(theirs, random, given.text()).lock();

    var here = compile(merged, random, Optional.of(conflict(one, other))).lock();

    assertThat(compile(merged, random, Optional.of(conflict(other, one))).lock()).isEqualTo(here);
    assertThat(here.all()).extracting(Given::value).doesNotHaveDuplicates();
    var untouched = new HashSet<>(merged.blocks().keySet());
    untouched.retainAll(base.blocks().keySet());
    assertThat(values(here, untouched)).isEqualTo(values(given, untouched));
    // Merged without a conflict, line by line, it comes to the same.
    var lines = new ArrayList<>(one.all());
    lines.addAll(other.all());
    assertThat(compile(merged, random, new Lock(lines).text()).lock()).isEqualTo(here);
  }

  /// Git's own word for it where it cannot tell which lines belong together.
  private static String conflict(Lock ours, Lock theirs) {
    return "<<<<<<< HEAD\n"
        + ours.text().orElseThrow()
        + "=======\n"
        + theirs.text().orElseThrow()
        + ">>>>>>> branch\n";
  }

  private static Machines changed(Machines lab, Random random, int step) {
    var names = List.copyOf(lab.blocks().keySet());
    if (names.size() < 4 || random.nextBoolean()) {
      return lab.grown(random, name(random, step)).grown(random, name(random, step) + "-b");
    }
    var name = names.get(random.nextInt(names.size()));
    var block = Objects.requireNonNull(lab.blocks().get(name));
    return switch (random.nextInt(3)) {
      case 0 -> lab.without(name);
      case 1 -> lab.without(name).with(name(random, step) + "-new", block);
      default ->
          lab.with(
              name,
              block.contains("vlan far")
                  ? block.replace("vlan far", "vlan services")
                  : block.replace("vlan services", "vlan far"));
    };
  }

  /// Names that sort anywhere among the others.
  private static String name(Random random, int step) {
    return (char) ('a' + random.nextInt(26)) + "" + step;
  }

  private static Compilation compile(Machines lab, Random order, Optional<String> lock) {
    var compilation = lab.compile(order, lock);
    assertThat(compilation.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
    return compilation;
  }

  private static Lock read(Optional<String> lock) {
    return LockFile.read(lock.map(it -> new SourceFile(LockFile.NAME, it))).lock();
  }

  private static Set<Given> values(Lock lock, Set<String> vms) {
    return lock.live().stream()
        .filter(it -> vms.contains(it.slot().vm().text()))
        .collect(Collectors.toSet());
  }
}
