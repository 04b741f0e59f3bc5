package dev.homelabc.model;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.Place;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.TextOffsets;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/// YAML that a text of the lab holds, and where its parts stand in the lab.
///
/// @param argument the whole text as it is written, quotes included
/// @param text what it says, before anything is put into it
public record EmbeddedYaml(Place argument, String text) {
  /// What stands for something else. `$${` does not: it is a character more than what it says, and
  /// the same to YAML.
  private static final Pattern FILLED =
      Pattern.compile("\\$\\$\\{|\\$\\{[^}\\n]*}|\\{\\{ *password *}}");

  /// Far more than any text of people has; an alias inside its own anchor would never end.
  private static final int MOST_NODES = 20_000;

  private static final int DEEPEST = 50;

  /// What came of reading a text as YAML.
  public sealed interface Outcome {
    record Good(YamlNode root) implements Outcome {}

    /// No value: nothing but comments.
    record Nothing() implements Outcome {}

    /// It is no YAML.
    ///
    /// @param span where it went wrong
    /// @param inside where that began in which it went wrong, if it began before
    record Bad(Span span, Message problem, Optional<Span> inside) implements Outcome {}
  }

  public static EmbeddedYaml in(Place argument) {
    return new EmbeddedYaml(argument, TextOffsets.text(argument));
  }

  /// What stands at a part of the text in the lab.
  public Place place(Span span) {
    return TextOffsets.place(argument, span.start(), span.end());
  }

  /// The finding that the text is no YAML.
  ///
  /// @param what such as "the affinity is not YAML"
  public Diagnostic finding(Outcome.Bad bad, Code code, Message what) {
    var finding =
        Diagnostic.at(
            place(bad.span()),
            code,
            Message.of("{0}: {1}", what, bad.problem()),
            Message.of("not readable as YAML"));
    return bad.inside()
        .map(it -> finding.also(place(it), Message.of("in what begins here")))
        .orElse(finding);
  }

  /// Reads the text as it stands.
  public Outcome read() {
    return read(text);
  }

  /// Reads the text with a word of the same length for each `${…}` and `{{ password }}`, which are
  /// not what YAML would take them for.
  public Outcome readFilled() {
    return read(
        FILLED
            .matcher(text)
            .replaceAll(
                it -> it.group().equals("$${") ? "\\$\\$\\{" : "x".repeat(it.group().length())));
  }

  /// Whether a part of the text is a placeholder, or has one in it.
  public boolean isFilled(Span span) {
    return FILLED
        .matcher(text.substring(span.start(), span.end()))
        .results()
        .anyMatch(it -> !it.group().equals("$${"));
  }

  /// Reads any text, whose parts have no place in a lab.
  public static Outcome read(String text) {
    var reader = new Reader(text);
    try {
      // What the class Yaml does, without what it makes for building objects and never needs here.
      var options = new LoaderOptions();
      var parser = new ParserImpl(new StreamReader(new StringReader(text)), options);
      var root = new Composer(parser, new Resolver(), options).getSingleNode();
      return root == null ? new Outcome.Nothing() : new Outcome.Good(reader.node(root));
    } catch (Unfit e) {
      return new Outcome.Bad(e.span, e.reason, Optional.empty());
    } catch (MarkedYAMLException e) {
      var problem = Message.of("{0}", String.valueOf(e.getProblem()));
      return new Outcome.Bad(reader.span(e.getProblemMark()), problem, reader.context(e));
    } catch (YAMLException e) {
      var problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return new Outcome.Bad(
          new Span(0, text.length()), Message.of("{0}", problem), Optional.empty());
    }
  }

  /// YAML that nobody means.
  private static final class Unfit extends YAMLException {
    private static final long serialVersionUID = 1;

    private final transient Span span;
    private final transient Message reason;

    Unfit(Span span, Message reason) {
      super(reason.toString());
      this.span = span;
      this.reason = reason;
    }
  }

  /// One run over one text.
  private static final class Reader {
    private final String text;

    /// SnakeYAML counts code points.
    private final int[] offsets;

    private int nodes;
    private int depth;

    Reader(String text) {
      this.text = text;
      this.offsets = new int[text.codePointCount(0, text.length()) + 1];
      for (int i = 1; i < offsets.length; i++) {
        offsets[i] = text.offsetByCodePoints(offsets[i - 1], 1);
      }
    }

    YamlNode node(Node node) {
      var span = span(node);
      if (++nodes > MOST_NODES || ++depth > DEEPEST) {
        throw new Unfit(span, Message.of("it is too large or contains itself"));
      }
      var read =
          switch (node) {
            case MappingNode mapping -> {
              var members = new ArrayList<YamlNode.Member>();
              for (var it : mapping.getValue()) {
                if (!(node(it.getKeyNode()) instanceof YamlNode.Scalar key)) {
                  throw new Unfit(span(it.getKeyNode()), Message.of("a key is not a string"));
                }
                members.add(new YamlNode.Member(key, node(it.getValueNode())));
              }
              yield new YamlNode.Mapping(span, members);
            }
            case SequenceNode sequence ->
                new YamlNode.Sequence(span, sequence.getValue().stream().map(this::node).toList());
            case ScalarNode scalar ->
                new YamlNode.Scalar(
                    span, scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN);
            default -> throw new Unfit(span, Message.of("it holds a {0}", node.getNodeId()));
          };
      depth--;
      return read;
    }

    private Span span(Node node) {
      return new Span(offset(node.getStartMark()), offset(node.getEndMark()));
    }

    /// The character at a mark; at the end of a line, the place behind it.
    Span span(@Nullable Mark mark) {
      if (mark == null) {
        return new Span(0, text.length());
      }
      int start = offset(mark);
      boolean isInLine = start < text.length() && text.charAt(start) != '\n';
      return isInLine ? new Span(start, text.offsetByCodePoints(start, 1)) : Span.at(start);
    }

    Optional<Span> context(MarkedYAMLException e) {
      return Optional.ofNullable(e.getContextMark())
          .filter(it -> e.getProblemMark() != null)
          .filter(it -> it.getIndex() < e.getProblemMark().getIndex())
          .map(this::span);
    }

    private int offset(Mark mark) {
      return offsets[Math.min(mark.getIndex(), offsets.length - 1)];
    }
  }
}
