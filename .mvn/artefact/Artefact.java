import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes the artefact that Lambda runs: a zip with each jar of the class path under {@code lib/}, so
 * that nothing in them has to be merged. Order and times are fixed: equal jars give an equal zip.
 *
 * <p>Arguments: the zip to make, the version that our own jars' names lose, our own jar, and the
 * class path of what it needs.
 */
final class Artefact {
  /** Without a zone, as zip files keep time. */
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private Artefact() {}

  public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
    var zip = Path.of(arguments[0]);
    var version = "-" + arguments[1] + ".jar";
    var jars = new TreeMap<String, Path>();
    Arrays.stream((arguments[2] + File.pathSeparator + arguments[3]).split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .forEach(
            jar -> jars.put("lib/" + jar.getFileName().toString().replace(version, ".jar"), jar));

    try (var file = new BufferedOutputStream(Files.newOutputStream(zip));
        var out = new ZipOutputStream(file)) {
      for (var jar : jars.entrySet()) {
        var entry = new ZipEntry(jar.getKey());
        entry.setTimeLocal(TIME);
        out.putNextEntry(entry);
        Files.copy(jar.getValue(), out);
        out.closeEntry();
      }
    }
    var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(zip));
    System.out.printf(
        "%s: %d jars, %,d bytes, SHA-256 %s%n",
        zip.getFileName(), jars.size(), Files.size(zip), HexFormat.of().formatHex(digest));
  }
}
