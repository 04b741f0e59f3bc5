package dev.homelabc.value;

/// How a VLAN's frames are told apart on the wire: by an id, or by having none.
public sealed interface VlanTag permits VlanId, VlanTag.Untagged {
  static Reading<VlanTag> read(String text) {
    return text.equals(Untagged.WORD)
        ? Reading.good(new Untagged())
        : VlanId.read(text).map(it -> it);
  }

  /// Frames without a tag: the bridge's own LAN.
  record Untagged() implements VlanTag {
    static final String WORD = "untagged";

    @Override
    public String toString() {
      return WORD;
    }
  }
}
