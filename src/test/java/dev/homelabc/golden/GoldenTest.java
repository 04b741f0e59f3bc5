package dev.homelabc.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.homelabc.allocate.Lock;
import dev.homelabc.compiler.Compilation;
import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Format;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Report;
import dev.homelabc.golden.Deviation.Differs;
import dev.homelabc.golden.Deviation.Missing;
import dev.homelabc.golden.Deviation.Orphan;
import dev.homelabc.golden.Deviation.Unfit;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import dev.homelabc.schema.Manual;
import dev.homelabc.schema.Schema;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoldenTest {
  private static final Code OOPS = Code.error("oops", "What.", "Why.", "bad", "good");

  private static final String OOPS_GOLDEN =
      """
      web oops
      --------------------------------------------------------------------------------
      error[oops]: `oops` was found
        --> two.lab:1:5
         |
       1 | web oops
         |     ^^^^ here
         |
         = more: homelabc explain oops
      """;

  private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/repo");
  private final Golden golden = new Golden(root, GoldenTest::compile);

  /// Stands for the compiler: reports the first `oops` of each file and writes each file out.
  private static Compilation compile(SourceSet sources) {
    var findings = new ArrayList<Diagnostic>();
    var files = new OutputTree.Draft();
    for (var source : sources.files()) {
      int at = source.text().indexOf("oops");
      if (at >= 0) {
        var place = source.at(new Span(at, at + 4));
        findings.add(
            Diagnostic.at(place, OOPS, Message.of("`oops` was found"), Message.of("here")));
      }
      if (!source.text().isEmpty()) {
        files.add(RelPath.of("out/" + source.path() + ".nix"), source.path(), source.text());
      }
    }
    var paths = sources.files().stream().map(SourceFile::path).toList();
    files.add(RelPath.of("all.txt"), "all", paths + "\n");
    return new Compilation(
        Optional.empty(),
        findings.isEmpty() ? Optional.of(files.tree()) : Optional.empty(),
        List.of(),
        Lock.EMPTY,
        Report.of(findings));
  }

  @Test
  void aLockThatAnExampleDoesNotNeedIsAnOrphan() throws IOException {
    write("examples/home/a.lab", "");
    golden.accept();
    write("examples/home/homelab.lock", "web ip 10.0.20.10\n");

    assertThat(golden.verify()).containsExactly(new Orphan("examples/home/homelab.lock"));
    assertThat(golden.accept().removed()).containsExactly("examples/home/homelab.lock");
    assertThat(root.resolve("examples/home/a.lab")).exists();
    assertThat(golden.verify()).isEmpty();
  }

  @Test
  void findsCasesOfErrorsSyntaxAndExamples() throws IOException {
    write("golden/errors/oops/two.lab", "");
    write("golden/errors/oops/one.lab", "");
    write("golden/errors/other/one.lab", "");
    write("golden/syntax/open.lab", "");
    write("examples/home/b.lab", "");
    write("examples/home/a.lab", "");
    write("examples/README.md", "");

    assertThat(golden.cases().stream().map(GoldenCase::name))
        .containsExactly(
            "errors/oops/one",
            "errors/oops/two",
            "errors/other/one",
            "examples/home",
            "syntax/open");
    assertThat(golden.codes()).containsExactly("oops", "other");
  }

  @Test
  void drawsWhatIsAskedForByAnEmptyFile() throws IOException {
    var real = new Golden(root);
    write("examples/home/a.lab", "host box\n");
    write("golden/graph/home/network.dot", "");
    real.accept();
    assertThat(real.verify()).isEmpty();
    assertThat(read("golden/graph/home/network.dot")).contains("bridge vmbr0");
    assertThat(root.resolve("golden/graph/home/network.svg")).doesNotExist();
  }

  @Test
  void saysWhatIsNoPicture() throws IOException {
    write("golden/graph/lost/network.svg", "");
    write("examples/home/a.lab", "");
    write("golden/graph/home/front.svg", "");
    assertThat(golden.verify())
        .contains(
            new Unfit("golden/graph/lost", "has no *.lab file, and no example has its name"),
            new Unfit(
                "golden/graph/home/front.svg",
                "is none of golden/graph/CASE/VIEW.FORMAT and its *.lab files"));
  }

  @Test
  void hasNothingToSayAboutAnEmptyRepository() {
    assertThat(golden.cases()).isEmpty();
    assertThat(golden.verify()).isEmpty();
    assertThat(golden.accept()).isEqualTo(new Accepted(List.of(), List.of(), List.of()));
  }

  @Test
  void reportsAMissingGoldenUntilItIsAccepted() throws IOException {
    write("golden/errors/oops/two.lab", "web oops\n");

    assertThat(golden.verify()).containsExactly(new Missing("golden/errors/oops/two.txt"));
    assertThat(golden.verify().getFirst().text())
        .isEqualTo(
            """
            golden/errors/oops/two.txt is missing
            To write it: homelabc golden --accept
            """);
    assertThat(golden.accept().written()).containsExactly("golden/errors/oops/two.txt");
    assertThat(read("golden/errors/oops/two.txt")).isEqualTo(OOPS_GOLDEN);
    assertThat(golden.verify()).isEmpty();
  }

  @Test
  void showsHowAGoldenDiffers() throws IOException {
    write("golden/errors/oops/two.lab", "web oops\n");
    write("golden/errors/oops/two.txt", OOPS_GOLDEN.replace("was found", "was seen"));

    assertThat(golden.verify().getFirst().text())
        .isEqualTo(
            """
            golden/errors/oops/two.txt differs
            --- golden/errors/oops/two.txt
            +++ golden/errors/oops/two.txt (now)
            @@ -1,6 +1,6 @@
             web oops
             --------------------------------------------------------------------------------
            -error[oops]: `oops` was seen
            +error[oops]: `oops` was found
               --> two.lab:1:5
                |
              1 | web oops
            If it should: homelabc golden --accept
            """);
    golden.accept();
    assertThat(read("golden/errors/oops/two.txt")).isEqualTo(OOPS_GOLDEN);
  }

  @Test
  void keepsFindingsInKoreanJustWhereThereIsAFileForThem() throws IOException {
    write("golden/errors/oops/two.lab", "web oops\n");
    write("golden/errors/oops/two.txt", OOPS_GOLDEN);
    write("golden/errors/oops/two.ko.txt", "");

    assertThat(golden.verify())
        .singleElement()
        .satisfies(it -> assertThat(it.text()).startsWith("golden/errors/oops/two.ko.txt differs"));
    assertThat(golden.accept().written()).containsExactly("golden/errors/oops/two.ko.txt");
    assertThat(read("golden/errors/oops/two.ko.txt"))
        .contains("오류[oops]: ", "   = 자세히: homelabc explain oops\n");
    assertThat(golden.verify()).isEmpty();
  }

  @Test
  void takesAKoreanGoldenOfNoCaseForAnOrphan() throws IOException {
    write("golden/errors/oops/gone.ko.txt", "");

    assertThat(golden.verify()).containsExactly(new Orphan("golden/errors/oops/gone.ko.txt"));
    assertThat(golden.accept().removed()).containsExactly("golden/errors/oops/gone.ko.txt");
  }

  @Test
  void comparesBytes() throws IOException {
    write("golden/errors/oops/two.lab", "web oops\n");
    write("golden/errors/oops/two.txt", OOPS_GOLDEN.stripTrailing());

    assertThat(golden.verify())
        .singleElement()
        .satisfies(it -> assertThat(it.text()).contains("\\ No newline at end of file"));

    write("golden/errors/oops/two.txt", OOPS_GOLDEN.replace("\n", "\r\n"));
    assertThat(golden.verify())
        .singleElement()
        .satisfies(it -> assertThat(it.text()).contains("-web oops␍\n"));
  }

  @Test
  void keepsAnOutcomeWithoutFindings() throws IOException {
    write("golden/syntax/fine.lab", "# fine\n");

    golden.accept();

    assertThat(read("golden/syntax/fine.txt"))
        .isEqualTo("# fine\n" + "-".repeat(80) + "\nno findings\n");
  }

  @Test
  void refusesACaseThatDoesNotGiveItsCode() throws IOException {
    write("golden/errors/oops/two.lab", "web\n");
    write("golden/errors/oops/two.txt", OOPS_GOLDEN);

    var unfit =
        new Unfit("golden/errors/oops/two.lab", "does not give `oops` but:\n\nno findings\n");
    assertThat(golden.verify()).containsExactly(unfit);
    assertThat(golden.accept()).isEqualTo(new Accepted(List.of(), List.of(), List.of(unfit)));
    assertThat(read("golden/errors/oops/two.txt")).isEqualTo(OOPS_GOLDEN);
  }

  @Test
  void keepsTheWholeOutputOfAnExample() throws IOException {
    write("examples/home/b.lab", "b\n");
    write("examples/home/a.lab", "a\n");
    write("examples/home/notes.txt", "");
    write("examples/home/deeper/c.lab", "c\n");

    assertThat(golden.accept().written())
        .containsExactly(
            "golden/examples/home/all.txt",
            "golden/examples/home/out/a.lab.nix",
            "golden/examples/home/out/b.lab.nix");
    assertThat(read("golden/examples/home/all.txt")).isEqualTo("[a.lab, b.lab]\n");
    assertThat(golden.verify()).isEmpty();
    assertThat(golden.accept().written()).isEmpty();

    write("examples/home/a.lab", "changed\n");
    assertThat(golden.verify())
        .singleElement()
        .isInstanceOf(Differs.class)
        .extracting(Deviation::path)
        .isEqualTo("golden/examples/home/out/a.lab.nix");
  }

  @Test
  void refusesAnExampleWithErrorsAndLeavesItsGoldensAlone() throws IOException {
    write("examples/home/a.lab", "a\n");
    golden.accept();
    write("examples/home/a.lab", "oops\n");

    assertThat(golden.verify())
        .singleElement()
        .satisfies(
            it -> assertThat(it.text()).startsWith("examples/home does not compile:\n\nerror"));
    assertThat(golden.accept().removed()).isEmpty();
    assertThat(read("golden/examples/home/out/a.lab.nix")).isEqualTo("a\n");
  }

  @Test
  void aPlanIsKeptInTheFormsThatItsFolderHasFilesFor() throws IOException {
    write("golden/plan/more/before.lab", "host box\n");
    write("golden/plan/more/after.lab", "host box {\n  cpus 4\n}\n");
    write("golden/plan/more/plan.json", "");
    write("golden/plan/more/notes.txt", "");
    write("golden/plan/less/after.lab", "");

    assertThat(golden.verify())
        .extracting(Deviation::path)
        .containsExactly(
            "golden/plan/more/plan.json",
            "golden/plan/more/plan.txt",
            "golden/plan/less/after.lab",
            "golden/plan/more/notes.txt");
    assertThat(golden.accept().removed()).containsExactly("golden/plan/more/notes.txt");
    assertThat(golden.verify())
        .containsExactly(
            new Unfit(
                "golden/plan/less/after.lab", "is not one of golden/plan/CASE/{before,after}.lab"));
    assertThat(golden.cases()).extracting(GoldenCase::name).containsExactly("plan/more");
    assertThat(root.resolve("golden/plan/more/plan.txt")).content().contains("not shown");
  }

  @Test
  void aPlanBetweenLabsOfWhichOneHasErrorsIsNoCase() throws IOException {
    write("golden/plan/more/before.lab", "host box\n");
    assertThat(golden.verify())
        .containsExactly(new Unfit("golden/plan/more/after.lab", "is missing"));

    write("golden/plan/more/after.lab", "host\n");
    assertThat(golden.verify())
        .singleElement()
        .satisfies(it -> assertThat(it.text()).contains("after.lab", "does not compile"));
  }

  @Test
  void removesOrphansAndTheFoldersThatTheyLeaveEmpty() throws IOException {
    write("golden/errors/oops/two.lab", "web oops\n");
    write("golden/errors/oops/two.txt", OOPS_GOLDEN);
    write("golden/errors/oops/gone.txt", "");
    write("golden/errors/gone/case.txt", "");
    write("golden/syntax/gone.txt", "");
    write("golden/examples/gone/a/b.nix", "");
    write("examples/home/a.lab", "a\n");
    write("golden/examples/home/out/gone/c.nix", "");
    golden.accept();
    write("golden/errors/oops/gone.txt", "");
    write("golden/examples/home/out/gone/c.nix", "");

    assertThat(golden.verify())
        .containsExactlyInAnyOrder(
            new Orphan("golden/errors/oops/gone.txt"),
            new Orphan("golden/examples/home/out/gone/c.nix"));
    assertThat(golden.accept().removed())
        .containsExactlyInAnyOrder(
            "golden/errors/oops/gone.txt", "golden/examples/home/out/gone/c.nix");
    assertThat(golden.verify()).isEmpty();
    assertThat(root.resolve("golden/errors/gone")).doesNotExist();
    assertThat(root.resolve("golden/examples/gone")).doesNotExist();
    assertThat(root.resolve("golden/examples/home/out/gone")).doesNotExist();
    assertThat(root.resolve("golden/examples/home/out/a.lab.nix")).exists();
    assertThat(root.resolve("golden/syntax")).exists();
  }

  @Test
  void neverRemovesAnInputThatStandsInTheWrongFolder() throws IOException {
    write("golden/errors/lost.lab", "oops\n");
    write("golden/syntax/deep/lost.lab", "oops\n");

    assertThat(golden.verify())
        .hasSize(2)
        .allSatisfy(it -> assertThat(it).isInstanceOf(Unfit.class));
    var accepted = golden.accept();
    assertThat(accepted.removed()).isEmpty();
    assertThat(accepted.refused()).hasSize(2);
    assertThat(read("golden/errors/lost.lab")).isEqualTo("oops\n");
  }

  @Test
  void keepsAFileWithItsCanonicalForm() throws IOException {
    write("golden/fmt/two-statements.in.lab", "a;b");

    assertThat(golden.verify()).containsExactly(new Missing("golden/fmt/two-statements.lab"));
    assertThat(golden.accept().written()).containsExactly("golden/fmt/two-statements.lab");
    assertThat(read("golden/fmt/two-statements.lab")).isEqualTo("a\nb\n");
    assertThat(golden.verify()).isEmpty();

    write("golden/fmt/two-statements.lab", "a;b");
    assertThat(golden.verify()).singleElement().isInstanceOf(Differs.class);
  }

  @Test
  void keepsAFileWithItsFixesApplied() throws IOException {
    write("golden/fix/decimal-unit.in.lab", "host box { memory 64GB } # 64GB\r\n");
    write("golden/fix/lost.lab", "");

    assertThat(golden.accept().written()).containsExactly("golden/fix/decimal-unit.lab");
    assertThat(read("golden/fix/decimal-unit.lab"))
        .isEqualTo("host box { memory 64GiB } # 64GB\r\n");
    assertThat(golden.verify())
        .containsExactly(new Unfit("golden/fix/lost.lab", "has no fix/lost.in.lab beside it"));
  }

  @Test
  void refusesToFormatASyntaxErrorAndNeverRemovesWhatMayBeAnInput() throws IOException {
    write("golden/fmt/broken.in.lab", "a {");
    write("golden/fmt/lost.lab", "a;b");

    assertThat(golden.verify())
        .hasSize(2)
        .allSatisfy(it -> assertThat(it).isInstanceOf(Unfit.class))
        .extracting(Deviation::path)
        .containsExactly("golden/fmt/broken.in.lab", "golden/fmt/lost.lab");
    var accepted = golden.accept();
    assertThat(accepted.removed()).isEmpty();
    assertThat(accepted.refused()).hasSize(2);
    assertThat(read("golden/fmt/lost.lab")).isEqualTo("a;b");
  }

  @Test
  void keepsFindingsInEveryFormat() throws IOException {
    write("golden/report/one.lab", "web oops\n");
    write("golden/report/gone.json", "");
    write("golden/report/one.pdf", "");

    assertThat(golden.accept().written()).hasSize(Format.all().size());
    assertThat(read("golden/report/one.line"))
        .isEqualTo("one.lab:1:5: error[oops]: `oops` was found\n");
    assertThat(root.resolve("golden/report/gone.json")).doesNotExist();
    assertThat(root.resolve("golden/report/one.pdf")).doesNotExist();
    assertThat(golden.verify()).isEmpty();
  }

  @Test
  void keepsWhatEachDeclarationComesTo() throws IOException {
    write("golden/show/one.lab", "host box");
    write("golden/show/gone.txt", "");
    write("golden/show/deep/lost.lab", "");
    var kept = new Golden(root);

    assertThat(kept.accept().written()).containsExactly("golden/show/one.txt");
    assertThat(read("golden/show/one.txt")).contains("\n\nhost box { # one.lab:1\n");
    assertThat(root.resolve("golden/show/gone.txt")).doesNotExist();
    assertThat(kept.verify())
        .singleElement()
        .satisfies(it ->
            assertThat(it.text())
                .startsWith("golden/show/deep/lost.lab is not one of golden/show/CASE.lab"));
  }

  @Test
  void keepsTheLabAndTheReportOfAdoptedFiles() throws IOException {
    write("golden/adopt/web/config.yaml", "namespace: a\n");
    write("golden/adopt/web/spec.yaml", "name_prefix: web\n");
    write("golden/adopt/web/adopted.lab", "of another time");
    write("golden/adopt/web/report.pdf", "");
    write("golden/adopt/gone/report.txt", "");
    var kept = new Golden(root);

    var accepted = kept.accept();
    assertThat(accepted.written()).containsExactly("golden/adopt/web/report.txt");
    assertThat(accepted.removed())
        .containsExactlyInAnyOrder(
            "golden/adopt/web/adopted.lab",
            "golden/adopt/web/report.pdf",
            "golden/adopt/gone/report.txt");
    assertThat(read("golden/adopt/web/report.txt")).contains("a spec has no `cpu`");

    write(
        "golden/adopt/web/spec.yaml",
        """
        name_prefix: web
        cpu: 1
        memory: 1Gi
        image_url: https://images.example.com/web.qcow2
        disk_size: 1Gi
        """);
    write("golden/adopt/web/report.ko.txt", "");
    assertThat(kept.accept().written())
        .containsExactly(
            "golden/adopt/web/adopted.lab",
            "golden/adopt/web/report.ko.txt",
            "golden/adopt/web/report.txt");
    assertThat(read("golden/adopt/web/adopted.lab")).startsWith("openshift a { }\n\nvm web {\n");
    assertThat(kept.verify()).isEmpty();
  }

  @Test
  void keepsTheManualWhereThereAreDocs() throws IOException {
    write("docs/decisions.md", "");

    assertThat(golden.verify())
        .containsExactly(new Missing("docs/hypervisors.md"), new Missing("docs/reference.md"));
    assertThat(golden.accept().written())
        .containsExactly("docs/hypervisors.md", "docs/reference.md");
    assertThat(read("docs/hypervisors.md")).isEqualTo(Manual.MARKDOWN.hypervisors());
    assertThat(read("docs/reference.md")).isEqualTo(Manual.MARKDOWN.of(Schema.KINDS));
    write("docs/reference.md", read("docs/reference.md").replace("gateway", "door"));
    assertThat(golden.verify()).singleElement().isInstanceOf(Differs.class);
  }

  @Test
  void leavesOtherFoldersOfGoldenAlone() throws IOException {
    write("golden/other/case.lab", "oops");
    write("golden/README.md", "oops");

    assertThat(golden.verify()).isEmpty();
    assertThat(golden.accept().removed()).isEmpty();
  }

  private void write(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String read(String path) throws IOException {
    return Files.readString(root.resolve(path));
  }
}
