package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app as the CDK command line starts it, with the context in an environment variable. */
final class InventoryAppTest {
  @TempDir private Path folder;

  @Test
  void theProblemsOfTheContextAreOneLineOnStderr() throws Exception {
    var run = synthesize(Map.of("schedule", "every morning", "snapStart", "maybe"));

    assertThat(run)
        .isEqualTo(
            new JavaRun(
                1,
                "inventory: cdk.json: context key 'schedule' is 'every morning'; set it to a rate"
                    + " from rate(5 minutes) to rate(12 hours), such as rate(15 minutes);"
                    + " context key 'snapStart' is 'maybe'; set it to true, or false in a"
                    + " region without SnapStart\n"));
    assertThat(folder).isEmptyDirectory();
  }

  private JavaRun synthesize(Map<String, String> changes) throws IOException, InterruptedException {
    var context = new TreeMap<>(Synthesized.context());
    context.putAll(changes);
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--class-path",
                System.getProperty("java.class.path"),
                InventoryApp.class.getName(),
                Synthesized.ARTIFACT.toString())
            .redirectErrorStream(true);
    builder.environment().put("CDK_CONTEXT_JSON", new ObjectMapper().writeValueAsString(context));
    builder.environment().put("CDK_OUTDIR", folder.toString());
    var process = builder.start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new JavaRun(process.waitFor(), output);
  }
}
