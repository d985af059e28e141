package dev.bedrockinventory.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cli.runtime.LocalDeployment;
import dev.bedrockinventory.cli.web.PageServer;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.Changes;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.query.Period;
import dev.bedrockinventory.simulator.Simulator;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** After the scenario changes go on arriving on the page, with the clock of the scenario. */
final class LiveActivityTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final ScenarioClock clock = new ScenarioClock(Instant.parse("2026-03-01T09:00:00Z"));
  private final Simulator simulator = Simulator.start(0, clock, 1);
  private final LocalDeployment deployment = LocalDeployment.to(simulator, clock, System.err);
  private final LiveActivity activity =
      new LiveActivity(deployment, new Scenario(simulator)::runNextCall);
  private final PageServer pages = PageServer.start(Optional.of(0), deployment::reader, clock);

  @AfterEach
  void close() {
    pages.close();
    deployment.close();
    simulator.close();
  }

  @Test
  void changesArriveWithTheirAuthorsAndThePageShowsThem() throws Exception {
    DemoAccount.REGIONS.forEach(deployment::target);
    tick(LiveActivity.TICKS_A_SWEEP);
    var before = get("state");
    assertThat(overview()).contains("just now").doesNotContain("days ago");

    tick(3 * LiveActivity.TICKS_A_CHANGE);

    var changes = new Changes(deployment.reader()).in(Period.ALWAYS, Filter.ALL, Set.of()).toList();
    assertThat(changes).hasSize(3);
    assertThat(get("state")).isNotEqualTo(before);
    var shown = Jsoup.parse(overview()).select("table:has(th:contains(Change)) tbody tr");
    assertThat(shown.select(".bi-who").eachText())
        .isEqualTo(changes.reversed().stream().map(LiveActivityTest::author).toList());
    assertThat(shown.select(".bi-k").eachText())
        .isEqualTo(changes.reversed().stream().map(change -> change.change().name()).toList());
  }

  private static String author(Change change) {
    var arn = change.events().who().getFirst().actor().arn();
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private void tick(int times) {
    for (var tick = 0; tick < times; tick++) {
      clock.advance(LiveActivity.TICK);
      activity.tick();
    }
  }

  private String overview() throws Exception {
    var event = URLEncoder.encode("{\"view\":\"overview\"}", StandardCharsets.UTF_8);
    return CanonicalJson.parse(get("widget?event=" + event)).textValue();
  }

  private String get(String part) throws Exception {
    var request = HttpRequest.newBuilder(pages.address().resolve(part)).build();
    var response = CLIENT.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }
}
