package dev.homelabc.model;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.Reading;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Kubernetes scheduling rules (`core/v1 Affinity`), read from YAML.
///
/// All scalars of that type but `weight` are strings, so they are read as such: `on` and `0755` are
/// label values here and neither a boolean nor an octal number, whatever version of YAML one has in
/// mind.
public record Affinity(Setting.Attributes rules) {
  public static final Code BAD =
      Code.error(
          "bad-affinity",
          "An affinity is not a YAML mapping.",
          "It becomes a part of the VirtualMachine, so it must be a mapping such as"
              + " `nodeAffinity:`.",
          example("- rack-01"),
          example("nodeAffinity: {}"));

  /// Far more than any real rules have; an alias inside its own anchor would never end.
  private static final int MOST_NODES = 2000;

  private static final int DEEPEST = 50;

  private static String example(String affinity) {
    return """
    openshift shop
    vm web {
      vcpu 1
      memory 1GiB
      image https://images.example.com/web.qcow2
      disk 10GiB
      affinity "%s"
    }
    """
        .formatted(affinity);
  }

  public static Reading<Affinity> read(String text) {
    try {
      var root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (!(root instanceof MappingNode mapping)) {
        return Reading.bad(BAD, Message.of("the affinity is not a YAML mapping"));
      }
      return Reading.good(new Affinity(new Walk().attributes(mapping)));
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      var line = mark == null ? Message.NONE : Message.of(" in line {0}", mark.getLine() + 1);
      return Reading.bad(BAD, Message.of("the affinity is not YAML: {0}{1}", e.getProblem(), line));
    } catch (YAMLException e) {
      return Reading.bad(BAD, Message.of("the affinity is not YAML: {0}", firstLine(e)));
    }
  }

  private static Message firstLine(YAMLException e) {
    return e instanceof Unfit unfit
        ? unfit.reason
        : String.valueOf(e.getMessage())
            .lines()
            .findFirst()
            .map(it -> Message.of("{0}", it))
            .orElse(Message.of("it cannot be read"));
  }

  /// Whether the rules say something of their own under a key of the first level.
  public boolean has(String key) {
    return rules.values().containsKey(key);
  }

  /// YAML that is no affinity.
  private static final class Unfit extends YAMLException {
    private static final long serialVersionUID = 1;

    private final transient Message reason;

    Unfit(Message reason) {
      super(reason.toString());
      this.reason = reason;
    }
  }

  private static final class Walk {
    private int nodes;
    private int depth;

    private Setting setting(Node node, String key) {
      if (++nodes > MOST_NODES || ++depth > DEEPEST) {
        throw new Unfit(Message.of("it is too large or contains itself"));
      }
      var setting = inner(node, key);
      depth--;
      return setting;
    }

    private Setting inner(Node node, String key) {
      return switch (node) {
        case MappingNode mapping -> attributes(mapping);
        case SequenceNode sequence -> {
          var values = new ArrayList<Setting>();
          sequence.getValue().forEach(value -> values.add(setting(value, key)));
          yield new Setting.Sequence(values);
        }
        case ScalarNode scalar -> scalar(scalar, key);
        case AnchorNode anchor -> setting(anchor.getRealNode(), key);
        default -> throw new Unfit(Message.of("it holds a {0}", node.getNodeId()));
      };
    }

    private Setting.Attributes attributes(MappingNode mapping) {
      var values = new LinkedHashMap<String, Setting>();
      for (var tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          throw new Unfit(Message.of("a key is not a string"));
        }
        var name = key.getValue();
        if (values.put(name, setting(tuple.getValueNode(), name)) != null) {
          throw new Unfit(Message.of("key `{0}` is there twice", name));
        }
      }
      return new Setting.Attributes(values);
    }

    private static Setting scalar(ScalarNode scalar, String key) {
      var text = scalar.getValue();
      boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
      if (plain && text.matches("|~|null")) {
        return new Setting.Nothing();
      }
      return plain && key.equals("weight") && text.matches("[0-9]{1,9}")
          ? new Setting.Whole(Long.parseLong(text))
          : new Setting.Text(text);
    }
  }
}
