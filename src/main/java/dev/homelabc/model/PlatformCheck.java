package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Property.Platform;

/// Finds the properties of a VM that belong to another platform than the one it runs on.
final class PlatformCheck {
  private PlatformCheck() {}

  static void check(Values vm, Platform platform) {
    for (var entry : vm.fields().entries().values()) {
      var only = entry.property().platform();
      if (only != Platform.ANY && only != platform) {
        var finding =
            Diagnostic.at(
                entry.place(),
                ModelCodes.WRONG_PLATFORM,
                Message.of(
                    "`{0}` is for {1}, {2} is not one",
                    entry.property().name(), only.words(), vm.owner()),
                Message.of("for {0} only", only.words()));
        if (entry.head().profile().isPresent()) {
          finding =
              finding.also(
                  vm.place(),
                  Message.of("applied to this VM by profile `{0}`", entry.head().profile().get()));
        }
        vm.report()
            .accept(finding.help(Message.of("take it out, or run the VM elsewhere with `on`")));
      }
    }
  }
}
