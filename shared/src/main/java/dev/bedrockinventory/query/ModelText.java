package dev.bedrockinventory.query;

import dev.bedrockinventory.model.Arn;

/**
 * A model as a person names it: by its id, its ARN, its family or provider, or with wildcards.
 *
 * @param text the name
 */
record ModelText(String text) {
  private static final String COMMERCIAL = "arn:aws:";

  /** Whether the text is the id or ARN of a system profile, and so not of a model. */
  boolean isProfile() {
    return Arn.find(text)
        .map(arn -> arn.type().equals("inference-profile"))
        .orElseGet(() -> Geography.isProfileId(text));
  }

  /** Whether a destination of a profile is this model. */
  boolean matches(Arn destination) {
    var wildcard = new Wildcard(text);
    return wildcard.matches(destination.text())
        || wildcard.matches(destination.id())
        || isReachedGlobally(destination)
        || isFamily(destination.id());
  }

  /** A global destination has no region: it is in every one of the commercial partition. */
  private boolean isReachedGlobally(Arn destination) {
    return destination.region().isEmpty()
        && destination.text().startsWith(COMMERCIAL)
        && Arn.find(text)
            .filter(arn -> arn.text().startsWith(COMMERCIAL) && isSameResource(arn, destination))
            .isPresent();
  }

  private static boolean isSameResource(Arn one, Arn other) {
    return one.type().equals(other.type())
        && one.id().equals(other.id())
        && one.account().equals(other.account());
  }

  /** Ids are {@code provider.family-version}; a family ends where no further letter follows. */
  private boolean isFamily(String id) {
    if (text.isEmpty() || text.contains(".") || text.contains(":")) {
      return false;
    }
    var period = id.indexOf('.');
    var model = id.substring(period + 1);
    return id.substring(0, Math.max(0, period)).equals(text)
        || (model.startsWith(text)
            && (model.length() == text.length()
                || !Character.isLetter(model.charAt(text.length()))));
  }
}
