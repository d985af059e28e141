package dev.bedrockinventory.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.CanonicalJson;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The options of one account, or the defaults of all accounts.
 *
 * @param regions the regions to sweep, at least one
 * @param roleName the role to assume
 * @param events whether CloudTrail events should arrive
 */
record TargetOptions(
    Optional<SortedSet<String>> regions, Optional<String> roleName, Optional<Boolean> events) {
  static final TargetOptions NONE =
      new TargetOptions(Optional.empty(), Optional.empty(), Optional.empty());

  private static final String REGIONS = "regions";
  private static final String ROLE_NAME = "roleName";
  private static final String EVENTS = "events";
  private static final Set<String> NAMES = Set.of(REGIONS, ROLE_NAME, EVENTS);
  private static final int SHOWN = 40;

  /** The options where no parameter specifies any. */
  static TargetOptions standard(Hub hub) {
    return new TargetOptions(
        Optional.of(new TreeSet<>(Set.of(hub.region()))),
        Optional.of(Targets.ROLE_NAME),
        Optional.of(true));
  }

  /**
   * Reads the options of an object.
   *
   * @param others the members that the object may have besides
   * @throws BadEntryException if a member is malformed, or unknown and so probably a typing error
   */
  static TargetOptions read(JsonNode object, Set<String> others, Hub hub) {
    if (!object.isObject()) {
      throw new BadEntryException("is not a JSON object, but " + shown(object));
    }
    for (var member : object.properties()) {
      var name = member.getKey();
      if (!NAMES.contains(name) && !others.contains(name)) {
        throw new BadEntryException(
            "has a member '%s'; expected regions, roleName or events".formatted(name));
      }
    }
    return new TargetOptions(
        Optional.ofNullable(object.get(REGIONS)).map(regions -> regions(regions, hub)),
        Optional.ofNullable(object.get(ROLE_NAME)).map(TargetOptions::roleName),
        Optional.ofNullable(object.get(EVENTS)).map(TargetOptions::events));
  }

  /** These options, and the others where an option is absent. */
  TargetOptions or(TargetOptions others) {
    return new TargetOptions(
        regions.or(others::regions), roleName.or(others::roleName), events.or(others::events));
  }

  /** The regions, which the entry or the defaults must specify. */
  SortedSet<String> requiredRegions() {
    return regions.orElseThrow(() -> unspecified("regions"));
  }

  /** The name of the role, which the entry or the defaults must specify. */
  String requiredRoleName() {
    return roleName.orElseThrow(() -> unspecified("a role name"));
  }

  /** A value, shortened for a message. */
  static String shown(JsonNode value) {
    if (value.isMissingNode()) {
      return "nothing";
    }
    var text = CanonicalJson.write(value);
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private static SortedSet<String> regions(JsonNode value, Hub hub) {
    var regions = new TreeSet<String>();
    for (var region : value) {
      regions.add(region(region, hub));
    }
    if (!value.isArray() || regions.isEmpty()) {
      throw new BadEntryException(
          "has regions %s; expected an array such as [\"us-east-1\"]".formatted(shown(value)));
    }
    return regions;
  }

  private static boolean events(JsonNode value) {
    if (!value.isBoolean()) {
      throw new BadEntryException(
          "has events %s; expected true, or false if no events are sent from there"
              .formatted(shown(value)));
    }
    return value.asBoolean();
  }

  /** The account that a value names. */
  static String account(JsonNode value, Hub hub) {
    var text = value.asText();
    if (value.isTextual() && text.equals(Targets.HERE)) {
      return hub.account();
    }
    if (!value.isTextual() || !text.matches("[0-9]{12}")) {
      throw new BadEntryException(
          "has no account id; expected twelve digits in quotes, or \"here\", found "
              + shown(value));
    }
    return text;
  }

  /** The region that a value names. */
  static String region(JsonNode value, Hub hub) {
    var text = value.asText();
    if (value.isTextual() && text.equals(Targets.HERE)) {
      return hub.region();
    }
    if (!value.isTextual() || !text.matches(Variable.REGION_FORM)) {
      throw new BadEntryException(
          "has a region %s; expected a code such as \"us-east-2\", or \"here\""
              .formatted(shown(value)));
    }
    return text;
  }

  private static BadEntryException unspecified(String what) {
    return new BadEntryException(
        "does not specify %s, and %s cannot be read".formatted(what, Targets.DEFAULTS));
  }

  /** The functions may only assume roles with this prefix: see AssumeReaderRole in the template. */
  private static String roleName(JsonNode value) {
    if (!value.isTextual()
        || !value.asText().startsWith(Targets.ROLE_NAME)
        || !value.asText().matches("[\\w+=,.@-]{1,64}")) {
      throw new BadEntryException(
          "has a roleName %s; expected the name of an IAM role without its path, beginning with %s"
              .formatted(shown(value), Targets.ROLE_NAME));
    }
    return value.asText();
  }
}
