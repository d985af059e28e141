package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The launcher leaves DynamoDB Local, the simulator, the handlers and Log4j off the class path of
 * the commands that need none of them. All commands are loaded for any of them, so no member of a
 * command may name a class of those.
 */
final class LightClassPathTest {

  private static final Predicate<String> LEFT_OUT =
      Pattern.compile(
              "(simulator|functions)(/target/|-[0-9])|DynamoDBLocal|powertools|log4j|aws-lambda")
          .asPredicate();

  @Test
  void theCommandsLoadWithoutDynamoDbLocal() throws Exception {
    var classPath = System.getProperty("java.class.path").split(File.pathSeparator);
    var light =
        Stream.of(classPath)
            .filter(LEFT_OUT.negate())
            .collect(Collectors.joining(File.pathSeparator));

    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--class-path",
                light,
                Main.class.getName(),
                "--help")
            .redirectErrorStream(true)
            .start();
    var output = process.inputReader().lines().toList();

    assertThat(light.length()).isLessThan(String.join(File.pathSeparator, classPath).length());
    assertThat(process.waitFor()).as("%s", output).isZero();
    assertThat(output).anyMatch(line -> line.contains("Usage"));
  }
}
