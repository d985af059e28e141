import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Says in one line on stderr what is wrong with the Node.js on the path, and exits with 1 if the
 * CDK's library cannot run in it; run by the build of {@code infra} and by the launcher, since the
 * library's own failure without Node.js is a broken pipe.
 *
 * <p>Arguments: files to make with its version, and to remove if the library cannot run in it.
 */
final class Node {
  /** What {@code aws-cdk-lib} demands, by the engines of its package. */
  private static final int NEEDED = 20;

  /** The oldest that is still supported by its makers and the CDK's. */
  private static final int SUPPORTED = 22;

  private static final Pattern VERSION = Pattern.compile("v([0-9]{1,4})\\..*");

  private Node() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    for (var argument : arguments) {
      Files.deleteIfExists(Path.of(argument));
    }
    var version = version();
    var matcher = VERSION.matcher(version);
    var major = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    if (major < NEEDED) {
      System.err.printf(
          "inventory: the CDK needs Node.js %d or later, better %d, and node on the path %s;"
              + " install one, see README.md%n",
          NEEDED, SUPPORTED, version.isEmpty() ? "is missing" : "is '" + version + "'");
      System.exit(1);
    }
    if (major < SUPPORTED) {
      System.err.printf(
          "inventory: Node.js %s works, but its support has ended; take %d or later%n",
          version, SUPPORTED);
    }
    for (var argument : arguments) {
      Files.createDirectories(Path.of(argument).getParent());
      Files.writeString(Path.of(argument), version);
    }
  }

  /** What it says of itself; empty where it does not run. */
  private static String version() throws InterruptedException {
    try {
      var process =
          new ProcessBuilder("node", "--version")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return output.strip().lines().findFirst().orElse("");
    } catch (IOException missing) {
      return "";
    }
  }
}
