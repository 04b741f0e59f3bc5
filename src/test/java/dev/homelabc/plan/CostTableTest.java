package dev.homelabc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.plan.Subject.Kind;
import dev.homelabc.schema.Property;
import dev.homelabc.schema.Property.Platform;
import dev.homelabc.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CostTableTest {
  /// Every property of the language by its path, but for those of profiles, which VMs take over.
  private static Map<String, Property> properties() {
    var all = new TreeMap<String, Property>();
    for (var kind : Schema.KINDS) {
      if (!kind.equals(Schema.IMPORT) && !kind.name().equals("profile")) {
        collect(kind.name(), kind, all);
      }
    }
    return all;
  }

  private static void collect(String path, Property owner, Map<String, Property> all) {
    for (var property : owner.body().properties()) {
      var own = path + "/" + property.name();
      all.put(own, property);
      collect(own, property, all);
    }
  }

  @Test
  void everyPropertyOfTheLanguageHasACost() {
    var paths = new ArrayList<>(properties().keySet());
    paths.removeAll(CostTable.RESOLVED);

    assertThat(paths).hasSizeGreaterThan(100).allMatch(CostTable.paths()::contains);
  }

  @Test
  void everyRowIsAPropertyOrSaysThatItFollowsFromTheLab() {
    var known = properties().keySet();

    assertThat(CostTable.paths()).allMatch(it -> known.contains(it) || it.endsWith(")"));
  }

  @Test
  void aPropertyCostsTheVmsOfItsPlatform() {
    properties()
        .forEach((path, property) -> {
          if (!path.startsWith("vm/") || CostTable.RESOLVED.contains(path)) {
            return;
          }
          var wanted = new ArrayList<Kind>();
          var platform = platform(path);
          if (platform != Platform.OPENSHIFT) {
            wanted.add(Kind.MICROVM);
          }
          if (platform != Platform.MICROVM) {
            wanted.add(Kind.OPENSHIFT_VM);
          }
          assertThat(CostTable.reached(path)).as(path).containsExactlyInAnyOrderElementsOf(wanted);
        });
  }

  /// What is inside of a block is for the VMs that the block is for.
  private static Platform platform(String path) {
    var parts = path.split("/", -1);
    return Schema.kind(parts[0]).child(parts[1]).platform();
  }

  @Test
  void noPropertyCostsAKindTwice() {
    var seen = new HashMap<String, Set<Kind>>();
    for (var row : CostTable.ROWS) {
      var kinds = seen.computeIfAbsent(row.path(), _ -> new HashSet<>());
      for (var kind : row.judges().keySet()) {
        assertThat(kinds.add(kind)).as("%s for %s", row.path(), kind).isTrue();
      }
    }
  }
}
