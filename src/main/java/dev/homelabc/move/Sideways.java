package dev.homelabc.move;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Declaration;
import dev.homelabc.model.Stated;
import java.util.List;
import java.util.Optional;

/// A VM stays on its platform: all of it is carried, and some of it means another thing there.
final class Sideways {
  private Sideways() {}

  static Outcome outcome(Declaration vm) {
    return new Outcome(
        vm.stated().stream()
            .filter(it -> !it.property().name().equals("on"))
            .map(line ->
                what(line.property().name())
                    .filter(_ -> isOfThePlace(line))
                    .map(it -> Item.check(line, it))
                    .orElseGet(() -> Item.carried(line)))
            .toList(),
        List.of());
  }

  private static Optional<Message> what(String property) {
    return switch (property) {
      case "share", "volume" ->
          Optional.of(
              Message.of("begins empty there: its content lies on the host that it leaves"));
      case "device", "gpu" ->
          Optional.of(Message.of("is an address of the machine; look up what the other one has"));
      case "interface" ->
          Optional.of(Message.of("names an interface of the host; look up what the other one has"));
      case "network" -> Optional.of(Message.of("has to be a network of the other project"));
      case "storage-class", "instance-type", "preference", "node-selector", "affinity" ->
          Optional.of(Message.of("is about what the cluster has; look up what the other one has"));
      case "image" ->
          Optional.of(
              Message.of("is looked for in the namespace of the project, unless it names one"));
      default -> Optional.empty();
    };
  }

  /// Whether such a line says something about its place.
  private static boolean isOfThePlace(Stated line) {
    return switch (line.property().name()) {
      case "interface" -> line.text().matches("(?s).*\\n  (link|bridge) .*");
      case "image" -> line.words().matches("image (pvc|snapshot|source-ref) [^/]*");
      case "gpu" -> line.words().startsWith("gpu passthrough ");
      default -> true;
    };
  }
}
