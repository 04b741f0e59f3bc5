package dev.homelabc.diagnostic;

import java.util.regex.Pattern;

/// The identity of a finding: a kebab-case name that reads after "allow", what it is in one
/// sentence, why it matters, a lab that triggers exactly it and one that does not. `explain` prints
/// these; tests hold them true, and each of the two sentences translated.
public record Code(
    String name, Severity severity, String what, String why, String bad, String good) {
  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public Code {
    if (!KEBAB.matcher(name).matches()) {
      throw new IllegalArgumentException("code name " + name);
    }
    if (what.isBlank() || why.isBlank() || bad.isEmpty() || good.isEmpty()) {
      throw new IllegalArgumentException("code " + name + " is not explained");
    }
  }

  public static Code error(String name, String what, String why, String bad, String good) {
    return new Code(name, Severity.ERROR, what, why, bad, good);
  }

  public static Code warning(String name, String what, String why, String bad, String good) {
    return new Code(name, Severity.WARNING, what, why, bad, good);
  }

  public String what(Language language) {
    return language.of(what);
  }

  public String why(Language language) {
    return language.of(why);
  }

  /// How findings and explanations are headed: `error[duplicate-mac]`.
  public String title(Language language) {
    return severity.word().in(language) + "[" + name + "]";
  }

  @Override
  public String toString() {
    return title(Language.ENGLISH);
  }
}
