package dev.homelabc.cluster;

import java.util.List;

/// What CDI makes while it copies an image, and may leave behind when it is stopped: a PVC to copy
/// to, a pod that copies, and a PVC that the pod unpacks in. Names as CDI 1.66 makes them.
final class Leftovers {
  private Leftovers() {}

  /// A name that such an object would have.
  ///
  /// @param isUnique whether the name holds the PVC's UID, so that nobody else's object has it
  record Candidate(Kind kind, String name, boolean isUnique) {}

  /// @param claim the PVC that is to hold the image in the end
  static List<Candidate> namesOf(Item claim) {
    var prime = "prime-" + claim.uid();
    return List.of(
        new Candidate(Kind.POD, "importer-" + prime, true),
        new Candidate(Kind.CLAIM, prime + "-scratch", true),
        new Candidate(Kind.CLAIM, prime, true),
        // Without volume populators.
        new Candidate(Kind.POD, "importer-" + claim.name(), false),
        new Candidate(Kind.CLAIM, claim.name() + "-scratch", false));
  }
}
