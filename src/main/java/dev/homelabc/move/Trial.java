package dev.homelabc.move;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.model.Declaration;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.Parser;
import dev.homelabc.syntax.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/// A lab with another text in the place of a VM's statement, compiled in memory: every law is asked
/// about a move, and none has to be known here.
final class Trial {
  private final SourceSet sources;
  private final SourceFile file;
  private final Statement statement;

  Trial(SourceSet sources, Declaration vm) {
    this.sources = sources;
    this.file = vm.origin().place().file();
    this.statement =
        Parser.parse(file).around(vm.origin().place().span().start()).stream()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no statement of " + vm.name()));
  }

  /// The lab without the VM.
  Compilation without() {
    return with(statement.span(), "");
  }

  /// The lab with the VM as this text has it.
  Compilation as(String text) {
    return with(statement.span(), text.strip());
  }

  /// The lab with the VM in another place.
  Compilation on(String place) {
    var line = "on " + place;
    if (statement.block().isEmpty()) {
      return with(Span.at(statement.span().end()), " { " + line + " }");
    }
    var block = statement.block().get();
    return block.statements().stream()
        .filter(it -> it.keyword().text().equals("on"))
        .findFirst()
        .map(it -> with(it.span(), line))
        .orElseGet(() -> with(Span.at(block.span().start() + 1), " " + line + ";"));
  }

  private Compilation with(Span span, String text) {
    var changed =
        new SourceFile(
            file.path(),
            file.text().substring(0, span.start()) + text + file.text().substring(span.end()));
    Function<SourceFile, SourceFile> swap = it -> it.path().equals(file.path()) ? changed : it;
    return Compiler.compile(
        new SourceSet(
            sources.files().stream().map(swap).toList(),
            path -> sources.reader().apply(path).map(swap),
            sources.lock(),
            sources.isLocked(),
            sources.former()),
        List.of());
  }

  /// What a finding says, wherever it stands.
  private record Said(Code code, Severity severity, Message message) {
    static Said of(Diagnostic finding) {
      return new Said(finding.code(), finding.severity(), finding.message());
    }
  }

  /// What is found in one lab and was not found in another, each thing once.
  static List<Diagnostic> news(Compilation before, Compilation after) {
    var known = new HashSet<Said>();
    before.diagnostics().forEach(it -> known.add(Said.of(it)));
    return after.diagnostics().stream().filter(it -> known.add(Said.of(it))).toList();
  }
}
