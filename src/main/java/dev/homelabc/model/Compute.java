package dev.homelabc.model;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.Size;

/// The CPUs and the memory of an OpenShift VM: its own, or those that an instance type gives.
public sealed interface Compute {
  Code BOTH =
      Code.error(
          "instance-type-with-cpu",
          "An OpenShift VM has an instance type, and CPUs or memory of its own.",
          "An instance type is all of both: KubeVirt refuses a VM that states one beside it.",
          example("memory 1GiB\n  instance-type u1.medium"),
          example("instance-type u1.medium"));

  record Own(Sourced<Integer> vcpu, Sourced<Size> memory) implements Compute {}

  /// Sized by a type that the cluster has.
  ///
  /// @param name of a VirtualMachineClusterInstancetype
  record InstanceType(Sourced<String> name) implements Compute {}

  /// What a VM says; what is missing or stands beside an instance type is reported.
  static Compute of(Values vm) {
    var type = vm.one("instance-type", String.class);
    if (type.isEmpty()) {
      return new Own(
          vm.required("vcpu", Integer.class, "vcpu 2").orElse(vm.byDefault(1)),
          vm.required("memory", Size.class, "memory 4GiB").orElse(vm.byDefault(new Size(1024))));
    }
    for (var property : new String[] {"vcpu", "memory"}) {
      vm.fields()
          .one(property)
          .ifPresent(it ->
              vm.report()
                  .accept(
                      Diagnostic.at(
                              it.place(),
                              BOTH,
                              Message.of(
                                  "{0} has an instance type, and `{1}` besides",
                                  vm.owner(), property),
                              Message.of("the instance type says it"))
                          .also(type.get().place(), Message.of("the instance type"))
                          .help(Message.of("take one of the two out"))));
    }
    return new InstanceType(type.get());
  }

  private static String example(String compute) {
    return """
    openshift shop

    vm web {
      %s
      image https://images.example.com/web.qcow2
      disk 10GiB
    }
    """
        .replace("%s", compute);
  }
}
