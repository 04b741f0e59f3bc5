package dev.homelabc.syntax;

import static dev.homelabc.syntax.SyntaxCodes.INVALID_UTF8;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import dev.homelabc.source.Undecodable;
import java.util.Optional;

/// Finds the first character of a file that could not be read, or that some program before us could
/// not read. One finding a file: where one byte is wrong, many are.
public final class Encoding {
  /// The first byte of either byte order mark of UTF-16.
  private static final int UTF_16 = 0xfe;

  private static final char LOST = '\ufffd';

  private Encoding() {}

  public static Optional<Diagnostic> check(SourceFile source) {
    return source.undecodable().map(it -> foreign(source, it)).or(() -> lost(source));
  }

  private static Diagnostic foreign(SourceFile source, Undecodable it) {
    var place = source.at(it.span());
    boolean isUtf16 = it.span().start() == 0 && it.value() >= UTF_16;
    var finding =
        isUtf16
            ? Diagnostic.at(
                place, INVALID_UTF8, Message.of("the file is UTF-16, not UTF-8"), Message.NONE)
            : Diagnostic.at(
                place,
                INVALID_UTF8,
                Message.of(
                    "the file is not UTF-8: it has the byte `{0}`", "%02X".formatted(it.value())),
                Message.of("cannot be read"));
    return finding.help(Message.of("save the file as UTF-8"));
  }

  private static Optional<Diagnostic> lost(SourceFile source) {
    int at = source.text().indexOf(LOST);
    if (at < 0) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.at(
                source.at(new Span(at, at + 1)),
                INVALID_UTF8,
                Message.of("U+FFFD stands in the place of a character that was lost"),
                Message.of("which character was this?"))
            .help(Message.of("write the character anew, and save the file as UTF-8")));
  }
}
