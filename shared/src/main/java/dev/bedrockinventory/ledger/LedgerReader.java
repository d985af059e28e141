package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The ledger's queries for the commands and for verification. Streams read page by page while they
 * are consumed, and each may be consumed once. Reads of the table are strongly consistent; those of
 * the index of all changes cannot be. Every method, and every stream, may throw {@link
 * dev.bedrockinventory.sweep.LedgerUnavailableException}. Thread-safe; its streams are not.
 */
public final class LedgerReader {
  private static final Codec<ScopeEntry> SCOPES = new ScopeItem();
  private static final Codec<Revision> REVISIONS = new RevisionItem();
  private static final Codec<ChangeEntry> CHANGES = new RevisionItem.ChangeItem();
  private static final Codec<ChangeKey> CHANGE_KEYS = new RevisionItem.ChangeKeyItem();
  private static final Codec<Evidence> EVIDENCE = new EvidenceItem();
  private static final Codec<Evidence> ATTEMPTS = new ItemCodecs.AttemptItem();
  private static final Codec<RefusalCount> REFUSALS = new RefusalCountItem();
  private static final Codec<Evidence> COPIES = new ItemCodecs.CopyItem();
  private static final Codec<PendingJob> JOBS = new ItemCodecs.PendingJobItem();
  private static final Codec<Route> ROUTES = new ItemCodecs.RouteItem();
  private static final Codec<AccountList> ACCOUNT_LISTS = new ItemCodecs.AccountListItem();
  private static final Codec<UnmodeledMemberEntry> UNMODELED_MEMBERS =
      new ItemCodecs.UnmodeledMemberItem();

  private final ItemStore store;
  private final Optional<List<StoredItem<ScopeEntry>>> knownScopes;

  /** Creates a reader of this store. */
  public LedgerReader(ItemStore store) {
    this(store, Optional.empty());
  }

  private LedgerReader(ItemStore store, Optional<List<StoredItem<ScopeEntry>>> knownScopes) {
    this.store = store;
    this.knownScopes = knownScopes;
  }

  /** A reader of the same store that has read all scopes, and reads them no more: for one page. */
  public LedgerReader withScopes() {
    return new LedgerReader(store, Optional.of(scopes().toList()));
  }

  /** The version of the ledger's format, if the table states one. */
  public Optional<StoredItem<Integer>> format() {
    return store.find(ItemKey.format()).map(new LedgerFormat.FormatItem()::read);
  }

  /** All the scopes that were ever planned or swept, in the order of their keys. */
  public Stream<StoredItem<ScopeEntry>> scopes() {
    return knownScopes
        .map(List::stream)
        .orElseGet(() -> read(SCOPES, Query.partition(ItemKey.SCOPES)));
  }

  /** The item of a scope, if there is one. */
  public Optional<StoredItem<ScopeEntry>> findScope(Scope scope) {
    return store.find(ItemKey.scope(scope)).map(SCOPES::read);
  }

  /**
   * The same scopes by their keys alone, so that a damaged scope item hides no resources. An item
   * whose key is not that of a scope is left out.
   */
  public Stream<Scope> knownScopes() {
    return scopes().flatMap(item -> item.key().findScope().stream());
  }

  /**
   * The days of the changes of all admitted scopes, absent if there are no changes: one Query, and
   * two for each scope whose item is damaged: the days are then those of its heads and tombstones.
   */
  public Optional<ChangeDays> changeDays(Predicate<Scope> admits) {
    return scopes().flatMap(item -> changeDays(item, admits)).reduce(ChangeDays::and);
  }

  private Stream<ChangeDays> changeDays(StoredItem<ScopeEntry> item, Predicate<Scope> admits) {
    var scope = item.key().findScope().filter(admits);
    return item.damage().isEmpty()
        ? scope.flatMap(known -> item.value().state().changeDays()).stream()
        : scope.stream().flatMap(this::lifetimes);
  }

  private Stream<ChangeDays> lifetimes(Scope scope) {
    return Stream.concat(
            heads(scope).flatMap(head -> head.readable().stream()),
            tombstones(scope).flatMap(gone -> gone.readable().stream()).map(Tombstone::last))
        .map(head -> ChangeDays.of(head.firstSeenAt()).and(ChangeDays.of(head.changedAt())));
  }

  /** The heads of a scope, in the order of the resources' ids. */
  public Stream<StoredItem<Head>> heads(Scope scope) {
    return read(new HeadItem(scope), Query.beginning(ItemKey.members(scope), ItemKey.HEAD_PREFIX));
  }

  /** The tombstones of a scope, in the order of the resources' ids. */
  public Stream<StoredItem<Tombstone>> tombstones(Scope scope) {
    return read(
        new ItemCodecs.TombstoneItem(scope),
        Query.beginning(ItemKey.members(scope), ItemKey.TOMBSTONE_PREFIX));
  }

  /** The resources of a scope that were ever recorded, in the order of their ids. */
  public Stream<StoredItem<Arn>> known(Scope scope) {
    return read(
        new ItemCodecs.KnownItem(scope),
        Query.beginning(ItemKey.members(scope), ItemKey.KNOWN_PREFIX));
  }

  /** The head of a resource, if it is live. */
  public Optional<StoredItem<Head>> findHead(Scope scope, Arn arn) {
    return store.find(ItemKey.head(scope, arn)).map(new HeadItem(scope)::read);
  }

  /** The tombstone of a resource, if it was deleted and has not returned. */
  public Optional<StoredItem<Tombstone>> findTombstone(Scope scope, Arn arn) {
    return store.find(ItemKey.tombstone(scope, arn)).map(new ItemCodecs.TombstoneItem(scope)::read);
  }

  /** The heads of these resources, in no order; those of deleted resources are left out. */
  public Stream<StoredItem<Head>> heads(Collection<Arn> arns) {
    return ofResources(arns, ItemKey::head, HeadItem::new);
  }

  /** The tombstones of these resources, in no order; live resources are left out. */
  public Stream<StoredItem<Tombstone>> tombstones(Collection<Arn> arns) {
    return ofResources(arns, ItemKey::tombstone, ItemCodecs.TombstoneItem::new);
  }

  private <T> Stream<StoredItem<T>> ofResources(
      Collection<Arn> arns,
      BiFunction<Scope, Arn, ItemKey> keyOf,
      Function<Scope, Codec<T>> codecOf) {
    var scopes = new HashMap<ItemKey, Scope>();
    arns.forEach(arn -> arn.scope().ifPresent(scope -> scopes.put(keyOf.apply(scope, arn), scope)));
    return store.find(scopes.keySet()).stream()
        .map(item -> {
          var scope = Objects.requireNonNull(scopes.get(new ItemReader(item).key()));
          return codecOf.apply(scope).read(item);
        });
  }

  /** The mark that a resource was ever recorded, if there is one. */
  public Optional<StoredItem<Arn>> findKnown(Scope scope, Arn arn) {
    return findKnown(scope, arn.id());
  }

  /** The mark of the resource with this id. */
  public Optional<StoredItem<Arn>> findKnown(Scope scope, String id) {
    return store.find(ItemKey.known(scope, id)).map(new ItemCodecs.KnownItem(scope)::read);
  }

  /** All the revisions of a resource, oldest first. */
  public Stream<StoredItem<Revision>> revisions(Arn arn) {
    return read(REVISIONS, Query.revisions(arn));
  }

  /** The revisions of a resource from one number to another, both included, oldest first. */
  public Stream<StoredItem<Revision>> revisions(Arn arn, long first, long last) {
    return read(
        REVISIONS,
        Query.between(ItemKey.history(arn), ItemKey.revision(first), ItemKey.revision(last)));
  }

  /** The revisions with these keys, in no order; those that do not exist are left out. */
  public Stream<StoredItem<Revision>> revisions(Collection<ItemKey> keys) {
    return store.find(keys).stream().map(REVISIONS::read);
  }

  /** The last revision of a resource, if it has any. */
  public Optional<StoredItem<Revision>> findLastRevision(Arn arn) {
    return read(REVISIONS, Query.revisions(arn).last()).findFirst();
  }

  /** The last revision of a resource that was observed at this instant or before, if any was. */
  public Optional<StoredItem<Revision>> findLastRevision(Arn arn, Instant until) {
    return read(REVISIONS, Query.revisions(arn).lastUntil(until)).findFirst();
  }

  /** All evidence of a resource, including failed attempts, oldest first. */
  public Stream<StoredItem<Evidence>> evidence(Arn arn) {
    return read(EVIDENCE, Query.evidence(arn));
  }

  /**
   * The evidence of a resource from one second to another, both included, oldest first.
   *
   * @param first the first second, without a fraction
   * @param last the last second, without a fraction
   */
  public Stream<StoredItem<Evidence>> evidence(Arn arn, Instant first, Instant last) {
    return read(EVIDENCE, Query.evidence(arn, first, last));
  }

  /** All evidence of a resource, newest first, in small pages: for callers that stop early. */
  public Stream<StoredItem<Evidence>> newestEvidence(Arn arn) {
    return read(EVIDENCE, Query.newestEvidence(arn));
  }

  /** The pending jobs, in the order of their ARNs. */
  public Stream<StoredItem<PendingJob>> pendingJobs() {
    return read(JOBS, Query.partition(ItemKey.JOBS));
  }

  /** The changes of all resources on one day in UTC, without BASELINE, oldest first. */
  public Stream<StoredItem<ChangeEntry>> changes(LocalDate day) {
    return read(CHANGES, Query.changes(day));
  }

  /** The same by their keys alone, whose damage is not reported. */
  public Stream<ChangeKey> changeKeys(LocalDate day) {
    return store.query(Query.changeKeys(day)).map(CHANGE_KEYS::value);
  }

  /** The changes of all resources from one instant to another, by their keys, oldest first. */
  public Stream<StoredItem<ChangeKey>> changeKeys(Instant since, Instant until) {
    return LocalDate.ofInstant(since, ZoneOffset.UTC)
        .datesUntil(LocalDate.ofInstant(until, ZoneOffset.UTC).plusDays(1))
        .flatMap(day -> read(CHANGE_KEYS, Query.changeKeys(day, since)));
  }

  /** The changes of these keys, in no order; those whose revision was removed are left out. */
  public Stream<StoredItem<ChangeEntry>> changes(Collection<ChangeKey> keys) {
    var items =
        store.find(
            keys.stream().map(key -> ItemKey.revision(key.arn(), key.number())).toList(),
            TableLayout.CHANGES_PROJECTION);
    return items.stream().map(CHANGES::read);
  }

  /** The refused calls about all resources since an instant, oldest first; at most 90 days. */
  public Stream<StoredItem<Evidence>> attempts(Instant since) {
    return read(
        ATTEMPTS, Query.between(ItemKey.ATTEMPTS, Instants.text(since), ItemKey.AFTER_TIMES));
  }

  /** The counts of refused calls since the day of an instant, oldest first; at most 90 days. */
  public Stream<StoredItem<RefusalCount>> refusalCounts(Instant since) {
    var day = Instants.text(since).replaceFirst("T.*", "");
    return read(REFUSALS, Query.between(ItemKey.REFUSALS, day, ItemKey.AFTER_TIMES));
  }

  /** The recorded creations of the copies of a resource, also of deleted ones, newest first. */
  public Stream<StoredItem<Evidence>> copies(Arn source) {
    return read(
        COPIES, Query.beginning(ItemKey.COPIES, ItemKey.copiesOf(source.text())).newestFirst());
  }

  /** The recorded creations of the copies of all resources, by source in no particular order. */
  public Stream<StoredItem<Evidence>> copies() {
    return read(COPIES, Query.partition(ItemKey.COPIES));
  }

  /** The profiles that reach a model, in the order of their ARNs. */
  public Stream<StoredItem<Route>> routes(String modelId) {
    return read(ROUTES, Query.partition(ItemKey.routes(modelId)));
  }

  /** The route from a profile to a model, if there is one. */
  public Optional<StoredItem<Route>> findRoute(String modelId, Arn profile) {
    return store.find(ItemKey.route(modelId, profile)).map(ROUTES::read);
  }

  /** All unmodeled members that were ever observed, in the order of operations and paths. */
  public Stream<StoredItem<UnmodeledMemberEntry>> unmodeledMembers() {
    return read(UNMODELED_MEMBERS, Query.partition(ItemKey.UNMODELED_MEMBERS));
  }

  /** The lists of the organization's accounts, in the order of their units. */
  public Stream<StoredItem<AccountList>> accountLists() {
    return read(ACCOUNT_LISTS, Query.partition(ItemKey.ACCOUNT_LISTS));
  }

  /** The stored sweep reports of a scope, oldest first. */
  public Stream<StoredItem<ReportEntry>> reports(Scope scope) {
    return read(new ReportItem(scope), Query.partition(ItemKey.reports(scope)));
  }

  /** The capacity consumed since construction. */
  public Consumed consumed() {
    return store.consumed();
  }

  private <T> Stream<StoredItem<T>> read(Codec<T> codec, Query query) {
    return store.query(query).map(codec::read);
  }
}
