package dev.homelabc.output;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The place of a file below the output folder, such as `hosts/homelab/network.nix`.
///
/// It has `/` between its segments and can be checked out on Linux, macOS and Windows. A text that
/// breaks a rule is a bug of the emitter, so the constructor throws [IllegalArgumentException].
/// Paths sort by their text, which keeps the files of one folder together.
///
/// @param text at least one segment, each of 1 to 255 bytes of UTF-8
public record RelPath(String text) implements Comparable<RelPath> {
  private static final int LONGEST_SEGMENT = 255;

  /// Names that begin like this are ours: the manifest's folder and the temporary files.
  private static final String RESERVED_PREFIX = ".homelabc";

  /// Windows opens a device for these names, whatever the extension and the case. Source:
  /// Microsoft, "Naming Files, Paths, and Namespaces".
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³]) *(\\..*)?");

  private static final String FORBIDDEN_ON_WINDOWS = "<>:\"|?*";

  public RelPath {
    complaint(text)
        .ifPresent(complaint -> {
          throw new IllegalArgumentException(
              "`" + printable(text) + "` cannot be the path of an output file: " + complaint);
        });
  }

  /// Reads a path from its text.
  public static RelPath of(String text) {
    return new RelPath(text);
  }

  /// Whether a text is a path, for those that come from elsewhere.
  public static boolean isPath(String text) {
    return complaint(text).isEmpty();
  }

  /// The place of this file when the output folder is `root`.
  public Path resolve(Path root) {
    return root.resolve(text);
  }

  /// The folders on the way to this file, outermost first.
  List<RelPath> folders() {
    var folders = new ArrayList<RelPath>();
    for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
      folders.add(new RelPath(text.substring(0, slash)));
    }
    return folders;
  }

  /// All folders on the way to some files.
  static SortedSet<RelPath> folders(Collection<RelPath> files) {
    var folders = new TreeSet<RelPath>();
    // Most files lie in the folder of another one.
    var seen = new HashSet<String>();
    for (var file : files) {
      if (seen.add(file.text.substring(0, Math.max(0, file.text.lastIndexOf('/'))))) {
        folders.addAll(file.folders());
      }
    }
    return folders;
  }

  @Override
  public int compareTo(RelPath other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private static Optional<String> complaint(String text) {
    if (text.isEmpty()) {
      return Optional.of("it is empty");
    }
    if (text.startsWith("/")) {
      return Optional.of("it is absolute");
    }
    if (text.indexOf('\\') >= 0) {
      return Optional.of("it holds a backslash");
    }
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      return Optional.of("it holds a control character");
    }
    if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
      return Optional.of("it holds half of a surrogate pair");
    }
    for (String segment : text.split("/", -1)) {
      var complaint = complaintAboutSegment(segment);
      if (complaint.isPresent()) {
        return complaint;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> complaintAboutSegment(String segment) {
    if (segment.isEmpty()) {
      return Optional.of("it has an empty segment");
    }
    if (segment.equals(".") || segment.equals("..")) {
      return Optional.of("it has the segment `" + segment + "`");
    }
    if (segment.getBytes(StandardCharsets.UTF_8).length > LONGEST_SEGMENT) {
      return Optional.of("it has a segment of more than " + LONGEST_SEGMENT + " bytes");
    }
    // A blank at the end may be any white space: people cannot see it, and Windows drops a space.
    if (segment.endsWith(".")
        || Character.isWhitespace(segment.codePointBefore(segment.length()))) {
      return Optional.of("the segment `" + segment + "` ends in a dot or a blank");
    }
    var lower = segment.toLowerCase(Locale.ROOT);
    if (lower.startsWith(RESERVED_PREFIX)) {
      return Optional.of("names that begin with `" + RESERVED_PREFIX + "` are reserved");
    }
    if (DEVICE.matcher(lower).matches()) {
      return Optional.of("`" + segment + "` is a device on Windows");
    }
    if (segment.chars().anyMatch(c -> FORBIDDEN_ON_WINDOWS.indexOf(c) >= 0)) {
      return Optional.of("`" + segment + "` holds one of " + FORBIDDEN_ON_WINDOWS);
    }
    return Optional.empty();
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
