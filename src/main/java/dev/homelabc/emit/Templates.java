package dev.homelabc.emit;

import dev.homelabc.output.Traced;
import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileNameGlobMatcher;
import freemarker.cache.FirstMatchTemplateConfigurationFactory;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/// The templates of all targets, found on the class path under `templates/`.
///
/// A template's name says which language it escapes for: `NAME.nix.ftl`, `NAME.yaml.ftl`,
/// `NAME.md.ftl`, `NAME.html.ftl` or `justfile.ftl`; there are no others. A template that fails, or
/// that names what its view does not have, is our bug and throws [IllegalStateException].
public final class Templates {
  private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

  public Templates() {
    configuration.setTemplateLoader(new ClassTemplateLoader(Templates.class, "/templates"));
    configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
    configuration.setTemplateConfigurations(
        new FirstMatchTemplateConfigurationFactory(
                escaping("*.nix.ftl", NixFormat.NIX),
                escaping("*.yaml.ftl", YamlFormat.YAML),
                escaping("*.md.ftl", MarkdownFormat.MARKDOWN),
                escaping("*.html.ftl", HtmlFormat.HTML),
                escaping("justfile.ftl", JustFormat.JUST))
            .allowNoMatch(true));
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setLocalizedLookup(false);
    configuration.setLocale(Locale.ROOT);
    configuration.setDefaultEncoding("UTF-8");
    configuration.setNumberFormat("c");
    configuration.setBooleanFormat("c");
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
  }

  private static ConditionalTemplateConfigurationFactory escaping(String glob, CodeFormat format) {
    var configuration = new TemplateConfiguration();
    configuration.setOutputFormat(format);
    return new ConditionalTemplateConfigurationFactory(
        new FileNameGlobMatcher(glob), configuration);
  }

  /// The text that a template makes of a view.
  ///
  /// @param template path below `templates/`, such as `nix/flake.nix.ftl`
  public Traced render(String template, Record view) {
    var out = new LineWriter();
    try {
      var found = configuration.getTemplate(template);
      if (!(found.getOutputFormat() instanceof CodeFormat format)) {
        throw new IllegalStateException(
            "template " + template + " is of no language we can escape");
      }
      found.process(view, out, new Views(format));
    } catch (TemplateException e) {
      throw new IllegalStateException("template " + template + " fails", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.traced();
  }
}
