package dev.homelabc.rule.capacity;

import dev.homelabc.model.OpenShiftProject;
import java.util.List;

/// What the VMs of an OpenShift project ask for. What its cluster has, a lab does not say.
///
/// @param demands sorted by name
public record ProjectAccount(OpenShiftProject project, List<Demand> demands) {
  public ProjectAccount {
    demands = List.copyOf(demands);
  }

  public long used(Resource resource) {
    return demands.stream().mapToLong(it -> it.amount(resource)).sum();
  }
}
