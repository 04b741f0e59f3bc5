package dev.homelabc.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.events.NodeEvent;

/// Reads YAML by version 1.1 and 1.2, which have to agree. There are no anchors in what we write.
public final class YamlReaders {
  private YamlReaders() {}

  /// The documents of a file, as both readers see them.
  public static List<Object> documents(String text) {
    var old = new ArrayList<Object>();
    new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text).forEach(old::add);
    var current = new ArrayList<Object>();
    new Load(LoadSettings.builder().build()).loadAllFromString(text).forEach(current::add);
    assertThat(current).as("YAML 1.1 and 1.2 disagree about%n%s", text).isEqualTo(old);
    for (var event : new Yaml().parse(new StringReader(text))) {
      assertThat(event instanceof NodeEvent node && node.getAnchor() != null).isFalse();
    }
    return current;
  }

  /// The only document of a file.
  public static Object document(String text) {
    var documents = documents(text);
    assertThat(documents).hasSize(1);
    return documents.getFirst();
  }

  /// What stands at a path of keys and indices, with `.` between them.
  public static Object at(Object document, String path) {
    var here = document;
    for (var step : path.split("\\.", -1)) {
      Map<?, ?> map =
          switch (here) {
            case List<?> list -> Map.of(step, list.get(Integer.parseInt(step)));
            case Map<?, ?> it -> it;
            default -> Map.of();
          };
      here = Objects.requireNonNull(map.get(step), () -> "no " + step + " of " + path);
    }
    return here;
  }
}
