package dev.bedrockinventory.query;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where requests of a profile may go. A profile stays in its geography if every destination is in
 * the geography of its own region, and in that of its id's prefix if the prefix has a known one.
 */
public final class Geography {
  /** The region of a global destination. */
  public static final String ANY = "";

  private static final Pattern DIRECTION = Pattern.compile("-[a-z]+-[0-9]+$");

  private static final String GLOBAL = "global";

  /** The regions of each prefix, as system profiles listed them on 2026-08-21. */
  private static final Map<String, Pattern> PREFIXES =
      Map.of(
          "us", Pattern.compile("(us|ca)-[a-z]+-[0-9]+"),
          "us-gov", Pattern.compile("us-gov-.*"),
          "eu", Pattern.compile("eu-.*|il-central-1"),
          "apac", Pattern.compile("ap-.*"),
          "jp", Pattern.compile("ap-northeast-[13]"),
          "au", Pattern.compile("ap-southeast-[246]"),
          "in", Pattern.compile("ap-south-[12]"),
          "ca", Pattern.compile("ca-.*"));

  /** The geographies without a prefix of their own; their regions begin with these names. */
  private static final Set<String> UNPREFIXED = Set.of("af", "cn", "il", "me", "mx", "sa");

  private Geography() {}

  /** The names that {@link #isLeft(Scope, Document, String)} accepts, in order. */
  public static SortedSet<String> names() {
    var names = new TreeSet<>(UNPREFIXED);
    names.addAll(PREFIXES.keySet());
    return names;
  }

  /** Whether ids of system profiles begin with this text, before the first period. */
  static boolean isProfileId(String id) {
    var prefix = prefix(id);
    return prefix.equals(GLOBAL) || PREFIXES.containsKey(prefix);
  }

  /**
   * Whether a profile is in a geography, by its region, and may route a request out of it. A global
   * destination is outside of each.
   *
   * @param geography one of {@link #names()}
   */
  static boolean isLeft(Scope scope, Document document, String geography) {
    return scope.kind().isProfile()
        && isWithin(scope.region(), geography)
        && destinations(document).stream().anyMatch(region -> !isWithin(region, geography));
  }

  private static boolean isWithin(String region, String geography) {
    return UNPREFIXED.contains(geography) ? of(region).equals(geography) : isIn(region, geography);
  }

  /** The destination regions of a profile; a global destination is {@link #ANY}. */
  static Set<String> destinations(Document profile) {
    var regions = new TreeSet<String>();
    for (var model : profile.tree().path("models")) {
      Arn.find(model.path("modelArn").asText()).ifPresent(arn -> regions.add(arn.region()));
    }
    return regions;
  }

  /** Whether a profile is one of those that AWS defines to have no geography. */
  public static boolean isGlobal(Resource resource) {
    return resource.scope().kind().isSystemDefined()
        && prefix(resource.head().arn().id()).equals(GLOBAL);
  }

  /** Whether a profile may route a request out of its geography. */
  public static boolean isLeft(Resource resource) {
    return resource.scope().kind() != Kind.IMPORTED_MODEL
        && destinations(resource.head().document()).stream()
            .anyMatch(region -> isOutside(region, resource));
  }

  /** Whether a destination is outside of a profile's geography. */
  public static boolean isOutside(String destination, Resource profile) {
    return !of(destination).equals(of(profile.scope().region()))
        || (profile.scope().kind().isSystemDefined()
            && !isIn(destination, prefix(profile.head().arn().id())));
  }

  /**
   * The name of a region without its direction and number: {@code us-gov} for {@code
   * us-gov-east-1}; a global destination has none.
   */
  public static String of(String region) {
    return DIRECTION.matcher(region).replaceFirst("");
  }

  /** A prefix without known regions admits all of them. */
  private static boolean isIn(String region, String prefix) {
    var regions = PREFIXES.get(prefix);
    return regions == null || regions.matcher(region).matches();
  }

  private static String prefix(String id) {
    return id.substring(0, Math.max(0, id.indexOf('.')));
  }
}
