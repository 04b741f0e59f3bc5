package dev.homelabc.emit;

import dev.homelabc.model.Lab;
import dev.homelabc.output.OutputTree;
import java.util.Collection;

/// Lab to files: the same lab gives the same bytes, but for what former VMs have left on hosts.
public final class Emitter {
  private Emitter() {}

  public static OutputTree emit(Lab lab, String former, Collection<Target> targets) {
    var tree = new OutputTree.Draft();
    targets.forEach(target -> target.files().add(lab, former, tree));
    return tree.tree();
  }
}
