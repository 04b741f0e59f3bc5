package dev.homelabc.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.opentest4j.AssertionFailedError;

/// A tab of a browser, with what went wrong in it.
final class Tab {
  private final Chromium browser;
  private final String session;
  private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());
  private volatile String own = "";
  private volatile boolean isLoaded;

  Tab(Chromium browser, String session) {
    this.browser = browser;
    this.session = session;
  }

  void begin() {
    for (var domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Map.of());
    }
  }

  void event(String method, JsonNode it) {
    switch (method) {
      case "Page.loadEventFired" -> isLoaded = true;
      case "Page.javascriptDialogOpening" -> troubles.add("dialog: " + it.get("message"));
      case "Runtime.consoleAPICalled" -> troubles.add("console: " + it.get("args"));
      case "Runtime.exceptionThrown" -> troubles.add("exception: " + it);
      case "Log.entryAdded" -> troubles.add("log: " + it.get("entry").get("text"));
      case "Network.requestWillBeSent" -> {
        var url = it.get("request").get("url").asText();
        if (!url.equals(own)) {
          troubles.add("request: " + url);
        }
      }
      default -> {}
    }
  }

  /// What the console said, what was thrown, and what was asked for beside the page itself.
  List<String> troubles() {
    // Events that the page has caused come before the answer to what is asked now.
    text("''");
    return List.copyOf(troubles);
  }

  Tab open(Path page) {
    own = page.toAbsolutePath().toUri().toString().replace("file:/", "file:///");
    own = own.replace("file://///", "file:///");
    isLoaded = false;
    call("Page.navigate", Map.of("url", own));
    Chromium.await(() -> isLoaded, own + " does not load");
    return this;
  }

  Tab sized(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    return this;
  }

  /// @param scheme `light` or `dark`
  Tab preferring(String scheme) {
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    return this;
  }

  Tab onPaper() {
    call("Emulation.setEmulatedMedia", Map.of("media", "print"));
    return this;
  }

  Tab withoutScripts() {
    call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    return this;
  }

  /// What an expression of JavaScript comes to.
  JsonNode value(String expression) {
    var answer = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionFailedError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.get("result").path("value");
  }

  String text(String expression) {
    return value(expression).asText();
  }

  boolean is(String expression) {
    return value(expression).asBoolean();
  }

  int number(String expression) {
    return value(expression).asInt();
  }

  /// Presses a key, by the name that JavaScript has for it.
  Tab press(String key) {
    var down =
        key.length() == 1
            ? Map.of("type", "keyDown", "key", key, "text", key)
            : Map.of(
                "type", "rawKeyDown", "key", key, "code", key, "windowsVirtualKeyCode", code(key));
    call("Input.dispatchKeyEvent", down);
    if (key.equals("Enter")) {
      call("Input.dispatchKeyEvent", Map.of("type", "char", "text", "\r"));
    }
    call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    return this;
  }

  private static int code(String key) {
    return switch (key) {
      case "Tab" -> 9;
      case "Enter" -> 13;
      case "Escape" -> 27;
      case "ArrowUp" -> 38;
      case "ArrowDown" -> 40;
      default -> throw new IllegalArgumentException(key);
    };
  }

  /// Moves the mouse over the first element that matches, and clicks if so asked.
  Tab point(String selector, boolean isClicked) {
    var before = place(selector);
    var at = place(selector);
    // What comes into view may get its true size then, and moves what is below it.
    while (!at.equals(before)) {
      before = at;
      at = place(selector);
    }
    var kinds =
        isClicked ? List.of("mouseMoved", "mousePressed", "mouseReleased") : List.of("mouseMoved");
    for (var kind : kinds) {
      call(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              kind,
              "x",
              at.get(0).asDouble(),
              "y",
              at.get(1).asDouble(),
              "button",
              kind.equals("mouseMoved") ? "none" : "left",
              "clickCount",
              1));
    }
    return this;
  }

  /// Where the first element that matches is, once it is in view and a frame was shown.
  private JsonNode place(String selector) {
    picture();
    return value(
        """
        (() => { const it = document.querySelector(%s);
          it.scrollIntoView({block: 'center'});
          const box = it.getBoundingClientRect();
          return [box.x + Math.min(box.width / 2, 60), box.y + box.height / 2]; })()
        """
            .formatted("'" + selector.replace("'", "\\'") + "'"));
  }

  byte[] pdf() {
    var data = call("Page.printToPDF", Map.of("printBackground", true, "preferCSSPageSize", true));
    return Base64.getDecoder().decode(data.get("data").asText());
  }

  byte[] picture() {
    var data = call("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
    return Base64.getDecoder().decode(data.get("data").asText());
  }

  private JsonNode call(String method, Map<String, ?> parameters) {
    return browser.call(session, method, parameters);
  }
}
