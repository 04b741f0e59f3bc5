package dev.homelabc.verify;

import dev.homelabc.output.RelPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// What the installed programs say of a tree on disk.
///
/// @param asked the programs that had something to read, by name
/// @param absent those that had something to read and are not installed
public record Verification(List<String> asked, List<String> absent, List<Complaint> complaints) {
  private static final List<Check> CHECKS =
      List.of(
          new AnsibleCheck("ansible-inventory"),
          new AnsibleCheck("ansible-playbook"),
          new JustCheck(),
          new KustomizeCheck(),
          new NixCheck(),
          new ShellCheck());

  public Verification {
    asked = List.copyOf(asked);
    absent = List.copyOf(absent);
    complaints = List.copyOf(complaints);
  }

  /// Asks every program that has something to read. Nothing is written, and no machine is asked.
  ///
  /// @param folder the output folder, up to date
  /// @param files those of the tree
  /// @param programs where programs are looked for, as in `PATH`
  public static Verification of(Path folder, Collection<RelPath> files, String programs) {
    var asked = new ArrayList<String>();
    var absent = new ArrayList<String>();
    var complaints = new ArrayList<Complaint>();
    var tree = new Tree(folder.toAbsolutePath().normalize(), new TreeSet<>(files));
    for (var check : CHECKS) {
      if (!check.reads(tree)) {
        continue;
      }
      var missing =
          check.programs().stream().filter(it -> Program.find(it, programs).isEmpty()).toList();
      if (missing.isEmpty()) {
        asked.add(check.programs().getFirst());
        complaints.addAll(check.complaints(tree, it -> Program.find(it, programs).orElseThrow()));
      } else {
        absent.addAll(missing);
      }
    }
    complaints.sort(Comparator.comparing(Complaint::file).thenComparingInt(Complaint::line));
    return new Verification(asked, absent.stream().distinct().toList(), complaints);
  }
}
