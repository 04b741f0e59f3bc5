package dev.homelabc.cli;

import dev.homelabc.blame.BlamedLine;
import dev.homelabc.blame.TreeBlame;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.output.OutputTree;
import dev.homelabc.verify.Complaint;
import dev.homelabc.verify.Verification;
import java.nio.file.Path;
import java.util.List;

/// Says what the installed programs have against a tree, at the lines of the lab that it comes
/// from.
record Verifier(Terminal terminal, Path folder, OutputTree tree) {
  int verify(String programs) {
    var verification = Verification.of(folder, tree.files().keySet(), programs);
    var blame = new TreeBlame(tree);
    verification.complaints().forEach(it -> report(it, blame.lines(it.file())));
    if (!verification.absent().isEmpty()) {
      say(Message.of("not installed, so not asked: {0}", String.join(", ", verification.absent())));
    }
    if (verification.asked().isEmpty()) {
      say(Message.of("no program that reads the files is installed: nothing was verified"));
      return Exit.FINDINGS;
    }
    var asked = String.join(", ", verification.asked());
    if (!verification.complaints().isEmpty()) {
      int count = verification.complaints().size();
      say(
          count == 1
              ? Message.of("1 complaint, asked were {0}", asked)
              : Message.of("{0} complaints, asked were {1}", count, asked));
      return Exit.FINDINGS;
    }
    terminal.out().println(terminal.text(Message.of("no complaint, asked were {0}", asked)));
    return Exit.FINE;
  }

  private void report(Complaint complaint, List<BlamedLine> lines) {
    var err = terminal.err();
    err.println(
        terminal.text(Severity.ERROR.word())
            + ": "
            + complaint.program()
            + ": "
            + complaint.text().strip());
    err.println("  --> " + folder.resolve(complaint.file().text()) + ":" + complaint.line());
    if (!lines.isEmpty()) {
      // A program may name the line behind the last one.
      var line = lines.get(Math.clamp(complaint.line() - 1, 0, lines.size() - 1));
      line.causes().forEach(it -> err.println("  <-- " + it.text()));
    }
  }

  private void say(Message message) {
    terminal.err().println(terminal.text(message));
  }
}
