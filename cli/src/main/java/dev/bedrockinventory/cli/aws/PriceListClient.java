package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.aws.NetworkException;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cost.InvalidPricesException;
import dev.bedrockinventory.cost.PriceList;
import dev.bedrockinventory.cost.PriceListReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads AWS's price list of Amazon Bedrock: the public bulk file, which requires no credentials, or
 * a copy of it.
 */
public final class PriceListClient {
  /** Where AWS publishes price lists. */
  public static final URI AWS = URI.create("https://pricing.us-east-1.amazonaws.com");

  private static final String PATH = "/offers/v1.0/aws/AmazonBedrock/current/index.json";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

  private PriceListClient() {}

  /**
   * Downloads the list and reads it at the same time, with the network settings of the environment
   * and of the profile that it names.
   *
   * @throws CommandFailedException if there is no complete, valid answer
   * @throws dev.bedrockinventory.settings.InvalidSettingsException if a network setting is not
   *     valid
   */
  public static PriceList download(URI endpoint, CliContext context) {
    var address = endpoint.resolve(PATH);
    var advice =
        "check the network, or download %s%s and specify it with --from FILE".formatted(AWS, PATH);
    var network =
        AwsSession.network(AwsProfile.read(Optional.empty()), context)
            .withTimeouts(CONNECT_TIMEOUT, READ_TIMEOUT);
    try {
      var connection = network.connection(address);
      connection.setInstanceFollowRedirects(false);
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new CommandFailedException(
            "price list %s: HTTP %d; %s".formatted(address, connection.getResponseCode(), advice));
      }
      try (var body = new BufferedInputStream(connection.getInputStream())) {
        return PriceListReader.read(body, address.toString());
      }
    } catch (InvalidPricesException e) {
      throw new CommandFailedException("%s; %s".formatted(e.getMessage(), advice), e);
    } catch (IOException e) {
      throw new CommandFailedException(
          "price list %s: no complete response (%s); %s"
              .formatted(address, reason(network.explained(address, e)), advice),
          e);
    }
  }

  /**
   * Reads a copy of the list.
   *
   * @throws CommandFailedException if it cannot be read or is not valid
   */
  public static PriceList read(Path copy) {
    try (var file = new BufferedInputStream(Files.newInputStream(copy))) {
      return PriceListReader.read(file, copy.toString());
    } catch (InvalidPricesException e) {
      throw new CommandFailedException(
          "%s; download it again from %s%s".formatted(e.getMessage(), AWS, PATH), e);
    } catch (IOException e) {
      throw new CommandFailedException(
          "price list '%s' cannot be read (%s); specify a readable file with --from"
              .formatted(copy, reason(e)),
          e);
    }
  }

  private static String reason(IOException e) {
    var name = e.getClass().getSimpleName();
    return NetworkException.find(e)
        .orElseGet(() -> e.getMessage() == null ? name : name + ": " + e.getMessage());
  }
}
