package dev.homelabc.diagnostic;

/// A language that findings and explanations come in. English is the one they are written in.
public enum Language {
  ENGLISH,
  KOREAN;

  /// What a sentence of the program, in English, is in this language. A sentence that lacks a
  /// translation stays English; a test sees to it that none does.
  String of(String english) {
    return switch (this) {
      case ENGLISH -> english;
      case KOREAN -> Korean.SENTENCES.getOrDefault(english, english);
    };
  }
}
