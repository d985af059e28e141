package dev.bedrockinventory.functions;

/** An event came of an account and region that nobody asked to inventory. */
final class NoTargetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoTargetException(String account, String region) {
    super(
        "account %s, region %s is no target; add it to the targets' parameters, or stop its events"
            .formatted(account, region));
  }
}
