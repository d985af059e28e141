package dev.bedrockinventory.functions;

/** An event was received from an account and region that is not a target. */
final class NoTargetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoTargetException(String account, String region) {
    super(
        "account %s, region %s is not a target; add it to the target parameters, or stop its events"
            .formatted(account, region));
  }
}
