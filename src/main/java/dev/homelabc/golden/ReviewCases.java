package dev.homelabc.golden;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.plan.Plan;
import dev.homelabc.review.Review;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Two labs of `golden/review/CASE/`, kept with the page about the change from one to the other,
/// without its style sheet, its script and what styles its pictures; in Korean just where the file
/// is there, be it empty.
record ReviewCases(Repository repository) implements CaseKind {
  private static final String FOLDER = "golden/review";
  private static final String BEFORE = "/before.lab";
  private static final String AFTER = "/after.lab";
  private static final String PAGE = "/review.html";
  private static final String KOREAN = "/review.ko.html";

  /// What every page has alike. The policy has a hash of the script.
  private static final Pattern ALIKE =
      Pattern.compile(
          "(?s)(?<=<style>).*?(?=</style>)|(?<=<script>).*?(?=</script>)|'sha256-[^']*'");

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
      case Plan.Outcome.Planned planned -> {
        var review =
            new Review(
                planned.plan(),
                new Review.Version("before", planned.before()),
                new Review.Version("after", planned.after()));
        var files = new TreeMap<String, String>();
        files.put("golden/" + name + PAGE, page(review, Language.ENGLISH));
        if (repository.bytes("golden/" + name + KOREAN).isPresent()) {
          files.put("golden/" + name + KOREAN, page(review, Language.KOREAN));
        }
        yield Run.of(files);
      }
      case Plan.Outcome.BaseBroken(var compilation) ->
          Said.broken(first, compilation.diagnostics());
      case Plan.Outcome.LabBroken(var compilation) ->
          Said.broken(second, compilation.diagnostics());
    };
  }

  private static String page(Review review, Language language) {
    return ALIKE.matcher(review.page(language)).replaceAll("…");
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
    return cases.contains(path.substring("golden/".length(), end))
        && Set.of(BEFORE, AFTER, PAGE, KOREAN).contains(path.substring(end));
  }
}
