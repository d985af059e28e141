package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.cli.runtime.LocalDeployment;
import dev.bedrockinventory.cli.web.PageServer;
import dev.bedrockinventory.dashboard.View;
import dev.bedrockinventory.dashboard.ViewParameter;
import dev.bedrockinventory.simulator.Simulator;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.bedrock.model.Tag;

/** The pages of the demo when its scenario has ended. */
final class DemoSite implements AutoCloseable {
  /** The pages take the end of the time range from the browser's clock. */
  private final ScenarioClock clock =
      new ScenarioClock(Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Scenario.LENGTH));

  private final Simulator simulator = Simulator.start(0, clock, 4711);
  private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
  private final LocalDeployment deployment = LocalDeployment.to(simulator, clock, nowhere);
  private final Scenario scenario;
  private final PageServer pages;

  private DemoSite() {
    DemoAccount.REGIONS.forEach(deployment::target);
    scenario = new Scenario(simulator);
    var runner = new ScenarioRunner(deployment, clock, new Narrator(nowhere));
    var _ = runner.run(scenario.steps(), () -> false).orElseThrow();
    clock.follow(InstantSource.system());
    pages = PageServer.start(Optional.of(0), deployment::reader, clock);
  }

  static DemoSite start() {
    return new DemoSite();
  }

  /** The address of a view. */
  URI view(View view, Map<String, String> values) {
    var query =
        values.entrySet().stream()
            .map(value -> "&" + value.getKey() + "=" + encoded(value.getValue()))
            .collect(Collectors.joining());
    return pages
        .address()
        .resolve("?%s=%s%s".formatted(ViewParameter.VIEW.key(), view.key(), query));
  }

  /** The ARN of a profile in the home region. */
  String profile(String name) {
    return simulator.place(DemoAccount.ID, DemoAccount.HOME).profile(name).arn();
  }

  /** Carol sets a tag, and the event is delivered. */
  void tag(String profile, String key, String value) {
    var arn = profile(profile);
    var tag = Tag.builder().key(key).value(value).build();
    new ApiUsers(simulator, DemoAccount.ID)
        .as(
            "carol",
            DemoAccount.HOME,
            bedrock -> bedrock.tagResource(request -> request.resourceARN(arn).tags(tag)));
    deployment.deliverEvents();
  }

  @Override
  public void close() {
    pages.close();
    deployment.close();
    simulator.close();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
