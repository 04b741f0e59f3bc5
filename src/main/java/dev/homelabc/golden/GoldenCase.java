package dev.homelabc.golden;

import dev.homelabc.allocate.LockFile;
import dev.homelabc.diagnostic.Format;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.plan.Plan;
import dev.homelabc.plan.PlanFormat;
import java.util.Optional;

/// One input whose outcome is kept.
public sealed interface GoldenCase {
  /// The name, unique among all cases, such as `errors/duplicate-mac/two-vms-share-a-mac`.
  String name();

  /// A lab kept with what is said about it, `CASE.lab` with `CASE.txt`.
  sealed interface Described extends GoldenCase {
    String KOREAN = ".ko.txt";

    default String input() {
      return "golden/" + name() + ".lab";
    }

    default String output() {
      return "golden/" + name() + ".txt";
    }

    /// The same in Korean: wanted just where the file is there, be it empty.
    default String korean() {
      return "golden/" + name() + KOREAN;
    }
  }

  /// A lab with mistakes, kept with the findings that they give.
  ///
  /// @param code the finding that the case is there to show; empty for cases of the syntax
  record Findings(String name, Optional<String> code) implements Described {}

  /// A lab of `golden/show/`, kept with each of its declarations and where every line comes from.
  record Shown(String name) implements Described {}

  /// A lab of `golden/capacity/`, kept with its ledger as text and as JSON.
  record Counted(String name) implements Described {}

  /// A lab of `golden/bundle/`, kept with what its bundle holds and what is said about it there.
  record Packed(String name) implements Described {}

  /// A lab of `golden/move/`, kept with what becomes of the VMs that its first lines ask about.
  record Moved(String name) implements Described {}

  /// A lab of `golden/report/`, kept with its findings in every format.
  record Reported(String name) implements GoldenCase {
    String input() {
      return "golden/" + name + ".lab";
    }

    String output(Format format) {
      return "golden/" + name + "." + format.word();
    }

    static boolean isOutput(String path) {
      return Format.all().stream().anyMatch(it -> path.endsWith("." + it.word()));
    }
  }

  /// A file kept with another one that is made of it, `CASE.in.lab` with `CASE.lab`.
  sealed interface Rewritten extends GoldenCase {
    String INPUT = ".in.lab";

    static boolean isInput(String path) {
      return path.endsWith(INPUT);
    }

    /// The name of the case with this input.
    static String name(String input) {
      return input.substring("golden/".length(), input.length() - INPUT.length());
    }

    default String input() {
      return "golden/" + name() + INPUT;
    }

    default String output() {
      return "golden/" + name() + ".lab";
    }
  }

  /// A file of `golden/fmt/`, kept with its canonical form.
  record Formatted(String name) implements Rewritten {}

  /// A file of `golden/fix/`, kept with all its fixes applied.
  record Repaired(String name) implements Rewritten {}

  /// Files of v-auto in `golden/adopt/CASE/`, kept with the lab that is made of them, if one is,
  /// and with the report.
  record Adopted(String name) implements GoldenCase {
    static final String CONFIG = "config.yaml";

    String input() {
      return "golden/" + name;
    }

    String lab() {
      return input() + "/adopted.lab";
    }

    String report() {
      return input() + "/report.txt";
    }

    /// The same in Korean: wanted just where the file is there, be it empty.
    String korean() {
      return input() + "/report.ko.txt";
    }
  }

  /// Two labs of `golden/plan/CASE/`, kept with what the change from one to the other does. Beside
  /// the text there may be the same in Korean, in full, as Markdown and as JSON.
  record Planned(String name) implements GoldenCase {
    static final String FOLDER = "golden/plan";
    private static final String BEFORE = "/before.lab";

    static Optional<Planned> of(String path) {
      return path.startsWith(FOLDER + "/") && path.endsWith(BEFORE)
          ? Optional.of(
              new Planned(path.substring("golden/".length(), path.length() - BEFORE.length())))
          : Optional.empty();
    }

    String before() {
      return "golden/" + name + BEFORE;
    }

    String after() {
      return "golden/" + name + "/after.lab";
    }

    String output(Form form) {
      return "golden/" + name + "/" + form.file;
    }

    /// A way in which a plan is kept.
    enum Form {
      TEXT("plan.txt", PlanFormat.TEXT, false, Language.ENGLISH),
      FULL("plan.full.txt", PlanFormat.TEXT, true, Language.ENGLISH),
      KOREAN("plan.ko.txt", PlanFormat.TEXT, false, Language.KOREAN),
      MARKDOWN("plan.md", PlanFormat.MARKDOWN, false, Language.ENGLISH),
      JSON("plan.json", PlanFormat.JSON, true, Language.ENGLISH);

      private final String file;
      private final PlanFormat format;
      private final boolean isFull;
      private final Language language;

      Form(String file, PlanFormat format, boolean isFull, Language language) {
        this.file = file;
        this.format = format;
        this.isFull = isFull;
        this.language = language;
      }

      String of(Plan plan) {
        return format.of(plan, isFull, language);
      }
    }
  }

  /// A lab of `golden/graph/CASE/`, or the example of that name, kept with pictures of it. A
  /// picture is wanted just where its file is there, be it empty.
  record Drawn(String name) implements GoldenCase {
    String input() {
      return "golden/" + name;
    }

    String example() {
      return "examples/" + name.substring(name.lastIndexOf('/') + 1);
    }
  }

  /// The manual in `docs/`, kept as the schema and the table of hypervisors give it.
  record Reference() implements GoldenCase {
    @Override
    public String name() {
      return "docs/reference";
    }

    String output() {
      return "docs/reference.md";
    }

    String hypervisors() {
      return "docs/hypervisors.md";
    }
  }

  /// A lab of `examples/`, kept with its whole output and, beside it, the lock that it builds with
  /// and leaves as it is.
  record Example(String lab) implements GoldenCase {
    @Override
    public String name() {
      return "examples/" + lab;
    }

    String input() {
      return "examples/" + lab;
    }

    String lock() {
      return input() + "/" + LockFile.NAME;
    }

    String output() {
      return "golden/examples/" + lab;
    }
  }
}
