package dev.homelabc.rule.hygiene;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.Argument;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A secret that stands in the sources as it is. Asked of them and not of the bound lab, so that a
/// profile that nobody applies, and a comment, are read too.
public final class LiteralSecret {
  public static final Code CODE =
      Code.warning(
          "literal-secret",
          "A password, a token or a private key stands in the lab.",
          "A lab is kept in git, where it stays for good, and what is made of it lies in the Nix"
              + " store of every machine, where each user can read it.",
          example("adminPassword correct-horse-battery"),
          example("adminPasswordFile /run/keys/grafana"));

  /// A text that is a secret by its form, whatever stands before it.
  ///
  /// @param signs one of them is in each such text: most labs have none, and to look for a few
  ///   letters is a tenth of the work
  private record Form(List<String> signs, Pattern pattern, Message what) {
    static Form of(List<String> signs, String pattern, Message what) {
      return new Form(signs, Pattern.compile(pattern), what);
    }

    boolean mayBeIn(String text) {
      return signs.stream().anyMatch(text::contains);
    }
  }

  private static final List<Form> FORMS =
      List.of(
          Form.of(
              List.of("-----BEGIN "),
              "-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----",
              Message.of("a private key")),
          Form.of(
              List.of("AGE-SECRET-KEY-1"),
              "AGE-SECRET-KEY-1[A-Z0-9]{50,}",
              Message.of("a private key")),
          Form.of(
              List.of("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
              "\\bgh[pousr]_[A-Za-z0-9]{36,}|\\bgithub_pat_[A-Za-z0-9_]{50,}",
              Message.of("a token of GitHub")),
          Form.of(
              List.of("glpat-"), "\\bglpat-[A-Za-z0-9_-]{20,}", Message.of("a token of GitLab")),
          Form.of(
              List.of("tskey-"),
              "\\btskey-[a-z]{1,9}-[A-Za-z0-9]{1,32}-[A-Za-z0-9]{16,}",
              Message.of("a key of Tailscale")),
          Form.of(
              List.of("hvs.", "hvb."),
              "\\bhv[sb]\\.[A-Za-z0-9_-]{24,}",
              Message.of("a token of Vault")),
          Form.of(
              List.of("sha256~"),
              "\\bsha256~[A-Za-z0-9_-]{43}",
              Message.of("a token of OpenShift")),
          Form.of(
              List.of("eyJ"),
              "\\beyJ[A-Za-z0-9_-]{10,400}\\.eyJ[A-Za-z0-9_-]{10,4000}\\.[A-Za-z0-9_-]{16,}",
              Message.of("a signed token")));

  /// `name = "value"` of Nix, the quotes escaped or not.
  private static final Pattern NIX =
      Pattern.compile(
          "(?<![A-Za-z0-9_.-])([A-Za-z0-9_.-]++)\\s*+=\\s*+\\\\?\"([^\"\\\\]++)\\\\?\"");

  /// `name: value` of YAML.
  private static final Pattern YAML =
      Pattern.compile("(?m)^[ \\t-]*+([A-Za-z0-9_-]++):[ \\t]++([^\\r\\n]++)");

  private final Parsed file;

  /// By where they begin: one that is a secret by name and by form is found once.
  private final TreeMap<Integer, Diagnostic> found = new TreeMap<>();

  private final List<Span> refused = new ArrayList<>();

  private LiteralSecret(Parsed file) {
    this.file = file;
  }

  private static String example(String line) {
    return Example.web("service grafana {\n  " + line + "\n}");
  }

  public static List<Diagnostic> find(List<Parsed> files) {
    var found = new ArrayList<Diagnostic>();
    for (var file : files) {
      var secrets = new LiteralSecret(file);
      file.statements().forEach(secrets::check);
      secrets.checkForms();
      found.addAll(secrets.found.values());
    }
    return found;
  }

  private void checkForms() {
    var text = file.source().text();
    for (var form : FORMS) {
      if (!form.mayBeIn(text)) {
        continue;
      }
      form.pattern
          .matcher(text)
          .results()
          .filter(it ->
              refused.stream().noneMatch(at -> at.start() <= it.start() && it.end() <= at.end()))
          .forEach(it -> report(new Span(it.start(), it.end()), form.what, inAFile()));
    }
  }

  private void check(Statement statement) {
    var keyword = statement.keyword().text();
    var arguments = statement.arguments();
    switch (keyword) {
      case "env" -> {
        if (arguments.size() == 2) {
          checkValue(file.source().text(arguments.getFirst().span()), arguments.getLast());
        }
      }
      case "nix" -> arguments.forEach(it -> checkText(NIX, it, inAFile()));
      case "cloud-init" -> arguments.forEach(it -> checkText(YAML, it, asPlaceholder()));
      // A key that is no public one is an error there, and one finding is enough.
      case "ssh-key" -> arguments.forEach(it -> refused.add(it.span()));
      default -> {
        if (arguments.size() == 1) {
          checkValue(keyword, arguments.getFirst());
        }
      }
    }
    statement.block().ifPresent(block -> block.statements().forEach(this::check));
  }

  /// The value of an option of a service, or of an environment variable.
  private void checkValue(String name, Argument argument) {
    var value =
        switch (argument) {
          case Argument.Word(_, var text) -> text;
          case Argument.Quoted(_, var raw) -> raw;
          case Argument.Text(_, var raw) -> raw;
          case Argument.Items _, Argument.Broken _ -> "";
        };
    if (SecretName.isSecret(name, value)) {
      report(argument.span(), Message.of("the value of `{0}`", name), inAFile());
    }
  }

  /// @param line a name and its value, in two groups
  private void checkText(Pattern line, Argument argument, Message help) {
    int start = argument.span().start();
    var matcher = line.matcher(file.source().text(argument.span()));
    while (matcher.find()) {
      var name = matcher.group(1);
      // What `passwd` of cloud-init wants is a hash, and another law's business.
      var value = matcher.group(2).strip();
      if (!name.equals("passwd") && SecretName.isSecret(name, value)) {
        int from = start + matcher.start(2);
        report(new Span(from, from + value.length()), Message.of("the value of `{0}`", name), help);
      }
    }
  }

  private static Message inAFile() {
    return Message.of("keep it in a file on the machine, and write the path of that file");
  }

  private static Message asPlaceholder() {
    return Message.of("write `{{ password }}`, which is asked for when the VM is deployed");
  }

  private void report(Span span, Message what, Message help) {
    var before = found.floorEntry(span.start());
    if (before == null || before.getValue().primary().place().span().end() < span.end()) {
      found.put(
          span.start(),
          Diagnostic.at(
                  file.source().at(span),
                  CODE,
                  Message.of("{0} stands in the lab as it is", what),
                  Message.of("whoever reads the lab has it"))
              .help(help));
    }
  }
}
