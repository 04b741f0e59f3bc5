package dev.homelabc.plan;

import java.util.Comparator;
import java.util.Locale;

/// What a plan speaks of. It prints as the language has it: `vm web`.
///
/// @param name empty for the lab, of which there is one
public record Subject(Kind kind, String name) implements Comparable<Subject> {
  /// In the order of a plan: what carries others comes first.
  public enum Kind {
    LAB("lab"),
    VLAN("vlan"),
    HOST("host"),
    MICROVM("vm"),
    CLUSTER("cluster"),
    DEPLOYMENT("deployment"),
    PROJECT("openshift"),
    OPENSHIFT_VM("vm");

    private final String keyword;

    Kind(String keyword) {
      this.keyword = keyword;
    }

    /// The keyword that declares it.
    public String keyword() {
      return keyword;
    }

    public boolean isVm() {
      return this == MICROVM || this == OPENSHIFT_VM;
    }

    /// Its name in JSON: `microvm`, `openshift-vm`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The lab, whatever its name: there is one, and it may be renamed.
  static final Subject LAB = new Subject(Kind.LAB, "");

  /// What declares it: `vm web`.
  String id() {
    return name.isEmpty() ? kind.keyword : kind.keyword + " " + name;
  }

  @Override
  public int compareTo(Subject other) {
    return Comparator.comparing(Subject::kind).thenComparing(Subject::name).compare(this, other);
  }

  @Override
  public String toString() {
    return id();
  }
}
