package dev.bedrockinventory.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is printed on stdout while this is open, where logs and metrics go. */
final class Output implements AutoCloseable {
  private final PrintStream before = System.out;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Output() {
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
  }

  String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The lines that carry metrics. */
  List<JsonNode> metrics() {
    return lines().stream().filter(line -> line.has("_aws")).toList();
  }

  /** The lines that were logged. */
  List<JsonNode> logs() {
    return lines().stream().filter(line -> line.has("level")).toList();
  }

  /** The logged lines with this message. */
  List<JsonNode> logs(String message) {
    return logs().stream().filter(line -> line.path("message").asText().equals(message)).toList();
  }

  @Override
  public void close() {
    System.setOut(before);
  }

  private List<JsonNode> lines() {
    return text().lines().flatMap(line -> CanonicalJson.find(line).stream()).toList();
  }
}
