package dev.homelabc.emit.just;

import dev.homelabc.emit.Templates;
import dev.homelabc.model.Lab;
import dev.homelabc.output.Maker;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import dev.homelabc.output.Traced;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The files of the target `just`.
public final class JustFiles {
  private static final String RECIPES = "justfile";
  private static final String PRUNE = "PRUNE.md";

  /// What the VMs have on their hosts, for the build after this one.
  public static final String LIST = "prune.list";

  /// All files of this target: they lie beside those of others.
  public static final Set<String> ALL = Set.of(RECIPES, PRUNE, LIST);

  private JustFiles() {}

  /// Adds the recipes of a lab that has hosts, and what VMs left that it had once.
  public static void add(Lab lab, String former, OutputTree.Draft tree) {
    var belongings = Belongings.after(Belongings.read(former), lab);
    var maker = Maker.of(lab);
    var templates = new Templates();
    if (!lab.hosts().isEmpty()) {
      tree.add(
          RelPath.of(RECIPES),
          maker,
          () -> templates.render("just/justfile.ftl", JustView.of(lab, belongings)));
    }
    if (!belongings.gone().isEmpty()) {
      var view = new PruneView(belongings.gone());
      tree.add(RelPath.of(PRUNE), maker, () -> templates.render("just/prune.md.ftl", view));
    }
    if (!belongings.all().isEmpty()) {
      tree.add(RelPath.of(LIST), maker, () -> Traced.plain(belongings.print()));
    }
  }

  /// What a tree leaves for the build after it; empty if nothing.
  public static String list(OutputTree tree) {
    return tree.files().getOrDefault(RelPath.of(LIST), "");
  }

  /// What VMs that a lab no longer has left on their hosts.
  ///
  /// @param former `prune.list` of the build before
  public static List<LeftBehind> left(Lab lab, String former) {
    return Belongings.after(Belongings.read(former), lab).gone().stream()
        .map(it ->
            new LeftBehind(
                it.host(),
                it.vm(),
                it.taps(),
                Stream.of(List.of(it.state()), it.folders(), it.images())
                    .flatMap(List::stream)
                    .toList()))
        .toList();
  }

  private record PruneView(List<Belongings.Gone> vms) {}
}
