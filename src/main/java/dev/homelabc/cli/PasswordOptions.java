package dev.homelabc.cli;

import dev.homelabc.cluster.GivenPasswords;
import dev.homelabc.cluster.Passwords;
import dev.homelabc.cluster.TypedPasswords;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.output.DiskFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// Where passwords come from; the terminal, if nothing is said. None of them is ever an argument,
/// which every user of the machine could read.
final class PasswordOptions {
  @Spec(Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "Take passwords from lines `ACCOUNT:PASSWORD`; where one is needed, it may be the only"
              + " line. Otherwise they are asked for.")
  private @Nullable Path file;

  @Option(
      names = "--password-env",
      paramLabel = "NAME",
      description = "The same from an environment variable.")
  private @Nullable String variable;

  Passwords passwords(Terminal terminal, Outside outside) {
    if (file != null && variable != null) {
      throw wrong("give `--password-file` or `--password-env`, not both");
    }
    if (file != null) {
      return new GivenPasswords(Message.of("`{0}`", file), read(file));
    }
    if (variable != null) {
      var value = outside.environment().get(variable);
      if (value == null) {
        throw wrong("there is no environment variable `" + variable + "`");
      }
      return new GivenPasswords(Message.of("the variable `{0}`", variable), value.toCharArray());
    }
    return new TypedPasswords(
        outside.prompt(),
        terminal::text,
        it -> {
          terminal.out().println(terminal.text(it));
          terminal.out().flush();
        });
  }

  private static char[] read(Path file) {
    try {
      var bytes = Files.readAllBytes(file);
      var text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
      Arrays.fill(bytes, (byte) 0);
      var characters = new char[text.remaining()];
      text.get(characters);
      text.flip();
      while (text.hasRemaining()) {
        text.put(' ');
      }
      return characters;
    } catch (IOException e) {
      throw DiskFailure.of("read", file, e);
    }
  }

  private ParameterException wrong(String why) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
  }
}
