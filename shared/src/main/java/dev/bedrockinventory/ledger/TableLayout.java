package dev.bedrockinventory.ledger;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** The single definition of the ledger's table: one table, one index. */
public final class TableLayout {
  /** The partition key, a string. */
  public static final String PARTITION_KEY = "pk";

  /** The sort key, a string. */
  public static final String SORT_KEY = "sk";

  /** The index of all changes but BASELINE; only revisions have its keys. */
  public static final String CHANGES = "changes";

  /** The index's partition key, a day in UTC: {@code yyyy-mm-dd}. */
  public static final String CHANGE_DAY = "changeDay";

  /** The index's sort key: {@code <instant>#<arn>#<revision, ten digits>}. */
  public static final String CHANGE_KEY = "changeKey";

  /** When DynamoDB may delete an item, in epoch seconds; only sweep reports have it. */
  public static final String EXPIRES_AT = "expiresAt";

  /** The prefix of the sort keys of revisions. */
  public static final String REVISION_PREFIX = "REVISION#";

  /** The projected attributes of the index: all of a revision but its document. */
  public static final List<String> CHANGES_ATTRIBUTES =
      List.of(
          AttributeNames.CHANGE,
          AttributeNames.OBSERVED_AT,
          AttributeNames.FIELDS,
          AttributeNames.PROOFS,
          AttributeNames.CONTENT_HASH,
          AttributeNames.PREVIOUS_HASH,
          AttributeNames.CHAIN_HASH);

  private TableLayout() {}

  /** The table with this name: on demand, with a stream of new and old images. */
  public static CreateTableRequest definition(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            string(PARTITION_KEY), string(SORT_KEY), string(CHANGE_DAY), string(CHANGE_KEY))
        .keySchema(key(PARTITION_KEY, KeyType.HASH), key(SORT_KEY, KeyType.RANGE))
        .globalSecondaryIndexes(changes())
        .streamSpecification(
            StreamSpecification.builder()
                .streamEnabled(true)
                .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)
                .build())
        .build();
  }

  private static GlobalSecondaryIndex changes() {
    return GlobalSecondaryIndex.builder()
        .indexName(CHANGES)
        .keySchema(key(CHANGE_DAY, KeyType.HASH), key(CHANGE_KEY, KeyType.RANGE))
        .projection(
            Projection.builder()
                .projectionType(ProjectionType.INCLUDE)
                .nonKeyAttributes(CHANGES_ATTRIBUTES)
                .build())
        .build();
  }

  private static AttributeDefinition string(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
