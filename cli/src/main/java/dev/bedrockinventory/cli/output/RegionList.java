package dev.bedrockinventory.cli.output;

import java.util.List;
import java.util.Optional;

/**
 * The regions that are swept in an account.
 *
 * @param regions the regions, in order
 * @param origin where they are from
 * @param problem why the account's own list could not be read; present if the origin is {@link
 *     Origin#SDK}
 */
public record RegionList(List<String> regions, Origin origin, Optional<String> problem) {
  /** Copies the regions. */
  public RegionList {
    regions = List.copyOf(regions);
  }

  /** The origin of a list of regions. */
  public enum Origin {
    /** The options, or the default region. */
    OPTION,
    /** The regions that the account lists as enabled. */
    ACCOUNT,
    /** The regions of Amazon Bedrock that this version knows. */
    SDK
  }
}
