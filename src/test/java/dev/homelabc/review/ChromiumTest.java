package dev.homelabc.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.diagnostic.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The page in a real Chromium.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChromiumTest {
  /// The number of the file that has the focus, from 0; -1 for none.
  private static final String FOCUSED =
      "[...document.querySelectorAll('.file')]"
          + ".findIndex(it => it.contains(document.activeElement))";

  @TempDir private Path folder;
  private Chromium browser;
  private Tab tab;

  @BeforeAll
  void begin() throws IOException {
    browser = Chromium.start();
  }

  @AfterAll
  void end() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    tab = browser.tab().sized(1400, 900);
  }

  private Tab busy() {
    return tab.open(busy(Language.ENGLISH));
  }

  private Path busy(Language language) {
    return Reviews.page(folder, Reviews.golden("a-busy-day", Reviews.EVERY_THIRD), language);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void complainsOfNothingAndAsksForNothing(Language language) {
    tab.open(busy(language)).press("e").press("o").press("t").press("n").press("?");
    assertThat(tab.troubles()).isEmpty();
    assertThat(tab.is("document.getElementById('help').open")).isTrue();
  }

  @Test
  void itsPolicyLetsNoOtherScriptRun() {
    busy();
    tab.value(
        "document.body.append(Object.assign(document.createElement('script'),"
            + " {textContent: 'document.title = \"run\"'}))");
    assertThat(tab.text("document.title")).startsWith("Review of home");
    assertThat(tab.troubles()).singleElement().asString().contains("Content Security Policy");
  }

  @Test
  void goesFromFileToFileByKeys() {
    busy();
    int files = tab.number("document.querySelectorAll('.file').length");
    assertThat(files).isGreaterThan(4);
    tab.press("n");
    assertThat(tab.number(FOCUSED)).isZero();
    tab.press("j").press("n");
    assertThat(tab.number(FOCUSED)).isEqualTo(2);
    tab.press("k");
    assertThat(tab.number(FOCUSED)).isEqualTo(1);
    tab.press("p").press("p");
    assertThat(tab.number(FOCUSED)).isZero();
    assertThat(tab.is("document.activeElement.getBoundingClientRect().top < innerHeight")).isTrue();
    assertThat(tab.is("document.activeElement.matches(':focus-visible')")).isTrue();
  }

  @Test
  void foldsFilesByKeysAndByTheMouse() {
    busy();
    var open = "document.querySelector('#file-1').open";
    tab.press("n");
    boolean first = tab.is(open);
    tab.press("x");
    assertThat(tab.is(open)).isEqualTo(!first);
    tab.press("e").press("e");
    var all = "[...document.querySelectorAll('.file')].filter(it => it.open).length";
    int after = tab.number(all);
    tab.press("e");
    assertThat(after).isNotEqualTo(tab.number(all));
    assertThat(after * tab.number(all)).isZero();
    boolean now = tab.is(open);
    tab.point("#file-1 > summary", true);
    assertThat(tab.is(open)).isEqualTo(!now);
  }

  @Test
  void unfoldsLinesThatAreAsBefore() {
    busy();
    var seen = "document.querySelector('.file[open] .fold td').checkVisibility()";
    assertThat(tab.is(seen)).isFalse();
    tab.point(".file[open] .fold > summary", true);
    // What was skipped becomes visible with the next frame.
    Chromium.await(() -> tab.is(seen), "the lines stay folded");
  }

  @Test
  void theFirstTabLeadsPastTheLinks() {
    busy().press("Tab");
    assertThat(tab.text("document.activeElement.className")).isEqualTo("skip");
    assertThat(tab.is("document.activeElement.getBoundingClientRect().left >= 0")).isTrue();
    tab.press("Enter");
    assertThat(tab.text("location.hash")).isEqualTo("#plan");
    assertThat(tab.text("document.activeElement.id")).isEqualTo("plan");
  }

  @Test
  void showsItsKeysUntilItIsTold() {
    busy().press("?");
    assertThat(tab.is("document.getElementById('help').contains(document.activeElement)")).isTrue();
    tab.press("Escape");
    assertThat(tab.is("document.getElementById('help').open")).isFalse();
  }

  @Test
  void isAsDarkAsItsReaderHasItUntilItIsSwitched() {
    var page = "getComputedStyle(document.body).backgroundColor";
    tab.preferring("dark");
    busy();
    assertThat(tab.text(page)).isEqualTo("rgb(22, 24, 29)");
    assertThat(tab.text("getComputedStyle(document.querySelector('svg .page')).fill"))
        .isEqualTo("rgb(22, 24, 29)");
    tab.press("t");
    assertThat(tab.text(page)).isEqualTo("rgb(255, 255, 255)");
    assertThat(tab.text("getComputedStyle(document.querySelector('svg .page')).fill"))
        .isEqualTo("rgb(255, 255, 255)");
    tab.press("t");
    assertThat(tab.text(page)).isEqualTo("rgb(22, 24, 29)");
  }

  @Test
  void saysWhereALineComesFromUnderTheMouse() {
    busy();
    assertThat(tab.is("document.getElementById('origin').hidden")).isTrue();
    tab.point(".file[open] ins", false);
    assertThat(tab.text("document.getElementById('origin').textContent"))
        .matches("home\\.lab:\\d+ \\S+ <b>&");
    assertThat(tab.number("document.querySelectorAll('.lit').length")).isPositive();
    tab.point("h1", false);
    assertThat(tab.is("document.getElementById('origin').hidden")).isTrue();
  }

  @Test
  void saysWhereALineComesFromByKeys() {
    busy();
    tab.value("document.querySelector('#file-2').open = true");
    tab.press("n").press("n").press("ArrowDown");
    var shown = "document.getElementById('origin').textContent";
    var first = tab.text(shown);
    assertThat(first).startsWith("home.lab:");
    for (int i = 0; i < 5; i++) {
      tab.press("ArrowDown");
    }
    assertThat(tab.text(shown)).startsWith("home.lab:").isNotEqualTo(first);
    tab.press("o");
    assertThat(tab.is("document.querySelector('#file-2 > .diff .origin').checkVisibility()"))
        .isTrue();
    assertThat(tab.text("document.querySelector('#do-origins').ariaPressed")).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource({"1400", "800", "390"})
  void noLineMakesThePageWiderThanTheWindow(int width) {
    tab.sized(width, 900);
    tab.open(
        Reviews.page(folder, Reviews.golden("hostile-words", Origins.UNKNOWN), Language.ENGLISH));
    tab.press("e");
    assertThat(tab.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
  }

  @Test
  void wordsOfALabRunNothingAndHideNothing() {
    tab.open(
        Reviews.page(folder, Reviews.golden("hostile-words", Origins.UNKNOWN), Language.ENGLISH));
    assertThat(tab.troubles()).isEmpty();
    assertThat(tab.text("document.title")).startsWith("Review of home");
    assertThat(tab.number("document.scripts.length")).isEqualTo(1);
    assertThat(tab.number("document.querySelectorAll('img, i, main b b').length")).isZero();
    var text = tab.text("document.querySelector('main').innerText");
    assertThat(text)
        .contains(
            "</style></script><script>document.title = 'owned'</script>",
            "⟨U+202E⟩gnp.com &",
            "</title> ]]> -->",
            "<i>bold</b> </details> & \"quotes\" 한국어")
        .doesNotContain("\u202E");
    assertThat(tab.is("document.querySelector('footer').innerText.length > 0")).isTrue();
  }

  @Test
  void isReadWithoutScripts() {
    tab.withoutScripts();
    busy();
    assertThat(tab.is("document.querySelector('.tools').checkVisibility()")).isFalse();
    assertThat(tab.text("document.querySelector('main').innerText"))
        .contains("Data is lost: vm db", "volume data size 40GiB -> 20GiB");
    assertThat(tab.text("document.querySelector('#files').textContent")).contains("vms/wiki.nix");
    boolean before = tab.is("document.querySelector('#file-1').open");
    tab.point("#file-1 > summary", true);
    assertThat(tab.is("document.querySelector('#file-1').open")).isEqualTo(!before);
    assertThat(tab.troubles()).isEmpty();
  }

  @Test
  void onPaperAllThatMattersIsUnfolded() {
    tab.sized(720, 1000).open(busy(Language.ENGLISH)).press("e");
    // What a reader has folded, too.
    tab.value("document.querySelectorAll('.file').forEach(it => { it.open = false; })");
    tab.onPaper();
    assertThat(
            tab.is(
                "[...document.querySelectorAll('.file > .diff, .finding pre, .picture svg')]"
                    + ".every(it => it.getBoundingClientRect().height > 10)"))
        .isTrue();
    assertThat(tab.is("document.querySelector('.top').checkVisibility()")).isFalse();
    assertThat(
            tab.value(
                "[...document.querySelectorAll('main *')].filter(it => it.scrollWidth >"
                    + " it.clientWidth + 1 && getComputedStyle(it).overflowX !== 'visible')"
                    + ".map(it => it.tagName + '.' + it.className)"))
        .isEmpty();
    assertThat(tab.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(720);
  }

  @Test
  void printsSeveralPages() throws IOException {
    busy();
    var pdf = tab.pdf();
    Files.write(folder.resolve("review.pdf"), pdf);
    var text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("%PDF-");
    assertThat(Pattern.compile("/Type /Page\\b").matcher(text).results().count()).isGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void itsTextStandsOutFromWhatIsBehindIt(String scheme) throws IOException {
    tab.preferring(scheme);
    busy().press("o");
    tab.value(
        "document.querySelectorAll('details').forEach(it => { it.open = true; });"
            + " document.getElementById('help').showModal()");
    var script = Files.readString(Path.of("src/test/resources/review/contrast.js"));
    assertThat(tab.value(script)).as("text of too little contrast").isEmpty();
  }

  @Test
  void whatCanBeUsedHasANameAndALanguage() {
    tab.open(busy(Language.KOREAN));
    assertThat(tab.text("document.documentElement.lang")).isEqualTo("ko");
    assertThat(
            tab.number(
                "[...document.querySelectorAll('button, a, summary, [tabindex=\"0\"]')]"
                    + ".filter(it => !(it.innerText || it.textContent || it.ariaLabel).trim())"
                    + ".length"))
        .isZero();
    assertThat(
            tab.is(
                "[...document.querySelectorAll('main > section')].every(it =>"
                    + " document.getElementById(it.getAttribute('aria-labelledby')).innerText)"))
        .isTrue();
    assertThat(
            tab.is(
                "new Set([...document.querySelectorAll('[id]')].map(it => it.id)).size =="
                    + " document.querySelectorAll('[id]').length"))
        .isTrue();
  }
}
