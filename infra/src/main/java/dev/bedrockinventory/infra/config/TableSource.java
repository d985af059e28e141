package dev.bedrockinventory.infra.config;

/** Where the table of the ledger comes from. */
public sealed interface TableSource {
  /** The valid values, as the object of "set it to". */
  String EXPECTED =
      "'none' for a table of the stack, or the ARN of the stream of an existing table in the"
          + " stack's account and region, as 'aws dynamodb describe-table --query"
          + " Table.LatestStreamArn' prints it";

  /** A table that the stack creates and retains. */
  record Created() implements TableSource {}

  /**
   * A table that exists, such as a restored one. Its stream must have new and old images.
   *
   * @param streamArn the ARN of its stream, which begins with the ARN of the table
   */
  record Existing(String streamArn) implements TableSource {
    /** The ARN of the table. */
    public String tableArn() {
      return streamArn.substring(0, streamArn.indexOf("/stream/"));
    }

    String region() {
      return streamArn.split(":", -1)[3];
    }
  }

  /** Whether a value of the context is valid. */
  static boolean isValid(String value) {
    return value.matches(
        "none|arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:[0-9]{12}:table/[A-Za-z0-9_.-]{3,255}"
            + "/stream/[0-9T:.-]+");
  }

  /** Parses a valid value. */
  static TableSource parse(String value) {
    return value.equals("none") ? new Created() : new Existing(value);
  }
}
