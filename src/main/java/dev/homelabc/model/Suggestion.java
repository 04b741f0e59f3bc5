package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Advice about a word that is not one of those expected: the one that was most likely meant, if
/// one is truly near, else all.
///
/// @param sure the only one that can have been meant
public record Suggestion(Message help, Optional<String> sure) {
  /// Words of other tools, for which no rule of spelling finds ours.
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("cpu", "vcpu"),
          Map.entry("cpus", "vcpu"),
          Map.entry("cores", "vcpu"),
          Map.entry("ram", "memory"),
          Map.entry("address", "ip"),
          Map.entry("addr", "ip"),
          Map.entry("cidr", "subnet"),
          Map.entry("network", "subnet"),
          Map.entry("tag", "id"),
          Map.entry("nameserver", "dns"),
          Map.entry("nameservers", "dns"),
          Map.entry("router", "gateway"),
          Map.entry("target", "mount"),
          Map.entry("extends", "profile"),
          Map.entry("node", "on"));

  private static final int SHORTEST_PREFIX = 2;

  /// Parts of a word that are shorter tell things apart: of `ab` and `cd`, or `web-a` and `web-b`,
  /// neither is a slip for the other.
  private static final int TELLING = 3;

  /// Of more options than this none is looked at closely: a lab with thousands of names and as many
  /// slips is answered all the same.
  private static final int MANY = 500;

  /// The advice as a clause.
  ///
  /// @param what plural of what the options are, such as "VLANs"
  public static Suggestion of(String word, Collection<String> options, Message what) {
    if (options.size() > MANY) {
      return new Suggestion(Message.of("the {0} are {1}", what, few(options)), Optional.empty());
    }
    var known = known(word, options);
    if (known.isPresent()) {
      return meant(known.get());
    }
    var near = near(word, options);
    if (near.isPresent()) {
      boolean isSure = within(word, options).size() == 1 && isSlip(word, near.get());
      return isSure ? meant(near.get()) : new Suggestion(didYouMean(near.get()), Optional.empty());
    }
    if (options.isEmpty()) {
      return new Suggestion(Message.of("there are no {0}", what), Optional.empty());
    }
    var all =
        Message.of(
            "the {0} are {1}",
            what,
            options.stream().sorted().map(it -> "`" + it + "`").collect(Collectors.joining(", ")));
    return new Suggestion(all, Optional.empty());
  }

  private static String few(Collection<String> options) {
    return options.stream()
        .limit(10)
        .map(it -> "`" + it + "`")
        .collect(Collectors.joining(", ", "", ", …"));
  }

  /// Advice to write an option that was surely meant.
  static Suggestion meant(String option) {
    return new Suggestion(didYouMean(option), Optional.of(option));
  }

  private static Message didYouMean(String option) {
    return Message.of("did you mean `{0}`?", option);
  }

  /// The finding, about the word in its primary label, with this advice.
  public Diagnostic on(Diagnostic finding) {
    var helped = finding.help(help);
    return sure.map(helped::fix).orElse(helped);
  }

  /// Whether somebody who wrote the one word meant the other: siblings such as `node-1` and
  /// `node-2` are as near, and the missing one is not declared yet.
  private static boolean isSlip(String word, String option) {
    if (!digits(word).equals(digits(option))) {
      return false;
    }
    var parts = word.split("[-_.]", -1);
    var others = option.split("[-_.]", -1);
    if (parts.length != others.length) {
      return true;
    }
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].equals(others[i])
          && Math.min(parts[i].length(), others[i].length()) < TELLING) {
        return false;
      }
    }
    return true;
  }

  private static String digits(String word) {
    return word.replaceAll("[^0-9]", "");
  }

  /// The option that was most likely meant: [#known(String, Collection)], the only one that begins
  /// with the word or that it begins with, or one a few slips away.
  public static Optional<String> near(String word, Collection<String> options) {
    var lower = word.toLowerCase(Locale.ROOT);
    return known(word, options)
        .or(() -> only(options, it -> isPrefix(lower, it)))
        .or(() -> within(lower, options).stream().findFirst());
  }

  /// What other tools call by this word, or the same word but for upper case.
  static Optional<String> known(String word, Collection<String> options) {
    return Optional.ofNullable(SYNONYMS.get(word.toLowerCase(Locale.ROOT)))
        .filter(options::contains)
        .or(() -> only(options, it -> it.equalsIgnoreCase(word)));
  }

  private static Optional<String> only(Collection<String> options, Predicate<String> like) {
    var found = options.stream().filter(like).distinct().limit(2).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// `mem` for `memory`, `mount-point` for `mount`.
  private static boolean isPrefix(String word, String option) {
    return (word.length() >= SHORTEST_PREFIX && option.startsWith(word))
        || List.of("-", "_").stream().anyMatch(it -> word.startsWith(option + it));
  }

  /// The options that are a few slips away, the nearest first.
  private static List<String> within(String word, Collection<String> options) {
    return options.stream()
        .filter(it -> {
          int most = Math.max(1, it.length() / 3);
          // No distance is below the difference in length, and measuring long words takes time.
          return Math.abs(it.length() - word.length()) <= most && distance(word, it) <= most;
        })
        .sorted(Comparator.comparingInt((String it) -> distance(word, it)).thenComparing(it -> it))
        .distinct()
        .toList();
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
