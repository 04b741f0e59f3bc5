package dev.homelabc.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.diagnostic.Language;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgTest {
  private static String svg(View view, Language language) {
    return GraphFormat.SVG.of(Drawn.lab("golden/graph/corners"), view, language).orElseThrow();
  }

  private static Document read(String svg) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static List<Element> elements(Document document, String name) {
    var all = document.getElementsByTagName(name);
    var elements = new ArrayList<Element>();
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void isNamedAndDescribedForThoseWhoHearIt(View view) {
    var document = read(svg(view, Language.KOREAN));
    var root = document.getDocumentElement();
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getAttribute("xml:lang")).isEqualTo("ko");
    var title = elements(document, "title").getFirst();
    var description = elements(document, "desc").getFirst();
    assertThat(root.getAttribute("aria-labelledby").split(" "))
        .containsExactly(title.getAttribute("id"), description.getAttribute("id"));
    assertThat(title.getTextContent()).startsWith("랩 corners의 ");
    assertThat(description.getTextContent()).contains("한국어 설명", "far-01");
  }

  @Test
  void saysInWordsWhatIsConnected() {
    var document = read(svg(View.NETWORK, Language.ENGLISH));
    assertThat(elements(document, "desc").getFirst().getTextContent())
        .contains("vlan storage – bridge vmbr0: vlan 30 · trunk, ip 10.0.30.2");
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void textOfTheUserStaysText(View view) {
    var document = read(svg(view, Language.ENGLISH));
    assertThat(elements(document, "script")).isEmpty();
    assertThat(elements(document, "b")).isEmpty();
    assertThat(document.getDocumentElement().getTextContent())
        .contains("<script>alert(1)</script> & \"따옴표\", 한국어 설명과 ]]> 그리고 --> 화살표");
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void runsAndFetchesNothing(View view) {
    var svg = svg(view, Language.ENGLISH);
    assertThat(svg.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http", "href", "@import", "@font-face", "<foreignObject", "<image");
    assertThat(Pattern.compile("url\\((?!#)").matcher(svg).find()).isFalse();
    assertThat(Pattern.compile("\\son[a-z]+=").matcher(svg).find()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void everyClassHasAStyleAndEveryReferenceATarget(View view) {
    var svg = svg(view, Language.ENGLISH);
    var document = read(svg);
    var style = elements(document, "style").getFirst().getTextContent();
    var used =
        Stream.of("rect", "text", "tspan", "path")
            .flatMap(it -> elements(document, it).stream())
            .flatMap(it -> Stream.of(it.getAttribute("class").split(" ")))
            .filter(it -> !it.isEmpty())
            .collect(Collectors.toSet());
    assertThat(used).isNotEmpty().allMatch(it -> style.contains("." + it));
    Set<String> ids = new HashSet<>();
    Pattern.compile(" id=\"([^\"]+)\"").matcher(svg).results().forEach(it -> ids.add(it.group(1)));
    assertThat(Pattern.compile("url\\(#([^)]+)\\)").matcher(svg).results().map(it -> it.group(1)))
        .allMatch(ids::contains);
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void coordinatesAreWholeNumbers(View view) {
    var document = read(svg(view, Language.ENGLISH));
    for (var name : List.of("x", "y", "width", "height")) {
      assertThat(
              Stream.of("rect", "text")
                  .flatMap(it -> elements(document, it).stream())
                  .map(it -> it.getAttribute(name))
                  .filter(it -> !it.isEmpty()))
          .isNotEmpty()
          .allMatch(it -> it.matches("-?[0-9]+"));
    }
  }

  @Test
  void hasColoursForDarkPagesToo() {
    var style =
        elements(read(svg(View.NETWORK, Language.ENGLISH)), "style").getFirst().getTextContent();
    var parts = style.split("@media \\(prefers-color-scheme:dark\\)");
    assertThat(parts).hasSize(2);
    var tints = Pattern.compile("\\.bar\\.vlan-[0-9]+");
    assertThat(tints.matcher(parts[0]).results().count())
        .isPositive()
        .isEqualTo(tints.matcher(parts[1]).results().count());
  }

  @Test
  void replacesWhatXmlCannotHold() {
    assertThat(Xml.text("a\u0001b\uFFFFc\uD800d😀")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd😀");
  }
}
