package dev.bedrockinventory.ledger.dynamodb;

import dev.bedrockinventory.ledger.ItemWrite;
import dev.bedrockinventory.ledger.Update;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Translates writes into the actions of a transaction, and such an action into a single request.
 */
final class WriteRequests {
  private WriteRequests() {}

  static TransactWriteItemsRequest transaction(List<ItemWrite> writes, String token, String table) {
    return TransactWriteItemsRequest.builder()
        .transactItems(writes.stream().map(write -> action(write, table)).toList())
        .clientRequestToken(token)
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
  }

  static TransactWriteItem action(ItemWrite write, String table) {
    var expressions = new Expressions();
    var condition = expressions.condition(write.conditions()).orElse(null);
    var action = TransactWriteItem.builder();
    switch (write) {
      case ItemWrite.PutItem(var item, var _) ->
          action.put(put ->
              put.tableName(table)
                  .item(item)
                  .conditionExpression(condition)
                  .expressionAttributeNames(expressions.names())
                  .expressionAttributeValues(expressions.values()));
      case ItemWrite.DeleteItem(var key, var _) ->
          action.delete(delete ->
              delete
                  .tableName(table)
                  .key(key.attributes())
                  .conditionExpression(condition)
                  .expressionAttributeNames(expressions.names())
                  .expressionAttributeValues(expressions.values()));
      case Update update -> {
        var expression = expressions.update(update);
        action.update(change ->
            change
                .tableName(table)
                .key(update.key().attributes())
                .updateExpression(expression)
                .conditionExpression(condition)
                .expressionAttributeNames(expressions.names())
                .expressionAttributeValues(expressions.values()));
      }
    }
    return action.build();
  }

  static PutItemRequest single(Put put) {
    return PutItemRequest.builder()
        .tableName(put.tableName())
        .item(put.item())
        .conditionExpression(put.conditionExpression())
        .expressionAttributeNames(put.expressionAttributeNames())
        .expressionAttributeValues(put.expressionAttributeValues())
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
  }

  static DeleteItemRequest single(Delete delete) {
    return DeleteItemRequest.builder()
        .tableName(delete.tableName())
        .key(delete.key())
        .conditionExpression(delete.conditionExpression())
        .expressionAttributeNames(delete.expressionAttributeNames())
        .expressionAttributeValues(delete.expressionAttributeValues())
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
  }

  static UpdateItemRequest single(software.amazon.awssdk.services.dynamodb.model.Update update) {
    return UpdateItemRequest.builder()
        .tableName(update.tableName())
        .key(update.key())
        .updateExpression(update.updateExpression())
        .conditionExpression(update.conditionExpression())
        .expressionAttributeNames(update.expressionAttributeNames())
        .expressionAttributeValues(update.expressionAttributeValues())
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
  }
}
