package dev.homelabc.review;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.emit.HtmlFormat;
import dev.homelabc.graph.Comparison;
import dev.homelabc.graph.Mark;
import dev.homelabc.plan.Plan;
import dev.homelabc.plan.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Pictures of both labs as one, from each view that has changes.
record TopologySection(Say say) {
  /// @param nothing what to say where no picture has a change
  record View(String title, List<Picture> pictures, Optional<String> nothing) {}

  /// @param word the view's name in the language of the command line
  /// @param svg markup
  /// @param width of its own, in pixels
  /// @param least the width at which its words can still be read
  record Picture(String word, String title, boolean isOpen, int width, int least, String svg) {}

  View of(Review review) {
    var pictures = new ArrayList<Picture>();
    var before = review.before().compilation().lab();
    var after = review.after().compilation().lab();
    var known = known(review.plan());
    for (var view : dev.homelabc.graph.View.values()) {
      if (before.isPresent() && after.isPresent()) {
        Comparison.of(before.get(), after.get(), view, say.language(), known)
            .drawn()
            .ifPresent(it -> pictures.add(picture(view, it, pictures.isEmpty())));
      }
    }
    return new View(
        say.text(Message.of("Topology")),
        pictures,
        pictures.isEmpty()
            ? Optional.of(say.text(Message.of("The topology stays as it is.")))
            : Optional.empty());
  }

  private Picture picture(dev.homelabc.graph.View view, Comparison.Drawn drawn, boolean isOpen) {
    return new Picture(
        view.word(),
        say.text(title(view)),
        isOpen,
        drawn.width(),
        drawn.width() * 7 / 10,
        HtmlFormat.visible(drawn.svg()));
  }

  private static Message title(dev.homelabc.graph.View view) {
    return switch (view) {
      case NETWORK -> Message.of("Networks, and who is attached to them");
      case HOSTS -> Message.of("Hosts, and what their VMs have");
      case CLUSTER -> Message.of("Clusters, their nodes and workloads");
    };
  }

  /// What the plan says became of things, by their ids in pictures.
  private static Map<String, Mark> known(Plan plan) {
    var marks = new HashMap<String, Mark>();
    for (var entry : plan.entries()) {
      id(entry.subject())
          .ifPresent(id ->
              marks.put(
                  id,
                  switch (entry.state()) {
                    case ADDED -> Mark.ADDED;
                    case CHANGED -> Mark.CHANGED;
                    case REMOVED -> Mark.REMOVED;
                  }));
    }
    return marks;
  }

  private static Optional<String> id(Subject subject) {
    return switch (subject.kind()) {
      case LAB -> Optional.empty();
      case VLAN, HOST, MICROVM, CLUSTER, DEPLOYMENT, PROJECT, OPENSHIFT_VM ->
          Optional.of(subject.kind().keyword() + ":" + subject.name());
    };
  }
}
