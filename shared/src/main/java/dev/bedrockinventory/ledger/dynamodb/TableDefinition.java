package dev.bedrockinventory.ledger.dynamodb;

import dev.bedrockinventory.ledger.TableLayout;
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

/** The definition of the ledger's table. */
public final class TableDefinition {
  private TableDefinition() {}

  /** The table with this name: on demand, with a stream of new and old images. */
  public static CreateTableRequest of(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            string(TableLayout.PARTITION_KEY),
            string(TableLayout.SORT_KEY),
            string(TableLayout.CHANGE_DAY),
            string(TableLayout.CHANGE_KEY))
        .keySchema(
            key(TableLayout.PARTITION_KEY, KeyType.HASH), key(TableLayout.SORT_KEY, KeyType.RANGE))
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
        .indexName(TableLayout.CHANGES)
        .keySchema(
            key(TableLayout.CHANGE_DAY, KeyType.HASH), key(TableLayout.CHANGE_KEY, KeyType.RANGE))
        .projection(
            Projection.builder()
                .projectionType(ProjectionType.INCLUDE)
                .nonKeyAttributes(TableLayout.CHANGES_ATTRIBUTES)
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
