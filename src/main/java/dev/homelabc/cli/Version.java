package dev.homelabc.cli;

import picocli.CommandLine.IVersionProvider;

/// What `--version` prints: the version in the jar's manifest, which Maven takes from `pom.xml`.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    var version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"homelabc " + (version == null ? "(not packaged)" : version)};
  }
}
