package dev.homelabc.verify;

import dev.homelabc.output.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// `ansible-inventory --list`, and `ansible-playbook --syntax-check` of each playbook.
record AnsibleCheck(String program) implements Check {
  private static final String INVENTORY = "ansible/inventory.yaml";
  private static final Pattern PLACE = Pattern.compile("'(/[^']+)':\\s+line\\s+(\\d+)");
  private static final Pattern ERROR = Pattern.compile("(?m)^(?:ERROR!|\\[ERROR\\]:) *(.+)$");

  @Override
  public List<String> programs() {
    return List.of(program);
  }

  @Override
  public boolean reads(Tree tree) {
    return tree.has(INVENTORY) && (isOfInventory() || !playbooks(tree).isEmpty());
  }

  private boolean isOfInventory() {
    return program.equals("ansible-inventory");
  }

  @Override
  public List<Complaint> complaints(Tree tree, Function<String, Program> programs) {
    var ansible = programs.apply(program);
    var inventory = RelPath.of(INVENTORY);
    var path = tree.on(inventory).toString();
    var complaints = new ArrayList<Complaint>();
    if (isOfInventory()) {
      var answer = ansible.ask(tree.folder(), List.of("-i", path, "--list"));
      if (!answer.isFine()) {
        complaints.add(complaint(tree, inventory, answer.all()));
      }
      return complaints;
    }
    for (var playbook : playbooks(tree)) {
      var answer =
          ansible.ask(
              tree.folder(), List.of("-i", path, "--syntax-check", tree.on(playbook).toString()));
      if (!answer.isFine()) {
        complaints.add(complaint(tree, playbook, answer.all()));
      }
    }
    return complaints;
  }

  private Complaint complaint(Tree tree, RelPath asked, String said) {
    var place = PLACE.matcher(said);
    var error = ERROR.matcher(said);
    var text = error.find() ? error.group(1) : said.strip();
    return place.find()
        ? new Complaint(
            program,
            tree.named(place.group(1)).orElse(asked),
            Integer.parseInt(place.group(2)),
            text)
        : new Complaint(program, asked, 1, text);
  }

  private static List<RelPath> playbooks(Tree tree) {
    return tree.those(it -> it.startsWith("ansible/") && !it.equals(INVENTORY));
  }
}
