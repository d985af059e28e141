package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.settings.Settings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template matches the artifact, the settings and the documents. */
final class AgreementTest {
  @TempDir private Path folder;
  private final Template template = Synthesized.once().template();

  @Test
  void everyHandlerIsAMethodOfAClassInTheArtifact() throws Exception {
    var handlers =
        template.resources("AWS::Lambda::Function").values().stream()
            .map(function -> function.path("Properties").path("Handler").asText())
            .toList();

    assertThat(handlers).hasSize(5).doesNotHaveDuplicates();
    try (var artifact = artifact()) {
      for (var handler : handlers) {
        var names = handler.split("::", -1);
        var type = artifact.loadClass(names[0]);
        assertThat(type.getConstructor()).isNotNull();
        assertThat(Arrays.stream(type.getMethods()).map(java.lang.reflect.Method::getName))
            .contains(names[1]);
      }
    }
  }

  @Test
  void theEnvironmentHasExactlyTheVariablesThatTheSettingsRead() {
    try (var cloud = new DeployedSystem(java.time.InstantSource.system())) {
      for (var function : template.resources("AWS::Lambda::Function").values()) {
        var environment = cloud.environment(function.path("Properties"));
        // DeployedSystem adds the handler and the endpoints.
        environment.keySet().removeIf(key -> key.equals("_HANDLER") || key.contains("_ENDPOINT_"));
        var recording = new RecordingEnvironment(environment);

        Settings.parse(recording);

        assertThat(recording.read()).isEqualTo(environment.keySet());
      }
    }
  }

  @Test
  void theEnvironmentIsAcceptedBySettings() {
    try (var cloud = new DeployedSystem(java.time.InstantSource.system())) {
      for (var function : template.resources("AWS::Lambda::Function").values()) {
        var settings = Settings.parse(cloud.environment(function.path("Properties")));

        assertThat(settings.targetsPath()).isEqualTo("/bedrock-inventory/targets");
        assertThat(settings.externalId()).contains("bedrock-inventory");
        assertThat(settings.callsPerSecond()).isEqualTo(5);
      }
    }
  }

  @Test
  void everyAlarmHasASectionInTheDocumentAndEverySectionAnAlarm() throws IOException {
    var sections = alarmSections();
    var alarms = template.resources("AWS::CloudWatch::Alarm").values();
    var names = new TreeSet<String>();

    assertThat(alarms)
        .isNotEmpty()
        .allSatisfy(alarm -> {
          var description = alarm.path("Properties").path("AlarmDescription").asText();
          var name = description.replaceFirst(".* section (\\w+)\\.$", "$1");
          assertThat(description)
              .contains(" Checks and fixes: docs/operations.md, section " + name);
          assertThat(alarm.path("Properties").path("AlarmActions").path(0).path("Ref").asText())
              .isEqualTo("AlarmTopic");
          names.add(name);
        });
    assertThat(sections.keySet()).isEqualTo(names);
    assertThat(sections)
        .allSatisfy((name, section) ->
            assertThat(section.lines().filter(line -> line.startsWith("- ")))
                .as(name)
                .satisfiesExactly(
                    line -> assertThat(line).startsWith("- **Meaning:** "),
                    line -> assertThat(line).startsWith("- **Check:** "),
                    line -> assertThat(line).startsWith("- **Fix:** ")));
  }

  @Test
  void missingDataRaisesOnlyTheAlarmsOfSilence() {
    template
        .resources("AWS::CloudWatch::Alarm")
        .forEach((id, alarm) ->
            assertThat(alarm.path("Properties").path("TreatMissingData").asText())
                .as(id)
                .isEqualTo(
                    id.matches("Watch(Feed|Planner)Silent.*") ? "breaching" : "notBreaching"));
    var refusedSweeps = template.properties("AWS::CloudWatch::Alarm", "WatchRefusedSweeps");
    assertThat(refusedSweeps.path("Threshold").asInt()).isZero();
    assertThat(refusedSweeps.path("Period").asInt()).isEqualTo(2 * 15 * 60);
    assertThat(refusedSweeps.path("EvaluationPeriods").asInt()).isEqualTo(2);
  }

  /** The sections under "Alarms" of docs/operations.md, by their headings. */
  private static Map<String, String> alarmSections() throws IOException {
    var page = Files.readString(Synthesized.CONTEXT.resolveSibling("docs/operations.md"));
    var alarms = page.split("\n## Alarms\n", 2)[1].split("\n## ", 2)[0];
    return Arrays.stream(alarms.split("\n### ", -1))
        .skip(1)
        .map(section -> section.split("\n", 2))
        .collect(Collectors.toMap(section -> section[0], section -> section[1]));
  }

  /** A class loader of the artifact only, without the classes of this process. */
  private URLClassLoader artifact() throws IOException {
    var jars = new ArrayList<URL>();
    try (var zip = new ZipFile(Synthesized.ARTIFACT.toFile())) {
      for (var entry : zip.stream().toList()) {
        var jar = folder.resolve(Path.of(entry.getName()).getFileName());
        Files.copy(zip.getInputStream(entry), jar);
        jars.add(jar.toUri().toURL());
      }
    }
    return new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
