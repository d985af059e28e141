package dev.bedrockinventory.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.bedrockinventory.dashboard.Widgets;
import dev.bedrockinventory.model.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Called by custom widgets of CloudWatch dashboards: returns a view of the inventory as HTML, or
 * the documentation of the widget. Its actions call the function again, by the ARN that was called.
 * Only reads the ledger.
 */
public final class DashboardHandler implements RequestStreamHandler, Resource {
  private final Wiring wiring;
  private final Widgets widgets;

  /** Called by Lambda. */
  public DashboardHandler() {
    this(Wiring.ofThisProcess());
    Core.getGlobalContext().register(this);
  }

  /** A handler with another wiring. */
  public DashboardHandler(Wiring wiring) {
    this.wiring = wiring;
    widgets = wiring.widgets();
  }

  /**
   * Answers the event of a widget. A value that is not valid, or a ledger that cannot be read, is
   * answered with a page that says so.
   *
   * @throws IllegalArgumentException if the event is not JSON
   */
  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var json = CanonicalJson.parse(new String(event.readAllBytes(), StandardCharsets.UTF_8));
    var result =
        PowertoolsLogging.withLogging(
            context, () -> widgets.answer(json, context.getInvokedFunctionArn()));
    answer.write(CanonicalJson.write(result).getBytes(StandardCharsets.UTF_8));
  }

  /** Primes the handler before the snapshot. */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    Priming.dashboard(wiring);
  }

  /** No-op: no state needs to be restored. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}
}
