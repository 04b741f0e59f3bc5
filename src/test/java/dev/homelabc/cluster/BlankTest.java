package dev.homelabc.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.homelabc.diagnostic.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// Passwords in user data, whatever is around them.
class BlankTest {
  private static final String HARD = "a'b\"c\\d: #{{ e }} é%";
  private static final Sha512Crypt CRYPT = new Sha512Crypt(() -> "saltsaltsaltsalt");

  @Test
  void aPasswordIsTheSameToYamlInAnyQuotes() {
    var text =
        """
        #cloud-config
        a: "@@homelabc:password:me@@"
        b: 'x@@homelabc:password:me@@'
        c: |
          root:@@homelabc:password:me@@
        d: [ "@@homelabc:password:me@@" ]
        """;
    Map<String, Object> filled = new Yaml().load(fill(text, HARD));

    assertThat(filled)
        .containsEntry("a", HARD)
        .containsEntry("b", "x" + HARD)
        .containsEntry("c", "root:" + HARD + "\n")
        .containsEntry("d", List.of(HARD));
  }

  @Test
  void anAccountIsReadFromItsBytes() {
    assertThat(Blank.in("#cloud-config\na: \"@@homelabc:password-hash:j%c3%b6rg%40x@@\"\n"))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.account()).isEqualTo("jörg@x");
          assertThat(it.isHashed()).isTrue();
        });
  }

  @Test
  void aHashIsThatOfTheSystemsOwnProgram() {
    // openssl passwd -6 -salt saltstring 'Hello world!'
    assertThat(new Sha512Crypt(() -> "saltstring").hash("Hello world!".toCharArray()))
        .isEqualTo(
            "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJu"
                + "esI68u4OTLiBFdcbYEdFCoEOfaS35inz1");
  }

  @Test
  void saltsDiffer() {
    var random = Sha512Crypt.random();
    assertThat(random.hash("a".toCharArray()))
        .matches("\\$6\\$[./0-9A-Za-z]{16}\\$[./0-9A-Za-z]{86}")
        .isNotEqualTo(random.hash("a".toCharArray()));
  }

  @Test
  void aScriptTakesOnlyPasswordsThatMeanNothingToIt() {
    var script = "#!/bin/sh\necho \"root:@@homelabc:password:root@@\" | chpasswd\n";

    assertThat(objection(script, "plain-Pass_1")).isEmpty();
    assertThat(fill(script, "plain-Pass_1")).contains("echo \"root:plain-Pass_1\"");
    assertThat(objection(script, "$(reboot)")).startsWith("this password becomes part of a script");
    assertThat(objection("## template: jinja\n#cloud-config\na: \"" + mark() + "\"\n", "{{ x }}"))
        .startsWith("this password becomes part of a script");
    assertThat(objection("#cloud-config\na: \"" + mark() + "\"\n", "{{ x }}")).isEmpty();
  }

  @Test
  void noPasswordHoldsALineBreak() {
    var text = "#cloud-config\na: \"" + mark() + "\"\n";
    for (var bad : List.of("a\nb", "a\rb", "a\u0000", "a\u0085b", "a\u2028b", "\u001b[2J")) {
      assertThat(objection(text, bad)).isEqualTo("a password cannot hold control characters");
    }
  }

  @Test
  void theTextOfNothingShowsAPassword() {
    var secret = item("#cloud-config\na: \"" + mark() + "\"\n");
    var template = Template.of(secret);
    var filled = template.filled(Map.of("root", "hunter2".toCharArray()), CRYPT);

    assertThat(filled.body().toString()).contains("hunter2");
    assertThat(List.of(filled, template, new GivenPasswords(Message.NONE, "hunter2".toCharArray())))
        .noneMatch(it -> it.toString().contains("hunter2"));
  }

  private static String mark() {
    return "@@homelabc:password:root@@";
  }

  private static String objection(String text, String password) {
    return Template.accounts(List.of(Template.of(item(text))))
        .firstEntry()
        .getValue()
        .apply(password.toCharArray())
        .map(Object::toString)
        .orElse("");
  }

  private static String fill(String text, String password) {
    var template = Template.of(item(text));
    var account = Template.accounts(List.of(template)).firstKey();
    return template
        .filled(Map.of(account, password.toCharArray()), CRYPT)
        .text("stringData", "userdata")
        .orElseThrow();
  }

  private static Item item(String text) {
    var body = JsonNodeFactory.instance.objectNode();
    body.withObject("/metadata").put("name", "cloudinit");
    body.withObject("/stringData").put("userdata", text);
    return new Item(Kind.SECRET, body);
  }
}
