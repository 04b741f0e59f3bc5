package dev.homelabc.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The names of formats on the command line: those of the constants, in lower case.
abstract class FormatNames<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
  private final List<E> formats;

  FormatNames(Class<E> type) {
    formats = List.of(type.getEnumConstants());
  }

  @Override
  public E convert(String name) {
    return formats.stream()
        .filter(it -> nameOf(it).equals(name))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "`" + name + "` is not among the formats " + String.join(", ", this)));
  }

  @Override
  public Iterator<String> iterator() {
    return formats.stream().map(FormatNames::nameOf).iterator();
  }

  private static String nameOf(Enum<?> format) {
    return format.name().toLowerCase(Locale.ROOT);
  }
}
