package dev.homelabc.review;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.review.PageView.Chrome;
import dev.homelabc.review.PageView.Shortcut;
import java.util.List;

/// The words around the content.
record ChromeText(Say say) {
  Chrome view() {
    return new Chrome(
        say.tag(),
        say.text(Message.of("Skip to the plan")),
        say.text(Message.of("Skip to the files")),
        say.text(Message.of("Sections")),
        say.text(Message.of("Light or dark")),
        say.text(Message.of("Origins")),
        say.text(Message.of("Unfold all")),
        say.text(Message.of("Fold all")),
        say.text(Message.of("Keys")),
        say.text(Message.of("Keys of this page")),
        say.text(Message.of("Close")),
        say.text(Message.of("before")),
        say.text(Message.of("after")),
        say.text(Message.of("why, and all of it")),
        say.text(
            Message.of(
                "No machine was asked: this holds where the lab to start from is what runs.")),
        List.of(
            new Shortcut("n j", say.text(Message.of("next file"))),
            new Shortcut("p k", say.text(Message.of("previous file"))),
            new Shortcut("x", say.text(Message.of("fold or unfold this file"))),
            new Shortcut("e", say.text(Message.of("unfold or fold all files"))),
            new Shortcut("o", say.text(Message.of("show where each line comes from"))),
            new Shortcut("↑ ↓", say.text(Message.of("in a file: line by line, with its origin"))),
            new Shortcut("t", say.text(Message.of("light or dark"))),
            new Shortcut("?", say.text(Message.of("these keys")))));
  }
}
