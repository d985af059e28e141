package dev.bedrockinventory.infra;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A process as Lambda starts it from a snapshot: the class path has only the runtime interface
 * client, which loads the function from the working directory, the unpacked artifact.
 */
final class ExecutionEnvironment implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RuntimeApi api;
  private final Process process;
  private final Path output;
  private final Path errors;
  private final Path classes;
  private volatile long atRestore;

  private ExecutionEnvironment(String account, Map<String, String> variables, Path task, Path logs)
      throws IOException {
    Files.createDirectories(logs);
    output = logs.resolve("output");
    errors = logs.resolve("errors");
    classes = logs.resolve("classes");
    api = new RuntimeApi(account, () -> atRestore = loadedClasses());
    var builder =
        new ProcessBuilder(command(variables.getOrDefault("_HANDLER", "")))
            .directory(task.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_LAMBDA_RUNTIME_API", api.address(),
                "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start",
                "AWS_LAMBDA_LOG_FORMAT", "JSON",
                "AWS_LAMBDA_LOG_LEVEL", "INFO",
                "AWS_LAMBDA_FUNCTION_NAME", "any",
                "AWS_LAMBDA_FUNCTION_VERSION", "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
                "AWS_CONTAINER_CREDENTIALS_FULL_URI", api.credentials(),
                "LAMBDA_TASK_ROOT", task.toString()));
    process = builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
  }

  /** Unpacks the artifact into a new folder, as Lambda does. */
  static void unpack(Path task) throws IOException {
    try (var zip = new ZipFile(Synthesized.ARTIFACT.toFile())) {
      Files.createDirectories(task.resolve("lib"));
      for (var entry : zip.stream().toList()) {
        Files.copy(zip.getInputStream(entry), task.resolve(entry.getName()));
      }
    }
  }

  /** Starts a function with these variables, {@code _HANDLER} among them. */
  static ExecutionEnvironment start(
      String account, Map<String, String> variables, Path task, Path logs) throws IOException {
    return new ExecutionEnvironment(account, variables, task, logs);
  }

  /** Sends an event and waits for the response. */
  RuntimeApi.Response invoke(String event) throws InterruptedException, IOException {
    api.send(event);
    return response();
  }

  /** Waits for the next response, as long as the process is alive. */
  RuntimeApi.Response response() throws InterruptedException, IOException {
    while (true) {
      var alive = process.isAlive();
      var response = api.responses().poll(100, TimeUnit.MILLISECONDS);
      if (response != null) {
        return response;
      }
      if (!alive) {
        throw new AssertionError(
            "the function ended: " + Files.readString(errors) + Files.readString(output));
      }
    }
  }

  /** The output on stdout so far. */
  String output() throws IOException {
    return Files.readString(output);
  }

  /**
   * The lines on stdout so far.
   *
   * @throws AssertionError if a line is not a JSON object: CloudWatch could not query its members
   */
  List<JsonNode> json() throws IOException {
    var found = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(output)) {
      found.add(object(line));
    }
    return found;
  }

  private static JsonNode object(String line) {
    try {
      var json = JSON.readTree(line);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw new AssertionError("stdout has a line that is not JSON: " + line, e);
    }
    throw new AssertionError("stdout has a line that is not a JSON object: " + line);
  }

  /** How many classes were loaded since the snapshot was restored. */
  long classesLoadedSinceRestore() {
    return loadedClasses() - atRestore;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    api.close();
  }

  private long loadedClasses() {
    try (var lines = Files.lines(classes)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(String handler) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-Xlog:class+load:file=" + classes,
        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
        "--class-path",
        runtime(),
        AWSLambda.class.getName(),
        handler);
  }

  /** The libraries that Lambda provides. */
  private static String runtime() {
    return Stream.of(
            AWSLambda.class,
            com.amazonaws.services.lambda.runtime.Context.class,
            PojoSerializer.class,
            software.amazon.awssdk.utilslite.SdkInternalThreadLocal.class)
        .map(ExecutionEnvironment::jar)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jar(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
