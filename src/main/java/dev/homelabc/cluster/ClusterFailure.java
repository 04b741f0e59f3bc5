package dev.homelabc.cluster;

import dev.homelabc.diagnostic.Message;
import java.util.List;

/// A cluster did not do what it was asked for: a sentence for a person, and what to do about it.
///
/// It carries no cause: those of the client hold requests and answers, and with them secrets.
public final class ClusterFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Message what;
  private final transient List<Message> cures;
  private final int code;

  /// @param code the HTTP status, 0 where there was no answer
  ClusterFailure(int code, Message what, Message... cures) {
    super(what.toString());
    this.what = what;
    this.cures = List.of(cures);
    this.code = code;
  }

  public Message what() {
    return what;
  }

  public List<Message> cures() {
    return cures;
  }

  boolean isForbidden() {
    return code == 403;
  }
}
