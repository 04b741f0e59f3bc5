package dev.homelabc.cli;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.output.RelPath;
import dev.homelabc.output.WriteReport;
import java.util.TreeMap;

/// What a build changed, as a tree of folders and files. A folder with many changed files is
/// counted, not listed.
final class TreeListing {
  private static final int MANY = 24;

  private final Language language;
  private final TreeMap<String, TreeListing> folders = new TreeMap<>();
  private final TreeMap<String, String> files = new TreeMap<>();

  private TreeListing(Language language) {
    this.language = language;
  }

  static String of(WriteReport report, Language language) {
    var root = new TreeListing(language);
    report.written().forEach(path -> root.add(path, false));
    report.removed().forEach(path -> root.add(path, true));
    var text = new StringBuilder();
    root.print("", text);
    return text.toString();
  }

  private void add(RelPath path, boolean isRemoved) {
    var names = path.text().split("/", -1);
    var folder = this;
    for (int i = 0; i < names.length - 1; i++) {
      folder = folder.folders.computeIfAbsent(names[i], _ -> new TreeListing(language));
    }
    var name = names[names.length - 1];
    folder.files.put(name, isRemoved ? Message.of("{0} (removed)", name).in(language) : name);
  }

  private void print(String indent, StringBuilder text) {
    int left = folders.size() + (files.size() > MANY ? 1 : files.size());
    for (var folder : folders.entrySet()) {
      boolean isLast = --left == 0;
      text.append(indent).append(isLast ? "└── " : "├── ").append(folder.getKey()).append("/\n");
      folder.getValue().print(indent + (isLast ? "    " : "│   "), text);
    }
    if (files.size() > MANY) {
      text.append(indent)
          .append("└── ")
          .append(Message.of("{0} files", files.size()).in(language))
          .append('\n');
      return;
    }
    for (var file : files.values()) {
      boolean isLast = --left == 0;
      text.append(indent).append(isLast ? "└── " : "├── ");
      text.append(file).append('\n');
    }
  }
}
