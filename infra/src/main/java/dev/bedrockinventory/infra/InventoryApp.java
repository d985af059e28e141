package dev.bedrockinventory.infra;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.config.InvalidContextException;
import dev.bedrockinventory.infra.hub.InventoryStack;
import dev.bedrockinventory.infra.member.MemberStack;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** The CDK app that {@code cdk.json} starts: synthesizes the stacks. */
public final class InventoryApp {
  private InventoryApp() {}

  /**
   * Synthesizes to the folder that the CDK command line specifies. If the context is invalid,
   * prints one line on stderr and exits with 1.
   *
   * @param arguments the path of the functions' artifact
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
