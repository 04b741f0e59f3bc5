package dev.homelabc.syntax;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import dev.homelabc.syntax.antlr.HomelabParser.ArgumentContext;
import dev.homelabc.syntax.antlr.HomelabParser.StatementContext;
import dev.homelabc.syntax.antlr.HomelabParser.StatementsContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.TerminalNode;

/// ANTLR's parse tree to ours. Statements without a keyword have been reported and are left out.
final class TreeBuilder {
  private final SourceFile source;
  private final List<Token> mended;
  private final List<Diagnostic> diagnostics;

  TreeBuilder(SourceFile source, List<Token> mended, List<Diagnostic> diagnostics) {
    this.source = source;
    this.mended = mended;
    this.diagnostics = diagnostics;
  }

  List<Statement> statements(StatementsContext context) {
    var statements = new ArrayList<Statement>();
    for (var statement : context.statement()) {
      var first = token(statement.WORD() != null ? statement.WORD() : statement.STRING());
      if (first.span().length() > 0) {
        statements.add(statement(statement, first));
      }
    }
    return statements;
  }

  private Statement statement(StatementContext context, Token first) {
    var keyword = new Statement.Keyword(first.span(), keywordText(first));
    var arguments = context.argument().stream().map(this::argument).toList();
    var block =
        Optional.ofNullable(context.block())
            .map(it ->
                new Statement.Block(
                    statements(it.statements()),
                    token(it.OPEN()).span().to(token(it.CLOSE()).span())));
    var span = first.span();
    if (block.isPresent()) {
      span = span.to(block.get().span());
    } else if (!arguments.isEmpty()) {
      span = span.to(arguments.getLast().span());
    }
    return new Statement(keyword, arguments, block, span);
  }

  private String keywordText(Token token) {
    return switch (argument(token)) {
      case Argument.Quoted quoted -> Quotes.decode(quoted.raw());
      case Argument.Word _, Argument.Text _, Argument.Items _, Argument.Broken _ ->
          source.text(token.span());
    };
  }

  private Argument argument(ArgumentContext context) {
    var list = context.list();
    if (list != null) {
      return new Argument.Items(
          token(list.LEFT()).span().to(token(list.RIGHT()).span()),
          list.argument().stream().map(this::argument).toList());
    }
    return argument(token((TerminalNode) context.getChild(0)));
  }

  private Argument argument(Token token) {
    var span = token.span();
    return switch (token.kind()) {
      case STRING -> quoted(span);
      case TEXT ->
          new Argument.Text(span, TextBlock.unindent(source.text(), span, this::reportShallow));
      case BROKEN -> new Argument.Broken(span);
      default -> new Argument.Word(span, source.text(span));
    };
  }

  private Argument quoted(Span span) {
    var raw = source.text().substring(span.start() + 1, span.end() - 1);
    var before = diagnostics.size();
    Quotes.decode(
        raw,
        bad ->
            diagnostics.add(
                Diagnostic.at(
                        source.at(
                            new Span(span.start() + 1 + bad.start(), span.start() + 1 + bad.end())),
                        SyntaxCodes.BAD_ESCAPE,
                        Message.of("`{0}` is not an escape", bad.group()),
                        Message.NONE)
                    .help(Message.of("write `\\\\` for a backslash"))));
    return diagnostics.size() == before
        ? new Argument.Quoted(span, raw)
        : new Argument.Broken(span);
  }

  private void reportShallow(Span line) {
    diagnostics.add(
        Diagnostic.at(
                source.at(line),
                SyntaxCodes.TEXT_INDENTATION,
                Message.of("this line is indented less than the closing quotes of its text"),
                Message.NONE)
            .help(Message.of("indent it at least as far as the closing quotes")));
  }

  private Token token(TerminalNode node) {
    return mended.get(node.getSymbol().getTokenIndex());
  }
}
