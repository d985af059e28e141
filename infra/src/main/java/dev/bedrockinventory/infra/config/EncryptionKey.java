package dev.bedrockinventory.infra.config;

/** The KMS key that encrypts the table, the queues, the topics and the logs. */
public sealed interface EncryptionKey {
  /** The valid values, as the object of "set it to". */
  String EXPECTED =
      "'none' for keys of AWS, 'create', or the ARN of a KMS key in the stack's region";

  /** Keys that AWS owns, without cost. */
  record OfAws() implements EncryptionKey {}

  /** A key that the stack creates, rotates and retains. */
  record Created() implements EncryptionKey {}

  /**
   * A key of yours, whose policy must allow the services.
   *
   * @param arn its ARN
   */
  record Existing(String arn) implements EncryptionKey {
    String region() {
      return arn.split(":", -1)[3];
    }
  }

  /** Whether a value of the context is valid. */
  static boolean isValid(String value) {
    return value.matches("none|create|arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+");
  }

  /** Parses a valid value. */
  static EncryptionKey parse(String value) {
    return switch (value) {
      case "none" -> new OfAws();
      case "create" -> new Created();
      default -> new Existing(value);
    };
  }
}
