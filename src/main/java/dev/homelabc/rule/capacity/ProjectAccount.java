package dev.homelabc.rule.capacity;

import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.value.Name;
import java.util.List;

/// What the VMs of an OpenShift project ask for. What its cluster has, a lab does not say.
///
/// @param demands sorted by name
public record ProjectAccount(OpenShiftProject project, List<Demand> demands) implements Account {
  public ProjectAccount {
    demands = List.copyOf(demands);
  }

  @Override
  public Name name() {
    return project.name();
  }

  /// The same with one more demand.
  ProjectAccount plus(Demand demand) {
    return new ProjectAccount(project, Account.with(demands, demand));
  }
}
