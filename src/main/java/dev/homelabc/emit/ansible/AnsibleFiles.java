package dev.homelabc.emit.ansible;

import dev.homelabc.emit.Templates;
import dev.homelabc.model.Lab;
import dev.homelabc.output.Maker;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.util.List;

/// The files of the target `ansible`.
public final class AnsibleFiles {
  private static final List<String> PLAYBOOKS =
      List.of("deploy", "destroy", "restart", "start", "stop");

  private AnsibleFiles() {}

  private record Nothing() {}

  /// Adds the inventory of a lab that has hosts, and the playbooks where it has VMs.
  public static void add(Lab lab, OutputTree.Draft tree) {
    if (lab.hosts().isEmpty()) {
      return;
    }
    file(lab, tree, "inventory.yaml", InventoryView.of(lab));
    if (!lab.microVms().isEmpty()) {
      for (var playbook : PLAYBOOKS) {
        file(lab, tree, playbook + "-microvms.yaml", new Nothing());
      }
    }
  }

  private static void file(Lab lab, OutputTree.Draft tree, String name, Record view) {
    var path = "ansible/" + name;
    tree.add(RelPath.of(path), Maker.of(lab), () -> new Templates().render(path + ".ftl", view));
  }
}
