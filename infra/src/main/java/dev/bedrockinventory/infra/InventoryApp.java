package dev.bedrockinventory.infra;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.config.InvalidContextException;
import dev.bedrockinventory.infra.hub.InventoryStack;
import dev.bedrockinventory.infra.member.MemberStack;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** What {@code cdk.json} starts, through the launcher: synthesizes the stacks. */
public final class InventoryApp {
  private InventoryApp() {}

  /**
   * Synthesizes to where the CDK's command line says; exits with 1 and one line on stderr if the
   * context is not what it must be.
   *
   * @param arguments the zip that Lambda runs
   */
  public static void main(String[] arguments) {
    var app = new App(AppProps.builder().analyticsReporting(false).build());
    try {
      var deployment = DeploymentConfig.read(key -> context(app, key), Path.of(arguments[0]));
      new InventoryStack(app, deployment);
      new MemberStack(app, deployment);
    } catch (InvalidContextException e) {
      System.err.println("inventory: " + e.getMessage());
      System.exit(1);
    }
    app.synth();
  }

  private static Optional<Object> context(App app, String key) {
    return Optional.ofNullable(app.getNode().tryGetContext(key));
  }
}
