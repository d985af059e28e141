package dev.bedrockinventory.verify;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The results of verification so far, of one scope or of the ledger. */
final class VerificationState {
  /** The number of missing revisions of one gap that are listed individually. */
  private static final int MAX_LISTED = 20;

  private static final Duration MOST_AHEAD = Duration.ofDays(1);

  private final Instant now;
  private final Set<Finding> findings = new LinkedHashSet<>();
  private final Set<String> notCovered = new LinkedHashSet<>();
  private final Set<Arn> resources = new TreeSet<>();
  private final Map<String, SortedMap<Arn, Route>> routes = new HashMap<>();
  private final Set<String> models = new TreeSet<>();
  private Optional<ChangeDays> changeDays = Optional.empty();
  private Optional<Instant> earliest = Optional.empty();
  private long revisions;

  /** Creates the state of a verification that begins now. */
  VerificationState(Instant now) {
    this.now = now;
  }

  /** An empty state of the same verification. */
  VerificationState another() {
    return new VerificationState(now);
  }

  /** Adds a finding if the instant is later than now plus a day, more than clocks may differ. */
  void notInFuture(ItemKey item, String attribute, Instant instant) {
    if (instant.isAfter(now.plus(MOST_AHEAD))) {
      found(item, "its %s %s is in the future".formatted(attribute, Instants.text(instant)));
    }
  }

  void found(ItemKey item, String problem) {
    findings.add(new Finding(item, problem));
  }

  void found(StoredItem<?> stored) {
    stored.damage().ifPresent(damage -> found(stored.key(), damage));
  }

  /** Revisions from the first number to the last, both included, are missing. */
  void missing(Arn arn, long first, long last) {
    for (var number = first; number <= Math.min(last, first + MAX_LISTED - 1); number++) {
      found(ItemKey.revision(arn, number), "is missing");
    }
    if (last - first >= MAX_LISTED) {
      found(
          ItemKey.revision(arn, last), "is missing, as are all from revision %d".formatted(first));
    }
  }

  void notCovered(String what) {
    notCovered.add(what);
  }

  /** Adds the routes of a head. */
  void head(Head head) {
    Route.of(head.arn(), head.document()).forEach(this::route);
  }

  private void route(Route route) {
    routes.computeIfAbsent(route.modelId(), unknown -> new TreeMap<>()).put(route.profile(), route);
  }

  void revision() {
    revisions++;
  }

  /** Marks the resource as verified. */
  void resource(Arn arn) {
    resources.add(arn);
  }

  /** Adds the models that a document routes to: they may have routes of its profile. */
  void models(Arn arn, Document document) {
    Route.of(arn, document).forEach(route -> models.add(route.modelId()));
  }

  /** Adds the day of a revision that is a change. */
  void change(Revision revision) {
    if (revision.change() != ChangeKind.BASELINE) {
      changes(ChangeDays.of(revision.observedAt()));
    }
  }

  private void changes(ChangeDays days) {
    changeDays = Optional.of(changeDays.map(days::and).orElse(days));
  }

  /** The days of the changes of the chains that were read. */
  Optional<ChangeDays> changeDays() {
    return changeDays;
  }

  void instant(Instant instant) {
    if (earliest.filter(known -> !known.isAfter(instant)).isEmpty()) {
      earliest = Optional.of(instant);
    }
  }

  /** Adds the results of another check. */
  void add(VerificationState other) {
    findings.addAll(other.findings);
    notCovered.addAll(other.notCovered);
    resources.addAll(other.resources);
    other.routes.values().forEach(toModel -> toModel.values().forEach(this::route));
    models.addAll(other.models);
    other.earliest.ifPresent(this::instant);
    other.changeDays.ifPresent(this::changes);
    revisions += other.revisions;
  }

  /** Drops findings that concurrent writes may have caused. */
  void dropFindings() {
    findings.clear();
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  boolean hasFindings() {
    return !findings.isEmpty();
  }

  /** Whether the resource was verified. */
  boolean covers(Arn arn) {
    return resources.contains(arn);
  }

  /** The routes to a model that the heads have, by profile. */
  SortedMap<Arn, Route> routes(String modelId) {
    return new TreeMap<>(routes.getOrDefault(modelId, Collections.emptySortedMap()));
  }

  Collection<String> models() {
    return Set.copyOf(models);
  }

  Optional<Instant> earliest() {
    return earliest;
  }

  Verification result(int scopes) {
    return new Verification(
        scopes, resources.size(), revisions, List.copyOf(findings), List.copyOf(notCovered));
  }
}
