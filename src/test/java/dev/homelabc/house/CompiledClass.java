package dev.homelabc.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A class file, as far as the rules of the house look into it.
///
/// @param name the class's name with slashes, `dev/homelabc/cli/Main`
/// @param texts all texts in its constant pool. Class references alone would miss a type that is
///   only part of a signature, a record component or an annotation.
/// @param annotations descriptors of the annotations on the class itself
record CompiledClass(String name, Set<String> texts, Set<String> annotations) {
  CompiledClass {
    texts = Set.copyOf(texts);
    annotations = Set.copyOf(annotations);
  }

  /// Reads all class files below a folder, sorted by path; none when there is no such folder.
  static List<CompiledClass> readAll(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .sorted()
          .map(CompiledClass::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The package's name with slashes, without one at the end.
  String packageName() {
    return name.substring(0, name.lastIndexOf('/'));
  }

  private static CompiledClass read(Path file) {
    try {
      var model = ClassFile.of().parse(Files.readAllBytes(file));
      return new CompiledClass(
          model.thisClass().asInternalName(), textsOf(model), annotationsOf(model));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> textsOf(ClassModel model) {
    var texts = new TreeSet<String>();
    for (var entry : model.constantPool()) {
      if (entry instanceof Utf8Entry text) {
        texts.add(text.stringValue());
      }
    }
    return texts;
  }

  private static Set<String> annotationsOf(ClassModel model) {
    var descriptors = new TreeSet<String>();
    model
        .findAttribute(Attributes.runtimeVisibleAnnotations())
        .map(RuntimeVisibleAnnotationsAttribute::annotations)
        .orElse(List.of())
        .stream()
        .map(Annotation::className)
        .map(Utf8Entry::stringValue)
        .forEach(descriptors::add);
    return descriptors;
  }
}
