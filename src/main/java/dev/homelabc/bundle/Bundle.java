package dev.homelabc.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homelabc.emit.Templates;
import dev.homelabc.model.Lab;
import dev.homelabc.output.OutputDirectory;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.Sha256;
import dev.homelabc.value.Name;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A lab with all that it comes to, as one archive for a place without a network.
///
/// | path | what it is |
/// |---|---|
/// | `README.md` | what is what, and how to use it |
/// | `SHA256SUMS` | sums of all other files, as `sha256sum` writes them |
/// | `images.txt`, `images.json` | what has to be brought besides |
/// | `out/` | what a first build writes, and the user's own modules |
/// | `sources/` | the lab itself and its `homelab.lock` |
/// | `verify.sh` | says whether all of it is as it was made |
///
/// All lies below one folder, which has the lab's name.
///
/// @param files by path below that folder
/// @param needs how many things have to be brought
public record Bundle(Name lab, SortedMap<String, byte[]> files, int needs) {
  /// Bytes at the beginning of an archive that tell whose it is.
  public static final int BEGINNING = 256;

  private static final String SUMS = "SHA256SUMS";
  private static final String MARK = "homelabc bundle of ";

  public Bundle {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /// What a bundle takes in beside the tree.
  ///
  /// @param files by path below `sources/`
  /// @param entry what to build there: a folder or a file, by its path below the bundle
  /// @param modules of the user's own, by path below `out/`
  public record Sources(
      SortedMap<String, byte[]> files, String entry, SortedMap<String, byte[]> modules) {}

  public static Bundle of(Lab lab, OutputTree tree, Sources sources) {
    var files = new TreeMap<String, byte[]>();
    OutputDirectory.fresh(lab.name().value(), tree)
        .forEach((path, text) -> files.put("out/" + path, text.getBytes(UTF_8)));
    sources.modules.forEach((path, bytes) -> files.put("out/" + path, bytes));
    sources.files.forEach((path, bytes) -> files.put("sources/" + path, bytes));
    var images = ImageList.of(lab);
    var readme = ReadmeView.of(lab, tree, images, sources.entry);
    var text = new Templates().render("bundle/readme.md.ftl", readme).text();
    files.put("README.md", text.getBytes(UTF_8));
    files.put("images.json", images.json().getBytes(UTF_8));
    files.put("images.txt", images.text().getBytes(UTF_8));
    files.put("verify.sh", script());
    files.put(SUMS, sums(files).getBytes(UTF_8));
    return new Bundle(lab.name().value(), files, images.needs().size());
  }

  /// The archive: the same lab gives the same bytes.
  public byte[] archive() {
    return Archive.of(lab.text(), files, MARK + lab);
  }

  /// The lab that an archive is of, if it is a bundle.
  ///
  /// @param beginning its first bytes, as many as [#BEGINNING] where there are so many
  public static Optional<String> labOf(byte[] beginning) {
    return Gzip.comment(beginning)
        .filter(it -> it.startsWith(MARK))
        .map(it -> it.substring(MARK.length()));
  }

  private static String sums(SortedMap<String, byte[]> files) {
    var sums = new StringBuilder();
    files.forEach(
        (path, content) -> sums.append(Sha256.of(content)).append("  ").append(path).append('\n'));
    return sums.toString();
  }

  private static byte[] script() {
    try (var in = Objects.requireNonNull(Bundle.class.getResourceAsStream("verify.sh"))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource verify.sh", e);
    }
  }
}
