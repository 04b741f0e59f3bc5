package dev.homelabc.emit.openshift;

import static dev.homelabc.emit.YamlReaders.at;
import static dev.homelabc.emit.YamlReaders.document;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserDataTest {
  private static String filled(String text) {
    return UserData.of(text, "admin").text();
  }

  @Test
  void aPasswordOfAUserIsHashedAndNamesTheUser() {
    var text =
        filled(
            """
            #cloud-config
            users:
              - name: 'tech-support'   # keep {{ password }} as it is
                passwd: {{ password }} # asked for
              - {name: ops, passwd: "{{password}}", lock_passwd: false}
            """);
    assertThat(text)
        .isEqualTo(
            """
            #cloud-config
            users:
              - name: 'tech-support'   # keep {{ password }} as it is
                passwd: "@@homelabc:password-hash:tech-support@@" # asked for
              - {name: ops, passwd: "@@homelabc:password-hash:ops@@", lock_passwd: false}
            """);
    assertThat(at(document(text), "users.0.passwd"))
        .isEqualTo("@@homelabc:password-hash:tech-support@@");
  }

  @Test
  void theDefaultUsersPasswordIsPlainAndNamesTheVmsUser() {
    assertThat(filled("#cloud-config\npassword: {{ password }}\n"))
        .isEqualTo("#cloud-config\npassword: \"@@homelabc:password:admin@@\"\n");
    assertThat(filled("#cloud-config\nuser: ubuntu\npassword: {{ password }}\n"))
        .contains("\"@@homelabc:password:ubuntu@@\"");
  }

  @Test
  void chpasswdTakesAHashUnlessItSaysText() {
    var text =
        filled(
            """
            #cloud-config
            chpasswd:
              list: |
                root:{{ password }}
              users:
                - {name: a, password: {{ password }}}
                - {name: b, password: {{ password }}, type: text}
            """);
    assertThat(at(document(text), "chpasswd.list")).isEqualTo("root:@@homelabc:password:root@@\n");
    assertThat(at(document(text), "chpasswd.users.0.password"))
        .isEqualTo("@@homelabc:password-hash:a@@");
    assertThat(at(document(text), "chpasswd.users.1.password"))
        .isEqualTo("@@homelabc:password:b@@");
  }

  @Test
  void plainTextPasswordsArePlain() {
    assertThat(filled("#cloud-config\nusers:\n- name: a\n  plain_text_passwd: {{ password }}\n"))
        .contains("plain_text_passwd: \"@@homelabc:password:a@@\"\n");
  }

  @Test
  void aPasswordInsideALongerWordIsQuotedWithIt() {
    var text = filled("#cloud-config\nruncmd:\n- echo 한국 😀 x:{{ password }} | chpasswd\n");
    assertThat(at(document(text), "runcmd.0"))
        .isEqualTo("echo 한국 😀 x:@@homelabc:password:admin@@ | chpasswd");
  }

  @Test
  void scriptsAreFilledAsTheyStand() {
    assertThat(filled("#!/bin/sh\necho root:{{ password }} | chpasswd\n"))
        .isEqualTo("#!/bin/sh\necho root:@@homelabc:password:admin@@ | chpasswd\n");
  }

  @Test
  void anOddAccountStaysInItsPlaceholder() {
    assertThat(filled("#cloud-config\nusers:\n- {name: '가\"@@', passwd: {{ password }}}\n"))
        .contains("\"@@homelabc:password-hash:%ea%b0%80%22%40%40@@\"");
  }

  @Test
  void aTextWithoutPasswordIsComplete() {
    var text = "#cloud-config\npackages: [{a: {{ other }}}]\n";
    assertThat(UserData.of(text, "admin")).isEqualTo(new UserData(text, false));
    assertThat(UserData.of("#cloud-config\npassword: {{ password }}\n", "a").asks()).isTrue();
  }
}
