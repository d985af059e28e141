package dev.bedrockinventory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SourceFactoryTest {
  private final TestHub hub = new TestHub();
  private final SourceFactory sources = hub.wiring().sources();

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theScopesOfAnAccountAndRegionShareTheirClients() {
    var clients = sources.clients(scope("us-east-2", Kind.IMPORTED_MODEL), Optional.empty());

    assertThat(sources.clients(scope("us-east-2", Kind.IMPORTED_MODEL), Optional.empty()))
        .isSameAs(clients);
    assertThat(sources.clients(scope("us-east-2", Kind.SYSTEM_INFERENCE_PROFILE), Optional.empty()))
        .isSameAs(clients);
    assertThat(sources.clients(scope("us-west-2", Kind.IMPORTED_MODEL), Optional.empty()))
        .isNotSameAs(clients);
    assertThat(
            sources.clients(
                scope("us-east-2", Kind.IMPORTED_MODEL), Optional.of("BedrockInventoryReader2")))
        .isNotSameAs(clients);
  }

  private static Scope scope(String region, Kind kind) {
    return new Scope(TestHub.ACCOUNT, region, kind);
  }
}
