# homelabc, built from the sources beside this folder.
#
# `mvnHash` is the hash of what Maven downloads, and changes with pom.xml. Only a build by Nix can tell
# it, and no machine that tests homelabc has one: build once, and give the hash that Nix reports, here
# or by `callPackage ./package.nix { mvnHash = "sha256-…"; }`.
{
  lib,
  maven,
  jdk25_headless,
  mvnHash ? lib.fakeHash,
}:

maven.buildMavenPackage {
  pname = "homelabc";
  version = "0.1.0";
  src = lib.cleanSourceWith {
    src = lib.cleanSource ../.;
    # What was built in the checkout.
    filter = path: type: !(type == "directory" && baseNameOf path == "target");
  };

  inherit mvnHash;
  mvnJdk = jdk25_headless;
  mvnParameters = "-Dmaven.test.skip=true";

  # Maven asks the PATH for other programs of the JDK.
  nativeBuildInputs = [ jdk25_headless ];

  # There is nothing to strip, and an archive of classes wants all files left as they are.
  dontStrip = true;

  # As the archive of `mvn -Pdist` has it, but with the runtime of Nix.
  installPhase = ''
    runHook preInstall

    home=$out/lib/homelabc
    mkdir -p $home/bin $home/lib $out/bin $out/share/doc/homelabc
    cp packaging/homelabc $home/bin/
    cp -r target/homelabc.jar target/lib $home/lib/
    ln -s ${jdk25_headless} $home/lib/runtime
    ln -s ../lib/homelabc/bin/homelabc $out/bin/homelabc
    cp -r README.md LICENSE docs examples $out/share/doc/homelabc/

    java=$home/lib/runtime/bin/java
    $java -cp $home/lib/homelabc.jar dev.homelabc.cli.Extras $out/share

    # An archive of loaded classes holds the times of the jars: those that the store gives them.
    find $out -exec touch -h -d @1 {} +
    rehearse() {
      made=$home/lib/$1
      shift
      XDG_CACHE_HOME=$TMPDIR/cache $java -XX:+UseSerialGC -XX:+UseCompactObjectHeaders \
        -XX:TieredStopAtLevel=1 \
        -Djdk.reflect.useNativeAccessorOnly=true -XX:+UnlockDiagnosticVMOptions \
        -XX:ArchiveRelocationMode=0 -XX:-AOTReplayTraining -XX:CompileThresholdScaling=2 \
        -XX:-AOTRecordTraining \
        -XX:AOTCacheOutput=$made -cp $home/lib/homelabc.jar \
        dev.homelabc.cli.Rehearsal examples/homelab "$@"
    }
    rehearse homelabc-check.aot
    rehearse homelabc.aot "$TMPDIR/out"

    runHook postInstall
  '';

  meta = {
    description = "Compiler of home labs to NixOS and OpenShift configuration";
    license = lib.licenses.asl20;
    mainProgram = "homelabc";
    platforms = jdk25_headless.meta.platforms;
  };
}
