package dev.bedrockinventory.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Observation;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.ScopeSnapshot;
import dev.bedrockinventory.sweep.Deadline;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An observation ends in time, and the next one continues behind what was read. */
final class ObservationDeadlineTest {
  private static final int MODELS = 20;

  @AutoClose private final Ohio ohio = new Ohio();

  ObservationDeadlineTest() {
    for (var i = 0; i < MODELS; i++) {
      ohio.place.importModel("model-" + i, 1, Map.of());
    }
  }

  @Test
  void theObservationIsPartialAndSaysHowFarItCame() {
    var snapshot = observe(Optional.empty(), 7);

    assertThat(snapshot.listingComplete()).isTrue();
    assertThat(snapshot.resources()).isNotEmpty().hasSizeLessThan(MODELS);
    assertThat(snapshot.failures())
        .singleElement()
        .satisfies(failure ->
            assertThat(failure.message())
                .contains("%d of %d".formatted(snapshot.resources().size(), MODELS)));
  }

  @Test
  void fewObservationsReadEverything() {
    var read = new TreeSet<String>();
    var probed = Optional.<String>empty();
    var observations = 0;
    while (read.size() < MODELS && observations < MODELS) {
      var snapshot = observe(probed, 7);
      snapshot.resources().stream().map(ObservedResource::arn).forEach(arn -> read.add(arn.id()));
      probed = snapshot.probed().map(arn -> arn.id());
      observations++;
    }

    assertThat(read).hasSize(MODELS);
    assertThat(observations).isLessThanOrEqualTo(4);
  }

  /** Each question whether the time is up takes one second of it. */
  private ScopeSnapshot observe(Optional<String> probed, int seconds) {
    var asked = new AtomicInteger();
    var deadline =
        new Deadline(
            () -> Instant.EPOCH.plusSeconds(asked.getAndIncrement()),
            Instant.EPOCH.plusSeconds(seconds));
    return ((Observation.Read) ohio.observe(Kind.IMPORTED_MODEL, probed, false, deadline))
        .snapshot();
  }
}
