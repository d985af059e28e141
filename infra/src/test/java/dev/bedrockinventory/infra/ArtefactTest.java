package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

final class ArtefactTest {
  /** Other transports, what Lambda brings itself, and what only tests need. */
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

  @Test
  void entriesAreSortedAndHaveOneFixedTime() throws IOException {
    var names = new ArrayList<String>();
    try (var zip = new ZipFile(Synthesized.ARTEFACT.toFile())) {
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
  void ourOwnJarsHaveFixedTimesTooAndTellNothingOfTheBuild() throws IOException {
    for (var jar :
        List.of("lib/bedrock-inventory-functions.jar", "lib/bedrock-inventory-shared.jar")) {
      assertThat(entries(jar).stream().map(ZipEntry::getTimeLocal).distinct())
          .as(jar)
          .containsExactly(LocalDateTime.of(2026, 1, 1, 0, 0));
      assertThat(names(jar)).doesNotContain("META-INF/MANIFEST.MF");
    }
  }

  @Test
  void itHoldsHandlersLoggingAndWhatTheyNeed() throws IOException {
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
  void interceptorFilesOfSeveralJarsStandBesideEachOther() throws IOException {
    for (var jar :
        List.of("lib/powertools-logging-log4j-2.9.0.jar", "lib/powertools-metrics-2.9.0.jar")) {
      assertThat(names(jar))
          .as(jar)
          .contains("software/amazon/awssdk/global/handlers/execution.interceptors");
    }
  }

  @Test
  void itHoldsNoSecondTransportNoRuntimeAndNothingOfTests() throws IOException {
    assertThat(classes().stream().filter(name -> FOREIGN.stream().anyMatch(name::startsWith)))
        .isEmpty();
  }

  @Test
  void itStaysSmall() {
    assertThat(Synthesized.ARTEFACT.toFile().length()).isLessThan(30_000_000);
  }

  private static Set<String> names(String jar) throws IOException {
    var names = new TreeSet<String>();
    entries(jar).forEach(entry -> names.add(entry.getName()));
    return names;
  }

  /** The names of all entries of all jars. */
  private static Set<String> classes() throws IOException {
    var names = new TreeSet<String>();
    try (var zip = new ZipFile(Synthesized.ARTEFACT.toFile())) {
      for (var jar : zip.stream().map(ZipEntry::getName).toList()) {
        names.addAll(names(jar));
      }
    }
    return names;
  }

  private static List<ZipEntry> entries(String jar) throws IOException {
    var entries = new ArrayList<ZipEntry>();
    try (var zip = new ZipFile(Synthesized.ARTEFACT.toFile())) {
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
