package dev.homelabc.work;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Does the same to many things on all processors, as if one had done it.
public final class Together {
  /// A small lab is done before a second thread would have begun.
  private static final int FEW = 256;

  private Together() {}

  /// What an attempt came to.
  private sealed interface Outcome<R> {
    record Done<R>(R result) implements Outcome<R> {}

    record Failed<R>(RuntimeException failure) implements Outcome<R> {}
  }

  /// The results in the order of the things, each of which is about one VM or file. If some fail,
  /// it throws what the first of them in that order threw, whichever failed first.
  ///
  /// @param work touches nothing that another thread may change, and does not depend on the order
  public static <T, R> List<R> map(Collection<T> things, Function<? super T, ? extends R> work) {
    return map(things, things.size(), work);
  }

  /// The same for things that are more work each.
  ///
  /// @param vms how many VMs or files all of them together are about
  public static <T, R> List<R> map(
      Collection<T> things, int vms, Function<? super T, ? extends R> work) {
    if (vms < FEW) {
      return things.stream().<R>map(work).toList();
    }
    // Of the collections, a list is best at being halved.
    Stream<Outcome<R>> outcomes = List.copyOf(things).parallelStream().map(it -> attempt(it, work));
    return outcomes.toList().stream().map(Together::result).toList();
  }

  private static <T, R> Outcome<R> attempt(T thing, Function<? super T, ? extends R> work) {
    try {
      return new Outcome.Done<>(work.apply(thing));
    } catch (RuntimeException e) {
      return new Outcome.Failed<>(e);
    }
  }

  private static <R> R result(Outcome<R> outcome) {
    return switch (outcome) {
      case Outcome.Done<R>(var result) -> result;
      case Outcome.Failed<R>(var failure) -> throw failure;
    };
  }
}
