# homelabc, built from the sources beside this folder.
#
# `mvnHash` is the hash of what Maven downloads and changes with pom.xml: build once, and write the
# one that Nix reports.
{
  lib,
  maven,
  jdk25_headless,
  makeWrapper,
  mvnHash ? lib.fakeHash,
}:

maven.buildMavenPackage {
  pname = "homelabc";
  version = "0.1.0";
  src = lib.cleanSource ../.;

  inherit mvnHash;
  mvnJdk = jdk25_headless;
  mvnParameters = "-Dmaven.test.skip=true";

  # Maven asks the PATH for other programs of the JDK.
  nativeBuildInputs = [
    jdk25_headless
    makeWrapper
  ];

  installPhase = ''
    runHook preInstall

    share=$out/share/homelabc
    mkdir -p $share $out/share/doc/homelabc
    cp -r target/homelabc.jar target/lib $share/
    cp -r README.md LICENSE docs examples $out/share/doc/homelabc/

    java=${jdk25_headless}/bin/java
    $java -cp $share/homelabc.jar dev.homelabc.cli.Extras $out/share

    # An archive of loaded classes holds the times of the jars: those that the store gives them.
    find $out -exec touch -h -d @1 {} +
    options="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djdk.reflect.useNativeAccessorOnly=true"
    $java $options -XX:AOTCacheOutput=$share/homelabc.aot -cp $share/homelabc.jar \
      dev.homelabc.cli.Rehearsal examples/homelab "$TMPDIR/out"

    makeWrapper $java $out/bin/homelabc --add-flags "$options -XX:AOTCache=$share/homelabc.aot \
      -Xlog:disable -Xlog:all=error,aot*=off,cds*=off:stderr -jar $share/homelabc.jar"

    runHook postInstall
  '';

  meta = {
    description = "Compiler of home labs to NixOS and OpenShift configuration";
    license = lib.licenses.asl20;
    mainProgram = "homelabc";
    platforms = jdk25_headless.meta.platforms;
  };
}
