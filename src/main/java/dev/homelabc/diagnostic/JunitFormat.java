package dev.homelabc.diagnostic;

import java.util.List;

/// JUnit XML: a test case for each finding, failed where the check fails for it. Without a finding
/// there is one that passed, as some readers take a report without any for a broken one.
final class JunitFormat {
  private JunitFormat() {}

  static String print(Report report, Language language) {
    var findings = report.findings();
    var cases = new StringBuilder();
    findings.forEach(it -> testCase(report, it, language, cases));
    if (findings.isEmpty()) {
      cases.append("    <testcase name=\"check\" classname=\"homelabc\"/>\n");
    }
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites>
      <testsuite name="homelabc" tests="%d" failures="%d" errors="0" skipped="0">
    %s  </testsuite>
    </testsuites>
    """
        .formatted(
            Math.max(1, findings.size()), findings.stream().filter(report::fails).count(), cases);
  }

  private static void testCase(
      Report report, Diagnostic finding, Language language, StringBuilder out) {
    var lines = Prose.lines(finding, language);
    var title = finding.title(Language.ENGLISH);
    var place = finding.primary().place();
    out.append("    <testcase name=\"%s\"".formatted(escaped(title + " at " + place)));
    out.append(" classname=\"%1$s\" file=\"%1$s\">\n".formatted(escaped(place.file().path())));
    if (report.fails(finding)) {
      out.append("      <failure type=\"%s\"".formatted(escaped(title)));
      out.append(" message=\"%s\">".formatted(escaped(lines.getFirst())));
      out.append(body(lines)).append("</failure>\n");
    } else {
      out.append("      <system-out>").append(body(lines)).append("</system-out>\n");
    }
    out.append("    </testcase>\n");
  }

  private static String body(List<String> lines) {
    return escaped(String.join("\n", lines));
  }

  /// Also in attributes. What XML 1.0 has no way to write comes out as U+FFFD.
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("[^\\n\\x{20}-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]", "\ufffd");
  }
}
