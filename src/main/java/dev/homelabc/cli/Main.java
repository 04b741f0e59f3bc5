package dev.homelabc.cli;

import static java.util.Map.entry;

import dev.homelabc.cli.Terminal.Style;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// The entry point of `homelabc`.
public final class Main {
  static {
    // Else picocli looks for Groovy's class of closures, and Java for that in every library; and
    // it looks up how dozens of types are read that no option of ours has.
    System.setProperty("picocli.disable.closures", "true");
    System.setProperty("picocli.converters.excludes", "java\\.[st].*");
  }

  private Main() {}

  /// The command line without its commands.
  private static CommandSpec spec(Tongue tongue) {
    var spec =
        Arguments.command(
                "homelabc",
                new Main(),
                "Compiles a description of a home lab to NixOS and OpenShift configuration.")
            .versionProvider(new Version())
            .addOption(tongue.option());
    spec.usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .footerHeading("%nExit codes:%n")
        .footer(
            "  0  fine",
            "  1  the lab has errors, or something differs that should not",
            "  2  the command line is wrong",
            "  3  a plan that loses data",
            " 70  a bug of homelabc",
            " 74  something cannot be read or written, or a cluster refuses something");
    return spec;
  }

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    var environment = System.getenv();
    var terminal =
        new Terminal(
            new PrintWriter(System.out, false, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            Style.of(isTerminal(1), environment),
            Style.of(isTerminal(2), environment));
    int code = run(args, terminal, environment);
    terminal.err().flush();
    // Leaving by an exit, the JDK looks for a logger to note it in, which takes longer than
    // leaving.
    if (code != Exit.FINE) {
      System.exit(code);
    }
  }

  /// Whether a standard stream leads to a terminal, by its number. The launcher says so; Java
  /// itself knows only whether both input and output do.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal(int stream) {
    var terminals = System.getProperty("homelabc.terminals");
    if (terminals != null) {
      return terminals.contains(Integer.toString(stream));
    }
    var console = System.console();
    return stream == 1 && console != null && console.isTerminal();
  }

  /// Runs one command, where no environment asks for another language than English.
  static int run(String[] args, Terminal terminal) {
    return run(args, terminal, Map.of());
  }

  /// Runs one command and returns its exit code.
  ///
  /// @param environment the variables that say which language the person reads
  static int run(String[] args, Terminal mute, Map<String, String> environment) {
    var tongue = new Tongue(environment);
    var terminal = mute.speaking(tongue::language);
    var colours = terminal.outStyle().isColoured() && terminal.errStyle().isColoured();
    var commands = new CommandLine(spec(tongue));
    needed(args).forEach((name, make) -> commands.addSubcommand(name, make.apply(terminal)));
    int code =
        commands
            .setOut(terminal.out())
            .setErr(terminal.err())
            .registerConverter(Path.class, Main::path)
            // The same scheme serves both streams.
            .setColorScheme(Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF))
            .setExecutionExceptionHandler((e, _, parsed) -> failure(e, parsed, terminal))
            .execute(args);
    // A writer keeps its failures to itself until it is asked, and this flushes it.
    if (terminal.out().checkError()) {
      terminal.err().println("error: cannot write to standard output");
      return Exit.IO;
    }
    return code;
  }

  /// The commands by name.
  private static final Map<String, Function<Terminal, Object>> COMMANDS =
      new TreeMap<>(
          Map.ofEntries(
              entry(
                  "adopt",
                  terminal ->
                      new CommandLine(new AdoptCommand())
                          .addSubcommand(new AdoptCommand.FromVAuto(terminal))),
              entry("blame", BlameCommand::new),
              entry("build", BuildCommand::spec),
              entry("bundle", BundleCommand::new),
              entry("capacity", CapacityCommand::new),
              entry("check", CheckCommand::spec),
              entry("completion", terminal -> new CompletionCommand(terminal, Main::all)),
              entry("delete", DeleteCommand::new),
              entry("deploy", DeployCommand::new),
              entry("explain", ExplainCommand::new),
              entry("fmt", FmtCommand::spec),
              entry("free", FreeCommand::new),
              entry("git-setup", GitSetupCommand::new),
              entry("golden", GoldenCommand::new),
              entry("graph", GraphCommand::new),
              entry("init", InitCommand::new),
              entry(
                  "lock",
                  terminal ->
                      new CommandLine(new LockCommand())
                          .addSubcommand(new LockCommand.Prune(terminal))),
              entry("merge-manifest", MergeManifestCommand::new),
              entry("plan", PlanCommand::new),
              entry("reference", ReferenceCommand::new),
              entry("review", ReviewCommand::new),
              entry("show", ShowCommand::new),
              entry("status", StatusCommand::new)));

  /// The command line with all commands, to be described.
  static CommandLine all() {
    var nowhere = new PrintWriter(Writer.nullWriter());
    var line = new CommandLine(spec(new Tongue(Map.of())));
    COMMANDS.forEach(
        (name, make) -> line.addSubcommand(name, make.apply(new Terminal(nowhere, nowhere))));
    return line;
  }

  /// The command that is named first, else all: picocli reads every class that it is told of, which
  /// would be a quarter of the time that `check` takes.
  private static Map<String, Function<Terminal, Object>> needed(String[] args) {
    var named = args.length == 0 ? null : COMMANDS.get(args[0]);
    return named == null ? COMMANDS : Map.of(args[0], named);
  }

  /// An empty path would be the current folder, which is hardly ever what an empty variable meant.
  private static Path path(String text) {
    if (text.isEmpty()) {
      throw new TypeConversionException("a path is empty; the current folder is `.`");
    }
    return Path.of(text);
  }

  private static int failure(Exception e, ParseResult parsed, Terminal terminal) {
    if (e instanceof UncheckedIOException io) {
      terminal.err().println("error: " + io.getMessage());
      return Exit.IO;
    }
    var version = new Version().getVersion()[0];
    terminal.err().println("This is a bug of homelabc, and not of your lab; please report it with");
    terminal.err().println(version + ", " + String.join(" ", parsed.originalArgs()));
    e.printStackTrace(terminal.err());
    return Exit.BUG;
  }
}
