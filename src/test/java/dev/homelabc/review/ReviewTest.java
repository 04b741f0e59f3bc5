package dev.homelabc.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.fleet.Fleet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void theSameChangeGivesTheSameBytes(Language language) {
    var page = Reviews.golden("a-busy-day", Origins.UNKNOWN).page(language);
    assertThat(Reviews.golden("a-busy-day", Origins.UNKNOWN).page(language)).isEqualTo(page);
    assertThat(page.substring(0, Review.BEGINNING)).contains(Review.MARK);
  }

  @Test
  void theWorstComesFirst() {
    var page = Reviews.golden("a-busy-day", Origins.UNKNOWN).page(Language.ENGLISH);
    assertThat(page)
        .contains("<h1 id=\"sentence\">Data is lost: vm db; interrupted: vm app, vm registry</h1>");
    assertThat(page.indexOf("class=\"tier loses\""))
        .isPositive()
        .isLessThan(page.indexOf("class=\"tier interrupts\""));
  }

  @Test
  void saysWhichFindingsAreNewAndWhichAreGone() {
    var page = Reviews.golden("a-busy-day", Origins.UNKNOWN).page(Language.ENGLISH);
    assertThat(page).contains("<summary>New: 1</summary>", "<summary>Gone: 1</summary>");
    assertThat(page.substring(page.indexOf("New: 1"), page.indexOf("Gone: 1")))
        .contains("tiny-memory", "wiki");
  }

  @Test
  void nothingIsSaidToChangeWhereNothingDoes() {
    var lab = "host box\n";
    assertThat(Reviews.of(lab, lab).page(Language.ENGLISH))
        .contains(
            ">Nothing changes</h1>",
            "No machine does anything differently.",
            "The topology stays as it is.",
            "No file of the output differs.");
  }

  @Test
  void filesInWhichTheSameLinesDifferAreShownOnce() {
    var lab = new Fleet(20).text();
    var page = Reviews.of(lab, lab.replace("port ssh 22", "port ssh 2222")).page(Language.ENGLISH);
    assertThat(page).contains("The same lines differ in 13 more");
    assertThat(Pattern.compile("<span class=\"path\">vms/").matcher(page).results().count())
        .isEqualTo(2);
    assertThat(Pattern.compile("<li>vms/").matcher(page).results().count()).isEqualTo(18);
  }

  /// A page that is opened from a comment has to open at once.
  @Test
  void aChangeOfAFewOfTwoHundredVmsIsASmallPage() {
    var before = new Fleet(200).text();
    var fleet = new Fleet(206);
    var after = fleet.text().replaceFirst("(?s)(vm vm-0*60 \\{.*?)\\n}", "$1\n  memory 3GiB\n}");
    assertThat(Reviews.of(before, after).page(Language.ENGLISH)).hasSizeLessThan(600_000);
  }

  @Test
  void aPartOfASentenceBetweenBackquotesIsCode() {
    assertThat(Part.of("run `a b` and `c`"))
        .containsExactly(
            new Part("run ", false),
            new Part("a b", true),
            new Part(" and ", false),
            new Part("c", true));
    assertThat(Part.of("one ` alone")).containsExactly(new Part("one ` alone", false));
  }
}
