package dev.homelabc.syntax;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.antlr.HomelabParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.atn.PredictionMode;

/// Text to statements. Never throws on bad text: what is wrong is in [Parsed#diagnostics], and all
/// that could be read is in the tree.
public final class Parser {
  private Parser() {}

  public static Parsed parse(SourceFile file) {
    var diagnostics = new ArrayList<Diagnostic>();
    var source = LineEnds.mend(file, diagnostics);
    Encoding.check(source).ifPresent(diagnostics::add);
    var tokens = Scanner.scan(source.text());
    var slips = new Slips(source);
    var marked = Marks.translate(source, OpenTexts.swallow(source, tokens), slips, diagnostics);
    var mended = Mender.mend(source, Punctuation.translate(source, marked, slips), diagnostics);
    diagnostics.addAll(slips.findings());
    var parser = new HomelabParser(new CommonTokenStream(new ListTokenSource(antlr(mended))));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    var statements =
        new TreeBuilder(source, mended, diagnostics).statements(parser.unit().statements());
    return new Parsed(source, statements, tokens, diagnostics.stream().sorted().toList());
  }

  private static List<CommonToken> antlr(List<Token> tokens) {
    return tokens.stream().map(token -> new CommonToken(type(token.kind()), "")).toList();
  }

  private static int type(Token.Kind kind) {
    return switch (kind) {
      case WORD -> HomelabParser.WORD;
      case STRING, UNCLOSED_STRING, UNCLOSED_TEXT, BROKEN -> HomelabParser.STRING;
      case TEXT -> HomelabParser.TEXT;
      case OPEN_BLOCK -> HomelabParser.OPEN;
      case CLOSE_BLOCK -> HomelabParser.CLOSE;
      case OPEN_LIST -> HomelabParser.LEFT;
      case CLOSE_LIST -> HomelabParser.RIGHT;
      case SEMICOLON -> HomelabParser.SEMICOLON;
      case NEWLINE -> HomelabParser.NEWLINE;
      case COMMENT -> HomelabParser.COMMENT;
      case SPACE -> HomelabParser.SPACE;
    };
  }
}
