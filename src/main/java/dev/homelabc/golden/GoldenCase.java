package dev.homelabc.golden;

/// One input whose outcome is kept.
///
/// @param name unique among all cases, such as `errors/duplicate-mac/two-vms-share-a-mac`
public record GoldenCase(String name, CaseKind kind) {
  Run run() {
    return kind.run(name);
  }
}
