package dev.homelabc.diagnostic;

/// The identity of a finding: a kebab-case name that reads after "allow", what it is in one
/// sentence, why it matters, a lab that triggers exactly it and one that does not. `explain` prints
/// these; tests hold them true, and each of the two sentences translated.
///
/// @param severity how much it weighs in a lab that says nothing else
/// @param isOff whether it is reported only in a lab that warns of it or denies it
public record Code(
    String name,
    Severity severity,
    boolean isOff,
    String what,
    String why,
    String bad,
    String good) {
  public Code {
    if (!isKebab(name)) {
      throw new IllegalArgumentException("code name " + name);
    }
    if (what.isBlank() || why.isBlank() || bad.isEmpty() || good.isEmpty()) {
      throw new IllegalArgumentException("code " + name + " is not explained");
    }
  }

  /// As `[a-z][a-z0-9]*(-[a-z0-9]+)*` says; asked of all codes at each start.
  private static boolean isKebab(String name) {
    boolean isWhole = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isLetter = c >= 'a' && c <= 'z';
      boolean isFitting = isLetter || (i > 0 && c >= '0' && c <= '9') || (isWhole && c == '-');
      if (!isFitting) {
        return false;
      }
      isWhole = c != '-';
    }
    return isWhole;
  }

  public static Code error(String name, String what, String why, String bad, String good) {
    return new Code(name, Severity.ERROR, false, what, why, bad, good);
  }

  public static Code warning(String name, String what, String why, String bad, String good) {
    return new Code(name, Severity.WARNING, false, what, why, bad, good);
  }

  public static Code note(String name, String what, String why, String bad, String good) {
    return new Code(name, Severity.NOTE, false, what, why, bad, good);
  }

  /// The same, off by default.
  public Code off() {
    return new Code(name, severity, true, what, why, bad, good);
  }

  public String what(Language language) {
    return language.of(what);
  }

  public String why(Language language) {
    return language.of(why);
  }

  /// How an explanation is headed: `error[duplicate-mac]`.
  public String title(Language language) {
    return title(severity, language);
  }

  /// How a finding is headed that weighs so much.
  String title(Severity weight, Language language) {
    return weight.word().in(language) + "[" + name + "]";
  }

  @Override
  public String toString() {
    return title(Language.ENGLISH);
  }
}
