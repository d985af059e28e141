package dev.bedrockinventory.feed;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.Excerpt;
import dev.bedrockinventory.query.FieldSentence;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A revision as one line for people, such as an e-mail: {@code Application inference profile
 * checkout-chat (account 111122223333, us-east-2) was updated: tag team: search → ads. Observed
 * 2026-11-05 11:00:00 UTC.} It is made of the revision alone and has a bounded length.
 */
final class ChangeSummary {
  private static final int MAX_FIELDS = 5;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private ChangeSummary() {}

  static String of(Revision revision) {
    var resource =
        revision
            .arn()
            .scope()
            .map(scope -> resource(scope, revision))
            .orElseGet(() -> Excerpt.of(revision.arn().text()));
    var line =
        "%s %s%s. Observed %s."
            .formatted(
                resource, verb(revision), fields(revision), TIME.format(revision.observedAt()));
    return SPACE.matcher(line).replaceAll(" ");
  }

  private static String resource(Scope scope, Revision revision) {
    var kind = scope.kind().label().replace('-', ' ');
    return "%s %s (account %s, %s)"
        .formatted(
            Character.toUpperCase(kind.charAt(0)) + kind.substring(1),
            Excerpt.of(revision.document().name(scope.kind()).orElse(revision.arn().id())),
            scope.account(),
            scope.region());
  }

  /** A system-defined profile may have existed before it was listed for the first time. */
  private static String verb(Revision revision) {
    return switch (revision.change()) {
      case BASELINE -> "was found by the first complete listing";
      case CREATED ->
          revision.number() > 1
              ? "exists again"
              : isSystemDefined(revision) ? "was listed for the first time" : "was created";
      case UPDATED -> "was updated";
      case DELETED -> "was deleted";
    };
  }

  private static boolean isSystemDefined(Revision revision) {
    return revision
        .arn()
        .scope()
        .filter(scope -> scope.kind() == Kind.SYSTEM_INFERENCE_PROFILE)
        .isPresent();
  }

  private static String fields(Revision revision) {
    var fields = revision.fields();
    var first =
        fields.stream()
            .limit(MAX_FIELDS)
            .map(FieldSentence::of)
            .map(field -> Excerpt.of(field.toString()));
    var more = Stream.of("and %d more".formatted(fields.size() - MAX_FIELDS));
    var all = fields.size() > MAX_FIELDS ? Stream.concat(first, more) : first;
    return fields.isEmpty() ? "" : all.collect(Collectors.joining("; ", ": ", ""));
  }
}
