package dev.homelabc.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// Files as a gzipped tar whose bytes depend on nothing but them: sorted, of one time, owned by
/// root.
///
/// Long and non-ASCII paths stand in pax headers (POSIX.1-2001). They are written here, for those
/// of commons-compress name the user who runs the program.
final class Archive {
  /// Not 0: some versions of GNU tar complain of a time that is implausibly old.
  private static final FileTime TIME = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));

  private static final int FOLDER = 0755;
  private static final int SCRIPT = 0755;
  private static final int FILE = 0644;

  /// Bytes of a path in the header of an entry itself.
  private static final int SHORT = 99;

  private final TarArchiveOutputStream tar;

  private Archive(TarArchiveOutputStream tar) {
    this.tar = tar;
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_TRUNCATE);
  }

  /// @param top the folder that holds all of it
  /// @param files by path below that folder; one that begins with `#!` can be run
  /// @param comment for the header of gzip
  static byte[] of(String top, SortedMap<String, byte[]> files, String comment) {
    var entries = new TreeMap<String, Optional<byte[]>>();
    files.forEach((path, content) -> {
      var whole = top + "/" + path;
      entries.put(whole, Optional.of(content));
      for (int i = whole.indexOf('/'); i >= 0; i = whole.indexOf('/', i + 1)) {
        entries.put(whole.substring(0, i + 1), Optional.empty());
      }
    });
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes, UTF_8.name())) {
      var archive = new Archive(tar);
      for (var entry : entries.entrySet()) {
        archive.add(entry.getKey(), entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written to", e);
    }
    return Gzip.of(bytes.toByteArray(), comment);
  }

  private void add(String path, Optional<byte[]> content) throws IOException {
    var inUtf8 = path.getBytes(UTF_8);
    if (inUtf8.length > SHORT || inUtf8.length != path.length()) {
      var record = record("path", path);
      put("././@PaxHeader", TarConstants.LF_PAX_EXTENDED_HEADER_LC, FILE, record);
    }
    if (content.isEmpty()) {
      put(path, TarConstants.LF_DIR, FOLDER, new byte[0]);
    } else {
      put(path, TarConstants.LF_NORMAL, isScript(content.get()) ? SCRIPT : FILE, content.get());
    }
  }

  private void put(String name, byte type, int mode, byte[] content) throws IOException {
    var entry = new TarArchiveEntry(name, type);
    entry.setMode(mode);
    entry.setIds(0, 0);
    entry.setUserName("root");
    entry.setGroupName("root");
    entry.setLastModifiedTime(TIME);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /// `LENGTH KEY=VALUE` and a newline, where the length counts itself.
  private static byte[] record(String key, String value) {
    var rest = " " + key + "=" + value + "\n";
    int length = rest.getBytes(UTF_8).length;
    int whole = length;
    while (length + Integer.toString(whole).length() != whole) {
      whole = length + Integer.toString(whole).length();
    }
    return (whole + rest).getBytes(UTF_8);
  }

  private static boolean isScript(byte[] content) {
    return content.length > 1 && content[0] == '#' && content[1] == '!';
  }
}
