package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.model.UnmodeledMember;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The codecs of the small items. */
final class ItemCodecs {
  private ItemCodecs() {}

  /**
   * The tombstone item of a deleted resource.
   *
   * @param scope the scope that the resource belonged to
   */
  record TombstoneItem(Scope scope) implements Codec<Tombstone> {
    @Override
    public Map<String, AttributeValue> encode(Tombstone tombstone) {
      return HeadItem.write(ItemKey.tombstone(scope, tombstone.last().arn()), tombstone.last())
          .instant(TableLayout.DELETED_AT, tombstone.deletedAt())
          .withChecksum();
    }

    @Override
    public Tombstone decode(Map<String, AttributeValue> item) {
      var reader = new ItemReader(item);
      return new Tombstone(HeadItem.read(reader), reader.instant(TableLayout.DELETED_AT));
    }
  }

  /**
   * Marks a resource as recorded. It is written once, with the first revision, so that verification
   * finds a head or a history that was removed.
   */
  record KnownItem(Scope scope) implements Codec<Arn> {
    @Override
    public Map<String, AttributeValue> encode(Arn arn) {
      return new ItemWriter(ItemKey.known(scope, arn)).text(TableLayout.ARN, arn.text()).build();
    }

    @Override
    public Arn decode(Map<String, AttributeValue> item) {
      var reader = new ItemReader(item);
      return reader.value(TableLayout.ARN, reader.text(TableLayout.ARN), Arn::new);
    }
  }

  /**
   * The item of a route: the regions as a sorted list; a global destination is the empty string.
   */
  static final class RouteItem implements Codec<Route> {
    @Override
    public Map<String, AttributeValue> encode(Route route) {
      var regions = route.regions().stream().map(AttributeValue::fromS).toList();
      return new ItemWriter(ItemKey.route(route.modelId(), route.profile()))
          .attribute(TableLayout.REGIONS, AttributeValue.fromL(regions))
          .build();
    }

    @Override
    public Route decode(Map<String, AttributeValue> item) {
      var reader = new ItemReader(item);
      return new Route(
          reader.key().pk().substring(ItemKey.routes("").length()),
          reader.value(TableLayout.SORT_KEY, reader.key().sk(), Arn::new),
          new TreeSet<>(reader.texts(TableLayout.REGIONS)));
    }
  }

  /**
   * The evidence of a refused call once more, among those of all resources: a dashboard finds the
   * last ones without a Query for each resource. DynamoDB removes it after {@link #RETENTION}; the
   * evidence of the resource stays.
   */
  static final class AttemptItem implements Codec<Evidence> {
    static final Duration RETENTION = Duration.ofDays(90);

    @Override
    public Map<String, AttributeValue> encode(Evidence evidence) {
      return EvidenceItem.write(ItemKey.attempt(evidence), evidence)
          .number(TableLayout.EXPIRES_AT, evidence.at().plus(RETENTION).getEpochSecond())
          .withChecksum();
    }

    @Override
    public Evidence decode(Map<String, AttributeValue> item) {
      return EvidenceItem.read(new ItemReader(item));
    }
  }

  /**
   * The evidence of the creation of a copy once more, among those of all sources: a dashboard finds
   * the copies of a resource without a Query for each resource.
   */
  static final class CopyItem implements Codec<Evidence> {
    @Override
    public Map<String, AttributeValue> encode(Evidence creation) {
      var source = creation.copiedFrom().orElse("");
      return EvidenceItem.write(ItemKey.copy(source, creation), creation).withChecksum();
    }

    @Override
    public Evidence decode(Map<String, AttributeValue> item) {
      return EvidenceItem.read(new ItemReader(item));
    }
  }

  /** The item of a pending job: the evidence of its creation, and its next poll. */
  static final class PendingJobItem implements Codec<PendingJob> {
    private static final String NEXT_POLL_AT = "nextPollAt";
    private static final String POLLS = "polls";
    private static final String UNTIL = "until";

    @Override
    public Map<String, AttributeValue> encode(PendingJob job) {
      return EvidenceItem.write(ItemKey.pendingJob(job.job()), job.created())
          .number(POLLS, job.polls())
          .instant(NEXT_POLL_AT, job.nextPollAt())
          .instant(UNTIL, job.until())
          .withChecksum();
    }

    @Override
    public PendingJob decode(Map<String, AttributeValue> item) {
      var reader = new ItemReader(item);
      return new PendingJob(
          EvidenceItem.read(reader),
          reader.smallNumber(POLLS),
          reader.instant(NEXT_POLL_AT),
          reader.instant(UNTIL));
    }
  }

  /** The item of a list of accounts; an organizational unit may have none. */
  static final class AccountListItem implements Codec<AccountList> {
    private static final String ACCOUNTS = "accounts";
    private static final String LISTED_AT = "listedAt";
    private static final String SEPARATOR = ",";

    @Override
    public Map<String, AttributeValue> encode(AccountList list) {
      return new ItemWriter(ItemKey.accountList(list.unit()))
          .text(ACCOUNTS, String.join(SEPARATOR, list.accounts()))
          .instant(LISTED_AT, list.listedAt())
          .withChecksum();
    }

    @Override
    public AccountList decode(Map<String, AttributeValue> item) {
      var reader = new ItemReader(item);
      var accounts = new TreeSet<>(List.of(reader.text(ACCOUNTS).split(SEPARATOR, -1)));
      accounts.remove("");
      return new AccountList(reader.key().sk(), accounts, reader.instant(LISTED_AT));
    }
  }

  /** The item of an unmodeled member. */
  static final class UnmodeledMemberItem implements Codec<UnmodeledMemberEntry> {
    private static final String OPERATION = "operation";
    private static final String PATH = "path";
    private static final String TYPE = "type";
    private static final String EXAMPLE = "example";

    @Override
    public Map<String, AttributeValue> encode(UnmodeledMemberEntry entry) {
      var member = entry.member();
      return new ItemWriter(ItemKey.unmodeledMember(member))
          .text(OPERATION, member.operation())
          .text(PATH, member.path())
          .text(TYPE, member.type())
          .text(EXAMPLE, member.example())
          .instant(TableLayout.FIRST_SEEN_AT, entry.firstSeenAt())
          .withChecksum();
    }

    @Override
    public UnmodeledMemberEntry decode(Map<String, AttributeValue> item) {
      var reader = new ItemReader(item);
      return new UnmodeledMemberEntry(
          new UnmodeledMember(
              reader.text(OPERATION), reader.text(PATH), reader.text(TYPE), reader.text(EXAMPLE)),
          reader.instant(TableLayout.FIRST_SEEN_AT));
    }
  }
}
