package dev.homelabc.rule.openshift;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.EmbeddedYaml;
import dev.homelabc.model.EmbeddedYaml.Outcome;
import dev.homelabc.model.Lab;
import dev.homelabc.model.Origin;
import dev.homelabc.model.YamlNode;
import dev.homelabc.rule.Use;
import dev.homelabc.source.Place;
import dev.homelabc.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The cloud-init user data of a VM as the lab writes it, before anything is put into it.
///
/// @param owner words for the VM
/// @param read what it says as YAML
record UserText(Message owner, Origin origin, EmbeddedYaml yaml, Outcome read) {
  /// What cloud-init tells the kind of user data by, in lower case. Source: INCLUSION_TYPES_MAP of
  /// its handlers; the last two begin a MIME message.
  private static final List<String> KINDS =
      List.of(
          "#cloud-config",
          "#!",
          "#include",
          "#part-handler",
          "#cloud-boothook",
          "## template: jinja",
          "content-type:",
          "mime-version:");

  /// Other kinds that begin as a cloud-config does.
  private static final List<String> OTHERS =
      List.of("#cloud-config-archive", "#cloud-config-jsonp");

  /// Of every VM that has some; what replicas or a profile share is read once.
  static List<UserText> of(Lab lab) {
    Map<Place, UserText> read = new HashMap<>();
    return lab.openShiftVms().stream()
        .filter(vm -> vm.cloudInit().isPresent())
        .map(vm -> {
          var written = vm.cloudInit().get().origin();
          var same =
              read.computeIfAbsent(
                  written.place(),
                  place -> {
                    var yaml = EmbeddedYaml.in(place);
                    return new UserText(Message.NONE, written, yaml, yaml.readFilled());
                  });
          return new UserText(
              Message.of("`{0}`{1}", vm, Use.how(written)), written, same.yaml, same.read);
        })
        .toList();
  }

  /// The first line that is not blank.
  Span firstLine() {
    var text = yaml.text();
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = text.indexOf('\n', start);
    return new Span(start, end < 0 ? text.length() : end);
  }

  /// Whether cloud-init knows what kind of user data it is. A value that is put in may say it.
  boolean isKnown() {
    return firstLine().length() == 0 || begins(KINDS) || yaml.isFilled(firstLine());
  }

  boolean isCloudConfig() {
    return begins(List.of("#cloud-config")) && !begins(OTHERS);
  }

  private boolean begins(List<String> words) {
    var text = yaml.text().stripLeading();
    return words.stream()
        .anyMatch(it ->
            text.substring(0, Math.min(it.length(), text.length()))
                .toLowerCase(Locale.ROOT)
                .equals(it));
  }

  /// The accounts that it makes or changes.
  Stream<YamlNode.Mapping> users() {
    return Stream.of("users", "user").flatMap(it -> root().flatMap(root -> mappings(root, it)));
  }

  private Stream<YamlNode.Mapping> root() {
    return isCloudConfig() && read instanceof Outcome.Good(YamlNode.Mapping root)
        ? Stream.of(root)
        : Stream.empty();
  }

  /// The mapping under a key, or those in a list there.
  private static Stream<YamlNode.Mapping> mappings(YamlNode.Mapping mapping, String key) {
    return mapping.member(key).map(YamlNode.Member::value).stream()
        .flatMap(
            it -> it instanceof YamlNode.Sequence(_, var items) ? items.stream() : Stream.of(it))
        .flatMap(it -> it instanceof YamlNode.Mapping user ? Stream.of(user) : Stream.empty());
  }

  /// Where something can be put on a line of its own: whether the text has lines in the lab.
  boolean hasLines() {
    return yaml.argument().text().startsWith("\"\"\"");
  }

  /// A line break of the file, and what stands before a place on its line, as blanks.
  Optional<String> newLine(Place before) {
    if (!hasLines()) {
      return Optional.empty();
    }
    var file = before.file();
    int line = before.line();
    var indent = file.text().substring(file.lines().start(line), before.span().start());
    var end = file.text().startsWith("\r\n", file.lines().end(line)) ? "\r\n" : "\n";
    return Optional.of(end + indent.replaceAll("[^\\s]", " "));
  }
}
