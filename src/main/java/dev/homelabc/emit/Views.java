package dev.homelabc.emit;

import dev.homelabc.model.Sourced;
import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What templates see of Java: strings, numbers, booleans, lists, maps as lists of `key` and
/// `value`, the components of records, and expressions to print. An empty Optional is a missing
/// value. A value with its origin is a string, or a switch, and leaves a trace where it is printed.
final class Views implements ObjectWrapper {
  /// The accessors of a view's components by name. Asking a class for them takes longer than the
  /// call, and a template asks a thousand times.
  private static final ClassValue<Map<String, Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> view) {
          var accessors = new HashMap<String, Method>();
          for (var component : view.getRecordComponents()) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            accessors.put(component.getName(), accessor);
          }
          return Map.copyOf(accessors);
        }
      };

  private final CodeFormat format;

  /// @param format of the template that sees them
  Views(CodeFormat format) {
    this.format = format;
  }

  @Override
  public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
    return switch (value) {
      case null -> null;
      case Optional<?> optional -> wrap(optional.orElse(null));
      case String text -> new SimpleScalar(text);
      case Enum<?> choice -> new SimpleScalar(choice.toString());
      case Number number -> new SimpleNumber(number);
      case Boolean flag -> flag ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
      case Sourced<?> sourced -> wrap(sourced);
      case Nix nix ->
          new Piece.Fragment(
              NixFormat.NIX, (out, indent, used) -> NixPrinter.print(nix, out, indent, used));
      case Yaml yaml ->
          new Piece.Fragment(
              YamlFormat.YAML, (out, indent, _) -> YamlPrinter.afterKey(yaml, out, indent));
      case NixName name -> new Piece.Fragment(NixFormat.NIX, (out, _, _) -> out.write(name.code()));
      case List<?> list -> new Sequence(list);
      case Map<?, ?> map -> new Sequence(map.entrySet().stream().map(Entry::of).toList());
      case Record view -> new View(view);
      default -> throw new TemplateModelException("no template may see a " + value.getClass());
    };
  }

  private TemplateModel wrap(Sourced<?> value) {
    var origin = value.origin();
    return switch (value.value()) {
      case Boolean flag -> new Piece.Flag(format, flag, origin);
      case NixName name ->
          new Piece.Fragment(
              NixFormat.NIX,
              (out, _, _) -> {
                out.mark(origin);
                out.write(name.code());
              });
      case Nix _, Yaml _, Optional<?> _, List<?> _, Map<?, ?> _ ->
          throw new IllegalArgumentException("the parts of " + value + " have origins");
      default -> Piece.Word.of(format, value);
    };
  }

  private record Entry(Object key, Object value) {
    static Entry of(Map.Entry<?, ?> entry) {
      return new Entry(entry.getKey(), entry.getValue());
    }
  }

  private final class Sequence implements TemplateSequenceModel {
    private final List<?> list;

    Sequence(List<?> list) {
      this.list = list;
    }

    @Override
    public @Nullable TemplateModel get(int index) throws TemplateModelException {
      return index < list.size() ? wrap(list.get(index)) : null;
    }

    @Override
    public int size() {
      return list.size();
    }
  }

  /// Views are package-private records, which FreeMarker's own wrapper cannot read.
  private final class View implements TemplateHashModel {
    private final Record view;

    View(Record view) {
      this.view = view;
    }

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
      var accessor = ACCESSORS.get(view.getClass()).get(key);
      return accessor == null ? null : wrap(read(accessor));
    }

    private Object read(Method accessor) throws TemplateModelException {
      try {
        return accessor.invoke(view);
      } catch (ReflectiveOperationException e) {
        throw new TemplateModelException("cannot read " + accessor, e);
      }
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }
}
