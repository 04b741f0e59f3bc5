package dev.homelabc.syntax;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import java.util.List;

/// Lines that end at CR alone, as on the Macs of the last century: the whole file would be one line
/// and its first comment would hide the rest.
final class LineEnds {
  private LineEnds() {}

  /// The file; one without any LF with its CRs as line ends, which is reported once. Offsets stay.
  static SourceFile mend(SourceFile file, List<Diagnostic> diagnostics) {
    int first = file.text().indexOf('\r');
    if (first < 0 || file.undecodable().isPresent() || file.text().indexOf('\n') >= 0) {
      return file;
    }
    var mended = new SourceFile(file.path(), file.text().replace('\r', '\n'));
    diagnostics.add(
        Diagnostic.at(
                mended.at(Span.at(first)),
                SyntaxCodes.CR_LINE_ENDS,
                Message.of("the lines of this file end with CR alone"),
                Message.of("the first of them"))
            .help(Message.of("save the file with LF or CRLF as line ends")));
    return mended;
  }
}
