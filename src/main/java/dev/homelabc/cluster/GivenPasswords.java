package dev.homelabc.cluster;

import dev.homelabc.diagnostic.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Passwords from a file or a variable: lines `ACCOUNT:PASSWORD`, of which those of other accounts
/// are passed over. Where one password is asked for, it may also be the only line.
public final class GivenPasswords implements Passwords {
  private final Message origin;
  private final List<char[]> lines;

  /// @param origin what the text is called
  public GivenPasswords(Message origin, char[] text) {
    this.origin = origin;
    this.lines = lines(text);
  }

  private static List<char[]> lines(char[] text) {
    var lines = new ArrayList<char[]>();
    int start = 0;
    for (int i = 0; i <= text.length; i++) {
      if (i == text.length || text[i] == '\n') {
        int end = i > start && text[i - 1] == '\r' ? i - 1 : i;
        if (end > start) {
          lines.add(Arrays.copyOfRange(text, start, end));
        }
        start = i + 1;
      }
    }
    return lines;
  }

  @Override
  public SortedMap<String, char[]> of(SortedMap<String, Objection> accounts) {
    var found = new TreeMap<String, char[]>();
    accounts.forEach((account, objection) -> {
      var password =
          own(account)
              .or(() ->
                  accounts.size() == 1 && lines.size() == 1
                      ? Optional.of(lines.getFirst().clone())
                      : Optional.empty())
              .filter(it -> it.length > 0)
              .orElseThrow(() -> missing(account));
      objection
          .apply(password)
          .ifPresent(it -> {
            throw new ClusterFailure(0, it);
          });
      found.put(account, password);
    });
    return found;
  }

  /// What stands behind the account's name.
  private Optional<char[]> own(String account) {
    var start = (account + ":").toCharArray();
    return lines.stream()
        .filter(it ->
            it.length >= start.length && Arrays.equals(it, 0, start.length, start, 0, start.length))
        .findFirst()
        .map(it -> Arrays.copyOfRange(it, start.length, it.length));
  }

  private ClusterFailure missing(String account) {
    return new ClusterFailure(
        0,
        Message.of("{0} holds no password for `{1}`", origin, account),
        Message.of("write a line `{0}:PASSWORD`", account));
  }

  /// Says nothing of what it holds.
  @Override
  public String toString() {
    return "GivenPasswords";
  }
}
