package dev.warder.analysis.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** One tab of a browser, with what it asked for and what went wrong in it. */
final class Tab implements AutoCloseable {
  private final DevTools tools;
  private final String session;
  private final String target;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private volatile CompletableFuture<JsonNode> loaded = new CompletableFuture<>();

  Tab(DevTools tools, String session, String target) {
    this.tools = tools;
    this.session = session;
    this.target = target;
    tools.listen(session, this::heard);
    List.of("Page", "Runtime", "Network", "Log", "Accessibility", "DOM")
        .forEach(domain -> send(domain + ".enable", object()));
  }

  private void heard(JsonNode event) {
    JsonNode parameters = event.path("params");
    switch (event.path("method").asText()) {
      case "Page.loadEventFired" -> loaded.complete(parameters);
      case "Network.requestWillBeSent" -> requests.add(parameters.at("/request/url").asText());
      case "Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled" ->
          complaints.add(parameters.toString());
      case "Page.javascriptDialogOpening" -> complaints.add("a dialog: " + parameters);
      default -> {}
    }
  }

  static ObjectNode object() {
    return DevTools.JSON.createObjectNode();
  }

  JsonNode send(String method, JsonNode parameters) {
    return tools.send(session, method, parameters);
  }

  /** Opens a page from a file and waits until it has loaded. */
  Tab open(Path file) {
    return open(file, "");
  }

  /** Opens a page from a file, at an address that ends with a fragment. */
  Tab open(Path file, String fragment) {
    loaded = new CompletableFuture<>();
    requests.clear();
    send("Page.navigate", object().put("url", file.toUri() + fragment));
    DevTools.get(loaded);
    return this;
  }

  /** Returns what was asked for, the page itself first. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** Returns errors, warnings and whatever was logged. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Returns what an expression comes to, as JSON. */
  JsonNode evaluate(String expression) {
    JsonNode answer =
        send(
            "Runtime.evaluate",
            object()
                .put("expression", expression)
                .put("returnByValue", true)
                .put("awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(answer.get("exceptionDetails").toString());
    }
    return answer.at("/result/value");
  }

  /** Calls a function, given as source, with JSON for its only argument. */
  JsonNode call(String function, Object argument) {
    return evaluate("(" + function + ")(" + DevTools.JSON.valueToTree(argument) + ")");
  }

  Tab viewport(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        object()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", width < 600));
    return this;
  }

  /** Asks for a light or dark theme, and for no motion. */
  Tab scheme(String scheme) {
    return media(scheme, "reduce");
  }

  /** Asks for no motion, {@code reduce}, or for any, {@code no-preference}. */
  Tab motion(String preference) {
    return media("light", preference);
  }

  private Tab media(String scheme, String motion) {
    ObjectNode parameters = object();
    parameters
        .putArray("features")
        .add(object().put("name", "prefers-color-scheme").put("value", scheme))
        .add(object().put("name", "prefers-reduced-motion").put("value", motion));
    send("Emulation.setEmulatedMedia", parameters);
    return this;
  }

  Tab scripts(boolean run) {
    send("Emulation.setScriptExecutionDisabled", object().put("value", !run));
    return this;
  }

  /** Grants or denies what pages do with the clipboard: {@code granted} or {@code denied}. */
  Tab clipboard(String setting) {
    for (String name : List.of("clipboard-write", "clipboard-read")) {
      ObjectNode permission = object().put("setting", setting);
      permission.putObject("permission").put("name", name);
      tools.send("", "Browser.setPermission", permission);
    }
    return this;
  }

  /** Presses and releases the main button of a mouse at a place. */
  void tap(int x, int y) {
    for (String type : List.of("mousePressed", "mouseReleased")) {
      send(
          "Input.dispatchMouseEvent",
          object()
              .put("type", type)
              .put("x", x)
              .put("y", y)
              .put("button", "left")
              .put("clickCount", 1));
    }
  }

  /** Types letters where the focus is. */
  void type(String text) {
    text.chars().forEach(c -> key(Character.toString(c), 0, Character.toString(c), 0));
  }

  void press(Key key) {
    press(key, 0);
  }

  void pressWithShift(Key key) {
    press(key, 8);
  }

  private void press(Key key, int modifiers) {
    key(key.name, key.code, key.text, modifiers);
  }

  private void key(String name, int code, String text, int modifiers) {
    ObjectNode event =
        object().put("key", name).put("windowsVirtualKeyCode", code).put("modifiers", modifiers);
    send(
        "Input.dispatchKeyEvent",
        event.deepCopy().put("type", text.isEmpty() ? "rawKeyDown" : "keyDown").put("text", text));
    send("Input.dispatchKeyEvent", event.deepCopy().put("type", "keyUp"));
  }

  /** Keys that are no letters. */
  enum Key {
    TAB("Tab", 9, ""),
    ENTER("Enter", 13, "\r"),
    SPACE(" ", 32, " "),
    ESCAPE("Escape", 27, ""),
    LEFT("ArrowLeft", 37, "");

    private final String name;
    private final int code;
    private final String text;

    Key(String name, int code, String text) {
      this.name = name;
      this.code = code;
      this.text = text;
    }
  }

  /** Takes a picture of what is in view. */
  void screenshot(Path file) {
    String data =
        send("Page.captureScreenshot", object().put("format", "png")).get("data").asText();
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, Base64.getDecoder().decode(data));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    tools.send("", "Target.closeTarget", object().put("targetId", target));
  }
}
