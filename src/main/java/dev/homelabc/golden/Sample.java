package dev.homelabc.golden;

import dev.homelabc.allocate.LockFile;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.util.Optional;
import java.util.regex.Pattern;

/// A lab in one text, as the examples of codes and the cases in `golden/errors` are: where it ends
/// in a comment `# homelab.lock:`, the comments below that are its lock.
public final class Sample {
  private static final Pattern LOCK =
      Pattern.compile("(?m)^# homelab\\.lock(, with --locked)?:\\n((?:# .*\\n)*)\\z");

  private Sample() {}

  /// The lab with what stands at the end of its first file.
  public static SourceSet of(SourceSet lab) {
    var lock = LOCK.matcher(lab.files().getFirst().text());
    if (!lock.find()) {
      return lab;
    }
    var text = lock.group(2).replaceAll("(?m)^# ", "");
    var locked = lab.with(Optional.of(new SourceFile(LockFile.NAME, text)));
    return lock.group(1) == null ? locked : locked.locked();
  }
}
