package dev.bedrockinventory.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArtifactTest {
  /** Other HTTP clients, what Lambda provides itself, and what only tests need. */
  private static final List<String> FOREIGN =
      List.of(
          "io/netty/",
          "org/apache/http/",
          "org/apache/hc/",
          "software/amazon/awssdk/crt/",
          "software/amazon/awssdk/http/apache/",
          "software/amazon/awssdk/http/crt/",
          "software/amazon/awssdk/http/nio/",
          "com/amazonaws/services/lambda/runtime/api/client/",
          "com/amazonaws/services/dynamodbv2/",
          "dev/bedrockinventory/simulator/",
          "dev/bedrockinventory/infra/",
          "org/junit/");

  private static final String OURS = "bedrock-inventory-";

  @TempDir private Path folder;

  @Test
  void entriesAreSortedAndHaveAFixedTime() throws IOException {
    var names = new ArrayList<String>();
    try (var zip = new ZipFile(Synthesized.ARTIFACT.toFile())) {
      zip.stream()
          .forEach(entry -> {
            names.add(entry.getName());
            assertThat(entry.getTimeLocal())
                .as(entry.getName())
                .isEqualTo(LocalDateTime.of(2026, 1, 1, 0, 0));
          });
    }

    assertThat(names).isSorted().allMatch(name -> name.matches("lib/[^/]+\\.jar"));
  }

  @Test
  void ourOwnJarsHaveAFixedTimeAndNoManifest() throws IOException {
    for (var jar :
        List.of("lib/bedrock-inventory-functions.jar", "lib/bedrock-inventory-shared.jar")) {
      assertThat(entries(jar).stream().map(ZipEntry::getTimeLocal).distinct())
          .as(jar)
          .containsExactly(LocalDateTime.of(2026, 1, 1, 0, 0));
      assertThat(names(jar)).doesNotContain("META-INF/MANIFEST.MF");
    }
  }

  @Test
  void theArtifactContainsTheHandlersAndTheirLibraries() throws IOException {
    assertThat(names("lib/bedrock-inventory-functions.jar"))
        .contains(
            "dev/bedrockinventory/functions/PlanHandler.class",
            "dev/bedrockinventory/functions/SweepHandler.class",
            "log4j2.xml");
    var wanted =
        new TreeSet<>(
            Set.of(
                "META-INF/org/apache/logging/log4j/core/config/plugins/Log4j2Plugins.dat",
                "LambdaJsonLayout.json",
                "software/amazon/awssdk/http/urlconnection/UrlConnectionHttpClient.class",
                "org/crac/Core.class"));
    wanted.removeAll(classes());
    assertThat(wanted).as("missing").isEmpty();
  }

  @Test
  void interceptorFilesOfSeveralJarsAreAllIncluded() throws IOException {
    for (var jar :
        List.of("lib/powertools-logging-log4j-2.9.0.jar", "lib/powertools-metrics-2.9.0.jar")) {
      assertThat(names(jar))
          .as(jar)
          .contains("software/amazon/awssdk/global/handlers/execution.interceptors");
    }
  }

  @Test
  void theArtifactContainsNoOtherHttpClientRuntimeOrTestLibrary() throws IOException {
    assertThat(classes().stream().filter(name -> FOREIGN.stream().anyMatch(name::startsWith)))
        .isEmpty();
  }

  /** Another build may differ in folders, times, order and compression. */
  @Test
  void anotherBuildGivesTheSameBytes() throws Exception {
    var paths = new ArrayList<String>();
    try (var zip = new ZipFile(Synthesized.ARTIFACT.toFile())) {
      for (var entry : zip.stream().toList()) {
        var jar = folder.resolve(Path.of(entry.getName()).getFileName());
        var bytes = zip.getInputStream(entry).readAllBytes();
        Files.write(jar, jar.getFileName().toString().startsWith(OURS) ? repacked(bytes) : bytes);
        paths.addFirst(jar.toString());
      }
    }
    var rebuilt = folder.resolve("rebuilt.zip");

    var run =
        JavaRun.of(
            folder,
            Synthesized.CONTEXT.resolveSibling(".mvn/artifact/Artifact.java"),
            rebuilt.toString(),
            "no version",
            paths.getFirst(),
            String.join(File.pathSeparator, paths));

    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output()).contains("SHA-256 " + digest(rebuilt));
    assertThat(digest(rebuilt)).isEqualTo(digest(Synthesized.ARTIFACT));
  }

  @Test
  void theBuildCompressesNothing() throws IOException {
    try (var zip = new ZipFile(Synthesized.ARTIFACT.toFile())) {
      assertThat(zip.stream()).allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
    }
    for (var jar :
        List.of("lib/bedrock-inventory-functions.jar", "lib/bedrock-inventory-shared.jar")) {
      assertThat(entries(jar)).allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
    }
  }

  @Test
  void theArtifactIsSmall() {
    assertThat(Synthesized.ARTIFACT.toFile().length()).isLessThan(36_000_000);
  }

  /**
   * The same contents as Maven packs them: compressed, with current times and a manifest, unsorted.
   */
  private static byte[] repacked(byte[] jar) throws IOException {
    var contents = new TreeMap<String, byte[]>(Comparator.reverseOrder());
    contents.put("META-INF/MANIFEST.MF", "Build-Jdk-Spec: 17\n".getBytes(UTF_8));
    try (var in = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        contents.put(entry.getName(), in.readAllBytes());
      }
    }
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (var content : contents.entrySet()) {
        out.putNextEntry(new ZipEntry(content.getKey()));
        out.write(content.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private static Set<String> names(String jar) throws IOException {
    var names = new TreeSet<String>();
    entries(jar).forEach(entry -> names.add(entry.getName()));
    return names;
  }

  /** The names of all entries of all jars. */
  private static Set<String> classes() throws IOException {
    var names = new TreeSet<String>();
    try (var zip = new ZipFile(Synthesized.ARTIFACT.toFile())) {
      for (var jar : zip.stream().map(ZipEntry::getName).toList()) {
        names.addAll(names(jar));
      }
    }
    return names;
  }

  private static List<ZipEntry> entries(String jar) throws IOException {
    var entries = new ArrayList<ZipEntry>();
    try (var zip = new ZipFile(Synthesized.ARTIFACT.toFile())) {
      var bytes = zip.getInputStream(zip.getEntry(jar)).readAllBytes();
      try (var stream = new ZipInputStream(new ByteArrayInputStream(bytes))) {
        for (var entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }
}
