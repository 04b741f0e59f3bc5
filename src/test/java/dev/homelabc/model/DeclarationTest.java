package dev.homelabc.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.format.Formatter;
import dev.homelabc.schema.Body;
import dev.homelabc.schema.Property;
import dev.homelabc.schema.Schema;
import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Parser;
import dev.homelabc.syntax.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeclarationTest {
  /// What a resolved declaration has behind it: profiles are laid under it, replicas counted out.
  private static final Set<String> RESOLVED =
      Set.of("vm profile", "vm replicas", "profile profile");

  private static final Path GOLDENS = Path.of("golden/show");

  static Stream<List<Path>> labs() throws IOException {
    var goldens = files(GOLDENS, ".lab").stream().map(List::of);
    return Stream.concat(goldens, Stream.of(files(Path.of("examples/homelab"), ".lab")));
  }

  @ParameterizedTest
  @MethodSource("labs")
  void readsAgainAsTheSame(List<Path> lab) {
    var declarations =
        declarations(lab.stream().map(it -> new SourceFile(it.toString(), text(it))).toList());
    var written = declarations.stream().map(Declaration::text).collect(Collectors.joining("\n"));

    var again = declarations(List.of(new SourceFile("again.lab", written)));

    assertThat(again.stream().map(Declaration::text).collect(Collectors.joining("\n")))
        .isEqualTo(written);
    assertThat(again).hasSameSizeAs(declarations);
    for (int i = 0; i < again.size(); i++) {
      assertThat(meaning(again.get(i))).containsAll(meaning(declarations.get(i)));
    }
  }

  @ParameterizedTest
  @MethodSource("labs")
  void isInCanonicalForm(List<Path> lab) {
    for (var file : lab) {
      for (var it : declarations(List.of(new SourceFile("x.lab", text(file))))) {
        assertThat(format(it.text())).isEqualTo(it.text());
        assertThat(format(it.textWithOrigins())).isEqualTo(it.textWithOrigins());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("labs")
  void saysForEveryLineWhereItComesFrom(List<Path> lab) {
    for (var file : lab) {
      for (var it : declarations(List.of(new SourceFile("x.lab", text(file))))) {
        var parsed = Parser.parse(new SourceFile("", it.textWithOrigins()));
        for (var statement : all(parsed.statements())) {
          var end = parsed.source().text().indexOf('\n', statement.head().end());
          assertThat(parsed.source().text().substring(statement.head().end(), end))
              .matches("( \\{| \\{ })? # (default|x\\.lab:[0-9]+(, profile [a-z0-9-]+)?)");
        }
      }
    }
  }

  @Test
  void theGoldensShowEveryKindAndProperty() throws IOException {
    var shown = new TreeSet<String>();
    for (var golden : files(GOLDENS, ".txt")) {
      var parsed = Parser.parse(new SourceFile("", text(golden)));
      paths("", Schema.KINDS, parsed.statements(), shown);
    }
    var known = new TreeSet<String>();
    paths("", Schema.KINDS, known);
    known.removeAll(RESOLVED);
    known.remove(Schema.IMPORT.name());

    assertThat(known).isNotEmpty();
    assertThat(shown).containsAll(known);
  }

  @Test
  void aLineOfAProfileNamesTheProfileThatItStandsIn() {
    var vm =
        only(
            "vm",
            """
            host box
            profile low {
              vcpu 1
            }
            profile high {
              profile low
              memory 1GiB
            }
            vm web {
              profile high
            }
            """);

    assertThat(vm.textWithOrigins())
        .contains("  vcpu 1 # x.lab:3, profile low\n", "  memory 1GiB # x.lab:7, profile high\n")
        .startsWith("vm web { # x.lab:9\n");
  }

  @Test
  void theHypervisorOfTheLabHoldsForItsVms() {
    var vm = only("vm", "lab home {\n  hypervisor cloud-hypervisor\n}\nhost box\nvm web\n");

    assertThat(vm.textWithOrigins()).contains("  hypervisor cloud-hypervisor # x.lab:2\n");
  }

  @Test
  void aVmOfOpenShiftHasNoDefaultsOfAMicroVm() {
    var vm = only("vm", "openshift cloud\nvm web\n");

    assertThat(vm.text())
        .isEqualTo("vm web {\n  on cloud\n  run-strategy Always\n  guest-agent false\n}\n");
  }

  @Test
  void aProfileHasNoDefaultsAndKeepsWhatItsVmsDecide() {
    var profile = only("profile", "profile p {\n  tap \"t-${name}\"\n  service nginx\n}\n");

    assertThat(profile.text()).isEqualTo("profile p {\n  tap \"t-${name}\"\n  service nginx\n}\n");
  }

  @Test
  void aLabThatIsNotDeclaredIsAllDefaults() {
    assertThat(only("lab", "host box\n").textWithOrigins())
        .startsWith("lab homelab { # default\n")
        .doesNotContain("x.lab");
  }

  /// Every property with its arguments as values, blocks and all, without order or place.
  private static List<String> meaning(Declaration declaration) {
    var meaning = new ArrayList<String>();
    meaning("", declaration.values(), meaning);
    return meaning;
  }

  private static void meaning(String path, Values values, List<String> meaning) {
    for (var entry : values.fields().entries().values()) {
      if (RESOLVED.contains(values.property().name() + " " + entry.property().name())) {
        continue;
      }
      var here = path + "/" + entry.property().name();
      var arguments = new ArrayList<String>();
      for (int i = 0; i < entry.arguments().size(); i++) {
        arguments.add(
            values
                .argument(entry, i, Object.class)
                .map(it -> it.value().toString())
                .orElse("unread"));
      }
      // A switch alone means true.
      here +=
          arguments.isEmpty() && entry.property().usage().contains("BOOL") ? "[true]" : arguments;
      meaning.add(here);
      for (var option : Option.settings(entry.options()).entrySet()) {
        meaning.add(here + "/" + option.getKey() + "=" + PlainSetting.of(option.getValue()));
      }
      if (entry.property().body() instanceof Body.Pairs) {
        meaning.add(here + pairs(values.pairs(entry.property().name())));
      }
      meaning(here, values.in(entry), meaning);
    }
  }

  private static Map<String, String> pairs(Map<String, Sourced<String>> pairs) {
    return pairs.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().value()));
  }

  private static List<Statement> all(List<Statement> statements) {
    return statements.stream()
        .flatMap(it ->
            Stream.concat(
                Stream.of(it),
                it.block().stream().flatMap(block -> all(block.statements()).stream())))
        .toList();
  }

  private static void paths(String path, List<Property> known, Set<String> paths) {
    for (var property : known) {
      paths.add((path + " " + property.name()).strip());
      paths(path + " " + property.name(), property.body().properties(), paths);
    }
  }

  private static void paths(
      String path, List<Property> known, List<Statement> statements, Set<String> paths) {
    for (var statement : statements) {
      for (var property : known) {
        if (property.name().equals(statement.keyword().text())) {
          paths.add((path + " " + property.name()).strip());
          var inner = statement.block().map(Statement.Block::statements).orElse(List.of());
          paths(path + " " + property.name(), property.body().properties(), inner, paths);
        }
      }
    }
  }

  private static Declaration only(String kind, String lab) {
    var found =
        declarations(List.of(new SourceFile("x.lab", lab))).stream()
            .filter(it -> it.kind().equals(kind))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<Declaration> declarations(List<SourceFile> files) {
    return Binder.bind(files.stream().map(Parser::parse).toList()).declarations();
  }

  private static String format(String text) {
    return Formatter.format(Parser.parse(new SourceFile("", text)));
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (var files = Files.list(folder)) {
      var found = files.filter(it -> it.toString().endsWith(end)).sorted().toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
