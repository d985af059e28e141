package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a dashboard may be asked for. Each value is validated; nothing else of an event is read. */
public enum ViewParameter {
  /** The view. */
  VIEW("view", "one of " + keys(), value -> View.find(value).isPresent()),
  /** Only this account. */
  ACCOUNT("account", "twelve digits", value -> value.matches("[0-9]{12}")),
  /** Only this region. */
  REGION(
      "region",
      "a region such as us-east-2",
      value -> value.matches("[a-z0-9-]{4,%d}".formatted(ViewParameter.MAX_REGION))),
  /** Only this kind. */
  KIND("kind", "a kind of resource", value -> Kind.find(value).isPresent()),
  /** Only this change kind. */
  CHANGE("change", "a kind of change", ViewParameter::isChange),
  /** Only changes by callers whose name or ARN contains this text. */
  PERSON("person", "at most 200 characters", value -> value.length() <= ViewParameter.MAX_TEXT),
  /** Only resources or changes with this tag key. */
  TAG("tag", "at most 128 characters", value -> value.length() <= ViewParameter.MAX_TAG_KEY),
  /**
   * {@code yes}: only resources with the tag key, or with any tag if no key is selected; {@code
   * no}: only those without it, among the resources that can have tags.
   */
  TAGGED("tagged", "'yes' or 'no'", value -> value.equals("yes") || value.equals("no")),
  /** Only what contains this text in any case. */
  TEXT("text", "at most 200 characters", value -> value.length() <= ViewParameter.MAX_TEXT),
  /** The resource of the resource view. */
  RESOURCE("resource", "an ARN", value -> Arn.find(value).isPresent()),
  /** The older of two revisions to compare. */
  LEFT("left", "a revision number", value -> value.matches("[1-9][0-9]{0,9}")),
  /** The newer of two revisions to compare. */
  RIGHT("right", "a revision number", value -> value.matches("[1-9][0-9]{0,9}")),
  /** What an inventory is grouped by. */
  GROUP("group", "'place' or 'kind'", value -> value.equals("place") || value.equals("kind")),
  /** Continues a list behind this position; signed by {@link CursorSigner}. */
  AFTER("after", "at most 4000 characters", value -> value.length() <= 4_000),
  /** Only this day in UTC. */
  DAY("day", "a day such as 2026-11-05", ViewParameter::isDay);

  /** The most characters of a searched text. */
  static final int MAX_TEXT = 200;

  /** The most characters of a tag key. */
  static final int MAX_TAG_KEY = 128;

  /** The most characters of a region. */
  static final int MAX_REGION = 30;

  private final String key;
  private final String form;

  @SuppressWarnings("ImmutableEnumChecker") // made without state, by the values above
  private final Predicate<String> isValid;

  ViewParameter(String key, String form, Predicate<String> isValid) {
    this.key = key;
    this.form = form;
    this.isValid = isValid;
  }

  /** The name in events and links. */
  public String key() {
    return key;
  }

  /** The most characters of a text field with a value. */
  int maxLength() {
    return switch (this) {
      case TAG -> MAX_TAG_KEY;
      case REGION -> MAX_REGION;
      default -> MAX_TEXT;
    };
  }

  /**
   * The value.
   *
   * @throws InvalidParameterException if it is not valid
   */
  String valid(String value) {
    if (!isValid.test(value)) {
      throw new InvalidParameterException("'%s' must be %s".formatted(key, form));
    }
    return value;
  }

  /** The parameter with this name. */
  static Optional<ViewParameter> find(String key) {
    return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
  }

  private static String keys() {
    return Stream.of(View.values()).map(View::key).collect(Collectors.joining(", "));
  }

  private static boolean isDay(String value) {
    try {
      return value.length() == 10 && LocalDate.parse(value).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isChange(String value) {
    return Stream.of(ChangeKind.values()).map(Enum::name).anyMatch(value::equals);
  }
}
