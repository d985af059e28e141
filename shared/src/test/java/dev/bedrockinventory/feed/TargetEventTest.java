package dev.bedrockinventory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.feed.TargetEvent.TargetChange;
import dev.bedrockinventory.model.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class TargetEventTest {
  private static final Instant AT = Instant.parse("2026-11-22T14:15:00Z");
  private static final TargetEvent ADDED = new TargetEvent("444455556666", TargetChange.ADDED, AT);
  private static final TargetEvent REMOVED =
      new TargetEvent("444455556666", TargetChange.REMOVED, AT);

  @Test
  void theDocumentedEventIsTheActualEvent() throws IOException {
    assertThat(Files.readAllLines(Path.of("../docs/operations.md"))).contains(ADDED.json());
  }

  @Test
  void theIdDistinguishesTimeAccountAndChange() {
    assertThat(id(ADDED))
        .isEqualTo("2026-11-22T14:15:00.000Z#444455556666#ADDED")
        .isEqualTo(id(new TargetEvent("444455556666", TargetChange.ADDED, AT)))
        .isNotEqualTo(id(REMOVED))
        .isNotEqualTo(id(new TargetEvent("777788889999", TargetChange.ADDED, AT)))
        .isNotEqualTo(id(new TargetEvent("444455556666", TargetChange.ADDED, AT.plusMillis(1))));
  }

  @Test
  void aRemovedAccountIsNotReportedAsClosed() {
    var data = CanonicalJson.parse(REMOVED.json()).path("data");

    assertThat(data.path("change").asText()).isEqualTo("REMOVED");
    assertThat(data.path("summary").asText())
        .startsWith("Account 444455556666 was removed from the targets")
        .contains("no longer an active account of the selected part");
  }

  @Test
  void rulesForChangesOfResourcesDoNotMatchIt() {
    assertThat(ADDED.detailType()).isNotEqualTo(ChangeEvent.DETAIL_TYPE);
    assertThat(ADDED.subject()).isEqualTo("444455556666");
    assertThat(CanonicalJson.parse(ADDED.json()).path("type").asText())
        .isEqualTo("dev.bedrockinventory.target.v1");
  }

  private static String id(TargetEvent event) {
    return CanonicalJson.parse(event.json()).path("id").asText();
  }
}
