package dev.bedrockinventory.infra;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The IAM action of each operation, see the service authorization reference. */
final class Actions {
  private static final Map<String, String> OF =
      Map.ofEntries(
          Map.entry("Bedrock.GetImportedModel", "bedrock:GetImportedModel"),
          Map.entry("Bedrock.GetInferenceProfile", "bedrock:GetInferenceProfile"),
          Map.entry("Bedrock.GetModelImportJob", "bedrock:GetModelImportJob"),
          Map.entry("Bedrock.ListImportedModels", "bedrock:ListImportedModels"),
          Map.entry("Bedrock.ListInferenceProfiles", "bedrock:ListInferenceProfiles"),
          Map.entry("Bedrock.ListTagsForResource", "bedrock:ListTagsForResource"),
          Map.entry("DynamoDb.BatchGetItem", "dynamodb:BatchGetItem"),
          Map.entry("DynamoDb.DeleteItem", "dynamodb:DeleteItem"),
          Map.entry("DynamoDb.GetItem", "dynamodb:GetItem"),
          Map.entry("DynamoDb.PutItem", "dynamodb:PutItem"),
          Map.entry("DynamoDb.Query", "dynamodb:Query"),
          Map.entry("DynamoDb.UpdateItem", "dynamodb:UpdateItem"),
          // IAM has no action for a transaction, only for its operations.
          Map.entry("DynamoDb.TransactWriteItems.ConditionCheck", "dynamodb:ConditionCheckItem"),
          Map.entry("DynamoDb.TransactWriteItems.Delete", "dynamodb:DeleteItem"),
          Map.entry("DynamoDb.TransactWriteItems.Put", "dynamodb:PutItem"),
          Map.entry("DynamoDb.TransactWriteItems.Update", "dynamodb:UpdateItem"),
          Map.entry("EventBridge.PutEvents", "events:PutEvents"),
          Map.entry("Organizations.ListAccounts", "organizations:ListAccounts"),
          Map.entry("Organizations.ListAccountsForParent", "organizations:ListAccountsForParent"),
          Map.entry(
              "Organizations.ListOrganizationalUnitsForParent",
              "organizations:ListOrganizationalUnitsForParent"),
          Map.entry("ResourceGroupsTaggingApi.GetResources", "tag:GetResources"),
          Map.entry("Sqs.ChangeMessageVisibility", "sqs:ChangeMessageVisibility"),
          // A batch needs the action of a single message.
          Map.entry("Sqs.SendMessageBatch", "sqs:SendMessage"),
          Map.entry("Ssm.GetParametersByPath", "ssm:GetParametersByPath"),
          Map.entry("Sts.AssumeRole", "sts:AssumeRole"));

  private Actions() {}

  /** The actions of these operations. */
  static SortedSet<String> of(Collection<String> operations) {
    var actions = new TreeSet<String>();
    operations.forEach(operation ->
        actions.add(
            Optional.ofNullable(OF.get(operation))
                .orElseThrow(
                    () -> new AssertionError("no IAM action is listed for " + operation))));
    return actions;
  }

  /** The actions of operations as the simulator logs them, without the name of the service. */
  static SortedSet<String> ofLogged(Collection<String> operations) {
    return of(
        operations.stream()
            .map(logged ->
                OF.keySet().stream()
                    .filter(operation -> operation.endsWith("." + logged))
                    .findFirst()
                    .orElse(logged))
            .toList());
  }
}
