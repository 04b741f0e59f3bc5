package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Property.Platform;
import dev.homelabc.value.Name;

/// Finds the properties of a VM that belong to another platform than the one it runs on.
final class PlatformCheck {
  private PlatformCheck() {}

  /// @param name of the VM or of all its replicas
  /// @param on the host or project that runs it
  static void check(Values vm, Platform platform, Name name, Name on) {
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
            .accept(
                finding
                    .help(Message.of("take it out, or run the VM elsewhere with `on`"))
                    .help(
                        Message.of(
                            "`homelabc show {0} --on {1}` says what can be written instead",
                            name, on)));
      }
    }
  }
}
