package dev.homelabc.value;

/// KubeVirt's `evictionStrategy`, by KubeVirt's names.
public enum EvictionStrategy {
  NONE("None"),
  LIVE_MIGRATE("LiveMigrate"),
  LIVE_MIGRATE_IF_POSSIBLE("LiveMigrateIfPossible"),
  EXTERNAL("External");

  private final String text;

  EvictionStrategy(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
