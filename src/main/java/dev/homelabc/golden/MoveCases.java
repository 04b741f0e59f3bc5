package dev.homelabc.golden;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.move.Mover;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Labs of `golden/move/`, kept with what becomes of the VMs that their first lines ask about.
record MoveCases(Repository repository) implements BesideCases {
  private static final Pattern QUESTION =
      Pattern.compile("(?m)^# homelabc show (\\S+) --on (\\S+)$");

  @Override
  public String folder() {
    return "golden/move";
  }

  @Override
  public Run run(String name) {
    var input = BesideCases.input(name);
    var questions = QUESTION.matcher(repository.source(input).text()).results().toList();
    if (questions.isEmpty()) {
      return Run.unfit(input, "has no line `# homelabc show NAME --on PLACE`");
    }
    return kept(
        name,
        language ->
            questions.stream()
                .map(question ->
                    question.group().substring(2)
                        + "\n\n"
                        + answer(input, question.group(1), question.group(2), language))
                .collect(Collectors.joining(Said.RULE)));
  }

  private String answer(String input, String vm, String place, Language language) {
    return switch (Mover.ask(Sample.of(repository.alone(input)), vm, place)) {
      case Mover.Answer.Moved(var move) -> move.text(language);
      case Mover.Answer.Unclear(var reason) -> reason.in(language) + "\n";
    };
  }
}
