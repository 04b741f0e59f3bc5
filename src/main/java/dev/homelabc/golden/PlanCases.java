package dev.homelabc.golden;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.plan.Plan;
import dev.homelabc.plan.PlanFormat;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Two labs of `golden/plan/CASE/`, kept with what the change from one to the other does. Beside
/// the text there may be the same in Korean, in full, as Markdown and as JSON.
record PlanCases(Repository repository) implements CaseKind {
  private static final String FOLDER = "golden/plan";
  private static final String BEFORE = "/before.lab";
  private static final String AFTER = "/after.lab";

  @Override
  public Stream<String> names() {
    return repository.below(FOLDER).stream()
        .filter(path -> path.endsWith(BEFORE))
        .map(path -> path.substring("golden/".length(), path.length() - BEFORE.length()));
  }

  @Override
  public Run run(String name) {
    var first = "golden/" + name + BEFORE;
    var second = "golden/" + name + AFTER;
    if (repository.bytes(second).isEmpty()) {
      return Run.unfit(second, "is missing");
    }
    var before = Sample.of(repository.alone(first));
    var after = Sample.of(repository.alone(second));
    return switch (Plan.between(before, after)) {
      case Plan.Outcome.Planned(var plan, _, _) -> {
        var files = new TreeMap<String, String>();
        for (var form : Form.values()) {
          var path = "golden/" + name + form.file;
          if (form == Form.TEXT || repository.bytes(path).isPresent()) {
            files.put(path, form.format.of(plan, form.isFull, form.language));
          }
        }
        yield Run.of(files);
      }
      case Plan.Outcome.BaseBroken(var compilation) ->
          Said.broken(first, compilation.diagnostics());
      case Plan.Outcome.LabBroken(var compilation) ->
          Said.broken(second, compilation.diagnostics());
    };
  }

  @Override
  public Stream<Deviation> strays(Set<String> cases) {
    return repository.below(FOLDER).stream()
        .filter(path -> !isOfCase(path, cases))
        .map(path ->
            // It may be half of a case, so nothing removes it.
            path.endsWith(".lab")
                ? new Deviation.Unfit(path, "is not one of " + FOLDER + "/CASE/{before,after}.lab")
                : new Deviation.Orphan(path));
  }

  private static boolean isOfCase(String path, Set<String> cases) {
    int end = path.lastIndexOf('/');
    var file = path.substring(end);
    return cases.contains(path.substring("golden/".length(), end))
        && (file.equals(BEFORE)
            || file.equals(AFTER)
            || Arrays.stream(Form.values()).anyMatch(form -> form.file.equals(file)));
  }

  /// A way in which a plan is kept.
  private enum Form {
    TEXT("/plan.txt", PlanFormat.TEXT, false, Language.ENGLISH),
    FULL("/plan.full.txt", PlanFormat.TEXT, true, Language.ENGLISH),
    KOREAN("/plan.ko.txt", PlanFormat.TEXT, false, Language.KOREAN),
    MARKDOWN("/plan.md", PlanFormat.MARKDOWN, false, Language.ENGLISH),
    JSON("/plan.json", PlanFormat.JSON, true, Language.ENGLISH);

    private final String file;
    private final PlanFormat format;
    private final boolean isFull;
    private final Language language;

    Form(String file, PlanFormat format, boolean isFull, Language language) {
      this.file = file;
      this.format = format;
      this.isFull = isFull;
      this.language = language;
    }
  }
}
