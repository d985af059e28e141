package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.config.TableSource;
import dev.bedrockinventory.infra.construct.LogicalIds;
import dev.bedrockinventory.infra.construct.Permission;
import dev.bedrockinventory.infra.construct.ScannerAnswers;
import dev.bedrockinventory.ledger.TableLayout;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableAttributes;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.constructs.Construct;

/** The DynamoDB table of the ledger; it is retained if the stack is deleted. */
final class LedgerTable extends Construct {
  private final ITable table;

  LedgerTable(Construct scope, TableSource source, DataKey key) {
    super(scope, "Ledger");
    table =
        switch (source) {
          case TableSource.Created() -> create(key);
          case TableSource.Existing existing -> adopt(existing);
        };
  }

  private Table create(DataKey key) {
    var builder =
        Table.Builder.create(this, "Table")
            .partitionKey(string(TableLayout.PARTITION_KEY))
            .sortKey(string(TableLayout.SORT_KEY))
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
            .stream(StreamViewType.NEW_AND_OLD_IMAGES)
            .timeToLiveAttribute(TableLayout.EXPIRES_AT)
            .deletionProtection(true)
            .removalPolicy(RemovalPolicy.RETAIN);
    var created =
        key.key()
            .map(own -> builder.encryption(TableEncryption.CUSTOMER_MANAGED).encryptionKey(own))
            .orElseGet(() -> builder.encryption(TableEncryption.AWS_MANAGED))
            .build();
    created.addGlobalSecondaryIndex(
        GlobalSecondaryIndexProps.builder()
            .indexName(TableLayout.CHANGES)
            .partitionKey(string(TableLayout.CHANGE_DAY))
            .sortKey(string(TableLayout.CHANGE_KEY))
            .projectionType(ProjectionType.INCLUDE)
            .nonKeyAttributes(TableLayout.CHANGES_ATTRIBUTES)
            .build());
    LogicalIds.freeze(created, "LedgerTable");
    if (key.key().isEmpty()) {
      ScannerAnswers.withoutOwnKey(
          created, "CKV_AWS_119", "The key of DynamoDB that AWS manages encrypts the table");
    }
    return created;
  }

  /** The stack does not contain the table, so that it neither changes nor deletes it. */
  private ITable adopt(TableSource.Existing existing) {
    return Table.fromTableAttributes(
        this,
        "Table",
        TableAttributes.builder()
            .tableArn(existing.tableArn())
            .tableStreamArn(existing.streamArn())
            .globalIndexes(List.of(TableLayout.CHANGES))
            .build());
  }

  ITable table() {
    return table;
  }

  /** The ARN of the table's stream. */
  String streamArn() {
    return Optional.ofNullable(table.getTableStreamArn()).orElseThrow();
  }

  /**
   * The permission to record changes. IAM has no action for a transaction, only for its operations.
   */
  Permission recordPermission() {
    return Permission.exact(
        "WriteLedger",
        List.of(
            "dynamodb:BatchGetItem",
            "dynamodb:DeleteItem",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem"),
        table.getTableArn());
  }

  private static Attribute string(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
