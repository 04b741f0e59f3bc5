package dev.homelabc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Format;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Report;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/// What other programs read of a report.
class ReportFormatTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A tab, Hangul and an emoji before the finding, which has a fix.
  private static final String WIDE = "host box {\n\tdescription \"한국어🏠\"; memory 64GB\n}\n";

  static Stream<Report> reports() throws IOException {
    return Stream.concat(
        Stream.of(
            report(""), report(WIDE), report("a {".repeat(100)), report("\u0001 \"\u001b[31m")),
        Stream.of(text("golden/report/mixed.lab"), text("golden/report/more-than-github-shows.lab"))
            .map(ReportFormatTest::report));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void sarifIsValid(Report report) throws IOException {
    for (var language : Language.values()) {
      var log = JSON.readTree(Format.SARIF.of(report, language));
      assertThat(violations("/schema/sarif-2.1.0-rtm.5.json", SpecificationVersion.DRAFT_4, log))
          .isEmpty();
      assertThat(log.at("/runs/0/results")).hasSize(all(report).size());
      for (var result : log.at("/runs/0/results")) {
        int rule = result.get("ruleIndex").asInt();
        assertThat(log.at("/runs/0/tool/driver/rules").get(rule).get("id"))
            .isEqualTo(result.get("ruleId"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void jsonIsAsItsSchemaSays(Report report) throws IOException {
    var json = JSON.readTree(Format.JSON.of(report, Language.KOREAN));
    assertThat(
            violations(
                "/dev/homelabc/diagnostic/findings.schema.json",
                SpecificationVersion.DRAFT_2020_12,
                json))
        .isEmpty();
  }

  @Test
  void theSchemaRefusesWhatJsonDoesNotHave() throws IOException {
    var json = Format.JSON.of(report(WIDE), Language.ENGLISH);
    for (var broken :
        List.of(
            json.replace("\"code\"", "\"kode\""),
            json.replace("\"primary\" : true,", ""),
            json.replace("\"warning\"", "\"worry\""))) {
      assertThat(
              violations(
                  "/dev/homelabc/diagnostic/findings.schema.json",
                  SpecificationVersion.DRAFT_2020_12,
                  JSON.readTree(broken)))
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyFormatIsReadByItsReader(Report report) throws Exception {
    assertThat(JSON.readTree(Format.GITLAB.of(report, Language.ENGLISH)))
        .hasSize(report.findings().size());
    assertThat(JSON.readTree(Format.RDJSON.of(report, Language.ENGLISH)).get("diagnostics"))
        .hasSize(report.findings().size());
    assertThat(Format.LINE.of(report, Language.ENGLISH).lines()).hasSize(report.findings().size());
    var xml = Format.JUNIT.of(report, Language.ENGLISH);
    var suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getElementsByTagName("testcase");
    assertThat(suite.getLength()).isEqualTo(Math.max(1, report.findings().size()));
    for (var format : Format.all()) {
      assertThat(format.of(report, Language.KOREAN)).doesNotContain("\u001b");
    }
  }

  @Test
  void columnsCountWhatTheFormatDemands() throws IOException {
    var report = report(WIDE);
    assertThat(Format.LINE.of(report, Language.ENGLISH)).startsWith("a.lab:2:30: warning[");
    var sarif = JSON.readTree(Format.SARIF.of(report, Language.ENGLISH));
    assertThat(
            sarif.at("/runs/0/results/0/locations/0/physicalLocation/region/startColumn").asInt())
        .isEqualTo(30);
    var rdjson = JSON.readTree(Format.RDJSON.of(report, Language.ENGLISH));
    // Three syllables of three bytes and an emoji of four, instead of five code units.
    assertThat(rdjson.at("/diagnostics/0/location/range/start/column").asInt()).isEqualTo(38);
    assertThat(rdjson.at("/diagnostics/0/suggestions/0/text").asText()).isEqualTo("64GiB");
    var json = JSON.readTree(Format.JSON.of(report, Language.ENGLISH));
    int start = json.at("/findings/0/labels/0/start/offset").asInt();
    int end = json.at("/findings/0/labels/0/end/offset").asInt();
    assertThat(WIDE.substring(start, end)).isEqualTo("64GB");
  }

  @Test
  void fingerprintsStayWhenLinesMoveAndSpacesChange() throws IOException {
    var lab = "vlan one {\n  id 1\n  subnet 10.0.1.0/24\n}\n";
    var other = "vlan two {\n  id 1\n  subnet 10.0.2.0/24\n}\n";
    var before = fingerprints(lab);
    var after = fingerprints("# moved\n\n" + lab.replace("  id 1", "\tid   1 # the first"));
    assertThat(before).isNotEmpty();
    assertThat(after).isEqualTo(before);
    assertThat(fingerprints(other)).doesNotContainAnyElementsOf(before);
  }

  @Test
  void noTwoFingerprintsAreEqual() throws IOException {
    var all = fingerprints("host box { memory 1GB; disk 1GB }\n".repeat(3));
    assertThat(all).hasSizeGreaterThan(3).doesNotHaveDuplicates();
  }

  @Test
  void pathsAreRelativeUris() throws IOException {
    var sources = SourceSet.of(new SourceFile("우리 집/a%b:c.lab", WIDE));
    var sarif =
        JSON.readTree(
            Format.SARIF.of(Compiler.compile(sources, List.of()).report(), Language.ENGLISH));
    var location = sarif.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation");
    assertThat(location.get("uri").asText())
        .isEqualTo("%EC%9A%B0%EB%A6%AC%20%EC%A7%91/a%25b%3Ac.lab");
    assertThat(location.get("uriBaseId").asText()).isEqualTo("%SRCROOT%");
  }

  @Test
  void aWorkflowCommandIsOneLineWhateverTheTextHolds() {
    var sources = SourceSet.of(new SourceFile("a,b:c%.lab", "vlan \"100%\\n::error::x\" { }\n"));
    var report = Compiler.compile(sources, List.of()).report();
    var commands = Format.GITHUB.of(report, Language.ENGLISH);
    assertThat(commands.lines())
        .hasSize(report.findings().size())
        .allSatisfy(it -> assertThat(it).startsWith("::error file=a%2Cb%3Ac%25.lab,line=1,"));
  }

  @Test
  void gitHubGetsNoMoreThanItShows() {
    var lab = new StringBuilder();
    IntStream.range(0, 30)
        .forEach(i -> lab.append("x%d y\nhost h%d { memory 1GB }\n".formatted(i, i)));
    var lines = Format.GITHUB.of(report(lab.toString()), Language.ENGLISH).lines().toList();
    assertThat(lines).hasSize(20);
    assertThat(lines.subList(0, 10))
        .allMatch(it ->
            it.startsWith("::error ")
                || it.equals("::error::and 21 more; `homelabc check` shows them all"));
    assertThat(lines.get(9)).startsWith("::error::and 21 more");
    assertThat(lines.get(19)).startsWith("::warning::and 21 more");
  }

  @Test
  void whatFailsIsAFailureOfJunit() {
    var report = report(WIDE);
    assertThat(Format.JUNIT.of(report, Language.ENGLISH))
        .contains("failures=\"0\"", "<system-out>");
    assertThat(Format.JUNIT.of(report.strict(true), Language.ENGLISH))
        .contains("failures=\"1\"", "<failure ");
  }

  private static List<Diagnostic> all(Report report) {
    return Stream.concat(
            report.findings().stream(), report.allowed().stream().map(it -> it.finding()))
        .toList();
  }

  private static List<String> fingerprints(String text) throws IOException {
    var issues = JSON.readTree(Format.GITLAB.of(report(text), Language.ENGLISH));
    return StreamSupport.stream(issues.spliterator(), false)
        .map(it -> it.get("fingerprint").asText())
        .toList();
  }

  private static List<String> violations(String schema, SpecificationVersion version, JsonNode json)
      throws IOException {
    try (var in = Objects.requireNonNull(ReportFormatTest.class.getResourceAsStream(schema))) {
      return SchemaRegistry.withDefaultDialect(version)
          .getSchema(in, InputFormat.JSON)
          .validate(json)
          .stream()
          .map(it -> it.toString())
          .toList();
    }
  }

  private static Report report(String text) {
    return Compiler.compile(SourceSet.of(new SourceFile("a.lab", text)), List.of()).report();
  }

  private static String text(String path) throws IOException {
    return Files.readString(Path.of(path));
  }
}
