package dev.homelabc.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Waits until VMs are where they are wanted, and tells what changes meanwhile.
///
/// @param names the VMs
/// @param patience how long to wait at most
/// @param journal told of each change of a VM
public record Waiting(Look look, List<String> names, Duration patience, Consumer<VmState> journal) {
  private static final Duration PAUSE = Duration.ofSeconds(3);

  /// An error may pass while the cluster still arranges things: a VM cannot be scheduled before its
  /// disk is bound. One that lasts is one.
  private static final Duration LASTING = Duration.ofSeconds(30);

  private static final Set<String> ERRORS =
      Set.of(
          "CrashLoopBackOff",
          "ErrorUnschedulable",
          "ErrImagePull",
          "ImagePullBackOff",
          "ErrorPvcNotFound",
          "DataVolumeError");

  /// The VMs that did not come up.
  ///
  /// @param failed VMs that have an error that lasts, or a disk that cannot be filled
  /// @param late VMs for which there was no time left
  public record Result(List<VmState> failed, List<VmState> late) {
    public boolean isFine() {
      return failed.isEmpty() && late.isEmpty();
    }
  }

  public Result run() {
    var end = look.pace().now().plus(patience);
    var told = new HashMap<String, String>();
    var errors = new HashMap<String, Instant>();
    while (true) {
      var failed = new ArrayList<VmState>();
      var late = new ArrayList<VmState>();
      for (var vm : look.vms()) {
        if (!names.contains(vm.name())) {
          continue;
        }
        if (!vm.summary().equals(told.put(vm.name(), vm.summary()))) {
          journal.accept(vm);
        }
        if (isFailed(vm, errors)) {
          failed.add(vm);
        } else if (!vm.isSettled()) {
          late.add(vm);
        }
      }
      if (late.isEmpty() || !look.pace().now().isBefore(end) || !look.pace().pause(PAUSE)) {
        return new Result(failed, late);
      }
    }
  }

  private boolean isFailed(VmState vm, Map<String, Instant> errors) {
    if (vm.hasLostDisk()) {
      errors.putIfAbsent(vm.name(), look.pace().now());
      return true;
    }
    if (vm.isSettled() || !ERRORS.contains(vm.phase())) {
      errors.remove(vm.name());
      return false;
    }
    var since = errors.computeIfAbsent(vm.name(), _ -> look.pace().now());
    return !look.pace().now().isBefore(since.plus(LASTING));
  }
}
