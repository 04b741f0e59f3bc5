package dev.homelabc.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The manual page of a command, for man(1).
final class ManPage {
  private final StringBuilder text = new StringBuilder();

  private ManPage() {}

  /// The name of a command's page: `homelabc-lock-prune`.
  static String name(CommandTree command) {
    return String.join("-", command.path());
  }

  /// The page in troff's language, with the macros of man(7).
  ///
  /// @param root the whole program
  static String of(CommandTree command, CommandTree root) {
    var page = new ManPage();
    page.write(command, root);
    return page.text.toString();
  }

  private void write(CommandTree command, CommandTree root) {
    var name = name(command);
    var usage = command.line().getCommandSpec().usageMessage();
    line(
        ".TH \"%s\" 1 \"\" \"%s\" \"User commands\""
            .formatted(name.toUpperCase(Locale.ROOT), new Version().getVersion()[0]));
    // No hyphenation, no stretched lines.
    line(".nh").line(".ad l");
    section("NAME").paragraph(name + " - " + unended(command.summary()));
    section("SYNOPSIS");
    line(".nf").paragraph(synopsis(command)).line(".fi");
    section("DESCRIPTION");
    Stream.of(usage.description()).forEach(it -> line(".PP").paragraph(it));
    if (!command.parameters().isEmpty()) {
      section("ARGUMENTS");
      command.parameters().forEach(it -> entry(it.paramLabel(), it));
    }
    section("OPTIONS");
    command.options().forEach(it -> entry(names(it), it));
    if (!command.children().isEmpty()) {
      section("COMMANDS");
      for (var child : command.children()) {
        line(".TP").paragraph(String.join(" ", child.path()) + "(1)").paragraph(child.summary());
      }
    }
    section("EXIT STATUS");
    line(".nf");
    Stream.of(root.line().getCommandSpec().usageMessage().footer()).forEach(this::paragraph);
    line(".fi");
    section("SEE ALSO")
        .paragraph(
            root.all()
                .filter(it -> !it.path().equals(command.path()))
                .map(it -> name(it) + "(1)")
                .collect(Collectors.joining(", ")));
  }

  /// As `--help` shows it, but for the words "Usage:".
  private static String synopsis(CommandTree command) {
    return command.line().getHelp().synopsis(0).replaceAll("\\u001b\\[[0-9;]*m", "").strip();
  }

  private static String names(OptionSpec option) {
    var names = String.join(", ", option.names());
    return CommandTree.takesValue(option) ? names + " " + option.paramLabel() : names;
  }

  private static String unended(String sentence) {
    var first = sentence.split("[.:] ?", 2)[0];
    return first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
  }

  private void entry(String term, ArgSpec argument) {
    line(".TP").paragraph(term).paragraph(CommandTree.about(argument));
  }

  private ManPage section(String title) {
    return line(".SH \"" + title + "\"");
  }

  /// Text, in which nothing is a request or an escape of troff.
  private ManPage paragraph(String words) {
    var plain = Ansi.OFF.string(words.replace("%n", "\n").replace("%%", "%"));
    for (var it : plain.split("\n", -1)) {
      var escaped = it.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga");
      line(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped);
    }
    return this;
  }

  private ManPage line(String line) {
    text.append(line).append('\n');
    return this;
  }
}
