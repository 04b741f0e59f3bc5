package dev.homelabc.cli;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.golden.Deviation;
import dev.homelabc.golden.Golden;
import dev.homelabc.golden.LabGolden;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Stack;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "golden",
    mixinStandardHelpOptions = true,
    description = {
      "Compares what the compiler makes with the golden files, or accepts it as the new ones.",
      "The golden files of a lab lie in golden/ beside it: all that a first build of it writes,"
          + " without .homelabc. Files there that homelabc did not make are named, and never"
          + " touched.",
      "A folder without *.lab files of its own may hold cases instead, as the repository of"
          + " homelabc does:"
          + " golden/errors/CODE/*.lab and golden/syntax/*.lab are kept with their findings,"
          + " golden/fmt/*.in.lab with their canonical form, golden/fix/*.in.lab with their fixes"
          + " applied, golden/report/*.lab with their findings in every format, golden/show/*.lab"
          + " with what each declaration comes to, golden/capacity/*.lab with the ledger,"
          + " golden/adopt/CASE/*.yaml with the lab that is made of them, examples/* with their"
          + " whole output, docs/reference.md and docs/hypervisors.md as `reference` prints them."
          + " To keep a case's findings in Korean too, make an empty CASE.ko.txt beside it, and"
          + " accept."
    })
final class GoldenCommand implements Callable<Integer> {
  static final String CURE = Deviation.CURE;

  private static final String ALL = "**";

  private final Terminal terminal;
  private final Map<String, String> environment;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = ".",
      paramLabel = "PATH",
      description =
          "Folder with *.lab files, or one file; or a folder of cases. The current folder.")
  private Path path = Path.of(".");

  @Option(
      names = "--accept",
      arity = "0..1",
      fallbackValue = ALL,
      preprocessor = Attached.class,
      paramLabel = "GLOB",
      description =
          "Make what the compiler gives now the golden files, and remove those that it no longer"
              + " makes; with a GLOB, as in --accept='vms/*', only those whose path below golden/"
              + " matches. Refused where the variable CI is set.")
  private @Nullable String accepted;

  GoldenCommand(Terminal terminal) {
    this(terminal, System.getenv());
  }

  GoldenCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /// Tells a filter from the path, which may also stand behind `--accept`: a filter is attached by
  /// `=`, or has a sign of a pattern in it.
  static final class Attached implements IParameterPreprocessor {
    private static final Pattern PATTERN = Pattern.compile("^[^-].*[*?\\[{]|^[*?\\[{]");

    // The interface has a Stack.
    @Override
    @SuppressWarnings("JdkObsolete")
    public boolean preprocess(
        Stack<String> words, CommandSpec spec, ArgSpec option, Map<String, Object> info) {
      boolean isFilter =
          "=".equals(info.get("separator"))
              || (!words.isEmpty() && PATTERN.matcher(words.peek()).find());
      if (!isFilter) {
        words.push(ALL);
      }
      return false;
    }
  }

  @Override
  public Integer call() {
    if (accepted != null && environment.containsKey("CI")) {
      terminal
          .err()
          .println(
              terminal.text(Severity.ERROR.word())
                  + ": "
                  + terminal.text(
                      Message.of(
                          "golden files are accepted by people, and the variable `CI` is set")));
      terminal.err().println(terminal.text(Message.of("nothing was written")));
      return Exit.USAGE;
    }
    var golden = new Golden(path);
    if (!LabFiles.isLab(path) && golden.hasCases()) {
      return accepted == null ? verify(golden) : accept(golden, filter(accepted));
    }
    var check = new LabGoldenCheck(terminal, path);
    return accepted == null ? check.verify() : check.accept(filter(accepted));
  }

  /// Whether a path matches, with and without `golden/` before it. `**/` also stands for no folder,
  /// as in gitignore(5).
  private Predicate<String> filter(String glob) {
    try {
      var matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
      return path -> {
        var below = path.replaceFirst("^" + LabGolden.NAME + "/", "");
        return Stream.of(below, "/" + below, LabGolden.NAME + "/" + below)
            .anyMatch(it -> matcher.matches(Path.of(it)));
      };
    } catch (PatternSyntaxException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "`" + glob + "` is no pattern for paths: " + e.getDescription(),
          e);
    }
  }

  private int verify(Golden golden) {
    var deviations = golden.verify();
    deviations.forEach(it -> terminal.out().println(it.text()));
    terminal.out().println(golden.cases().size() + " cases, " + deviations.size() + " deviations");
    return deviations.isEmpty() ? Exit.FINE : Exit.FINDINGS;
  }

  private int accept(Golden golden, Predicate<String> filter) {
    var now = golden.accept(filter);
    now.written().forEach(it -> terminal.out().println("wrote " + it));
    now.removed().forEach(it -> terminal.out().println("removed " + it));
    now.refused().forEach(it -> terminal.err().println(it.text()));
    return now.refused().isEmpty() ? Exit.FINE : Exit.FINDINGS;
  }
}
