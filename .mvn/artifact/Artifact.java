import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes the artifact that Lambda runs: a zip with each jar of the class path under {@code lib/}, so
 * that nothing in them has to be merged. Order and times are fixed, nothing is compressed
 * (libraries compress in their own ways), and our own jars are packed anew without their manifests,
 * which tell the Java that Maven ran on: equal classes give an equal zip.
 *
 * <p>Arguments: the zip to make, the version that our own jars' names lose, our own jar, and the
 * class path of what it needs.
 */
final class Artifact {
  /** Without a zone, as zip files keep time. */
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private Artifact() {}

  public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
    var zip = Path.of(arguments[0]);
    var version = "-" + arguments[1] + ".jar";
    var jars = new TreeMap<String, Path>();
    Arrays.stream((arguments[2] + File.pathSeparator + arguments[3]).split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .forEach(
            jar -> jars.put("lib/" + jar.getFileName().toString().replace(version, ".jar"), jar));

    var contents = new TreeMap<String, byte[]>();
    for (var jar : jars.entrySet()) {
      var bytes = Files.readAllBytes(jar.getValue());
      var isOurs = jar.getKey().startsWith("lib/bedrock-inventory-");
      contents.put(jar.getKey(), isOurs ? zip(withoutManifest(bytes)) : bytes);
    }
    Files.write(zip, zip(contents));
    var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(zip));
    System.out.printf(
        "%s: %d jars, %,d bytes, SHA-256 %s%n",
        zip.getFileName(), jars.size(), Files.size(zip), HexFormat.of().formatHex(digest));
  }

  private static SortedMap<String, byte[]> withoutManifest(byte[] jar) throws IOException {
    var contents = new TreeMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
          contents.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return contents;
  }

  private static byte[] zip(SortedMap<String, byte[]> contents) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (var content : contents.entrySet()) {
        out.putNextEntry(entry(content.getKey(), content.getValue()));
        out.write(content.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static ZipEntry entry(String name, byte[] content) {
    var checksum = new CRC32();
    checksum.update(content);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(TIME);
    return entry;
  }
}
