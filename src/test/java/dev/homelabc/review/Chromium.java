package dev.homelabc.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homelabc.consumer.Consumer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/// A browser without a window, steered by the DevTools protocol.
final class Chromium implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final Map<String, Tab> tabs = new ConcurrentHashMap<>();

  private Chromium(Process process, Path folder) throws IOException {
    this.process = process;
    this.folder = folder;
    var port = folder.resolve("DevToolsActivePort");
    await(() -> Files.exists(port) && lines(port).size() == 2, "chromium does not answer");
    var uri = URI.create("ws://127.0.0.1:" + lines(port).get(0) + lines(port).get(1));
    this.socket = http.newWebSocketBuilder().buildAsync(uri, new Reader()).join();
  }

  /// Skips the calling test where there is no Chromium, or fails it in CI.
  static Chromium start() throws IOException {
    var program = Consumer.require("chromium").program();
    var folder = Files.createTempDirectory("chromium");
    var process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                // Root, as containers are, has no other choice.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--lang=en",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Chromium(process, folder);
  }

  /// A tab that shows nothing yet.
  Tab tab() {
    var target = call("", "Target.createTarget", Map.of("url", "about:blank"));
    var session =
        call(
                "",
                "Target.attachToTarget",
                Map.of("targetId", target.get("targetId").asText(), "flatten", true))
            .get("sessionId")
            .asText();
    var tab = new Tab(this, session);
    tabs.put(session, tab);
    tab.begin();
    return tab;
  }

  JsonNode call(String session, String method, Map<String, ?> parameters) {
    int number = numbers.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    answers.put(number, answer);
    ObjectNode message = JSON.createObjectNode().put("id", number).put("method", method);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    message.set("params", JSON.valueToTree(parameters));
    synchronized (socket) {
      socket.sendText(message.toString(), true).join();
    }
    try {
      var found = answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (found.has("error")) {
        throw new AssertionFailedError(method + ": " + found.get("error"));
      }
      return found.get("result");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionFailedError("interrupted in " + method, e);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new AssertionFailedError("no answer to " + method, e);
    }
  }

  static void await(BooleanSupplier condition, String complaint) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionFailedError(complaint);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionFailedError(complaint, e);
      }
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    call("", "Browser.close", Map.of());
    try {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    http.close();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path path, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(path);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// Takes answers to whoever waits for them, and events to their tab.
  private final class Reader implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      text.append(part);
      if (isLast) {
        read(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void read(String message) {
      try {
        var json = JSON.readTree(message);
        if (json.has("id")) {
          var answer = answers.remove(json.get("id").asInt());
          if (answer != null) {
            answer.complete(json);
          }
          return;
        }
        var tab = tabs.get(json.path("sessionId").asText());
        if (tab != null) {
          tab.event(json.get("method").asText(), json.get("params"));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
