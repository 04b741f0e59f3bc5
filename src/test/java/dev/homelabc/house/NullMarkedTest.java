package dev.homelabc.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NullMarkedTest {
  private static final String GENERATED = "dev/homelabc/syntax/antlr";

  @Test
  void everyPackageIsNullMarked() {
    var classes =
        Stream.of("target/classes/dev", "target/test-classes")
            .flatMap(folder -> CompiledClass.readAll(Path.of(folder)).stream())
            .toList();
    assertThat(classes).as("compiled classes").isNotEmpty();
    assertThat(unmarked(classes)).as("packages without @NullMarked in package-info").isEmpty();
  }

  @Test
  void findsAPackageWithoutDescriptionAndOneWithoutTheAnnotation() {
    var marked = Set.of("Lorg/jspecify/annotations/NullMarked;");
    assertThat(
            unmarked(
                List.of(
                    new CompiledClass("a/One", Set.of(), marked),
                    new CompiledClass("b/package-info", Set.of(), Set.of()),
                    new CompiledClass("b/Two", Set.of(), Set.of()),
                    new CompiledClass("c/package-info", Set.of(), marked),
                    new CompiledClass("c/Three", Set.of(), Set.of()))))
        .containsExactly("a", "b");
  }

  private static Set<String> unmarked(List<CompiledClass> classes) {
    var packages = new TreeSet<String>();
    classes.forEach(it -> packages.add(it.packageName()));
    packages.remove(GENERATED);
    classes.stream()
        .filter(it -> it.name().endsWith("/package-info"))
        .filter(it -> it.annotations().contains("Lorg/jspecify/annotations/NullMarked;"))
        .forEach(it -> packages.remove(it.packageName()));
    return packages;
  }
}
