package dev.bedrockinventory.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The real records of DynamoDB Local's only stream, in the shape of Lambda's event. */
final class TestStream {
  private final DynamoDbStreamsClient client;

  TestStream(DynamoDbStreamsClient client) {
    this.client = client;
  }

  /** All of them, oldest first. */
  List<JsonNode> records() {
    var arn =
        client.listStreams(ListStreamsRequest.builder().build()).streams().getFirst().streamArn();
    var shards =
        client
            .describeStream(DescribeStreamRequest.builder().streamArn(arn).build())
            .streamDescription()
            .shards();
    var records = new ArrayList<JsonNode>();
    for (var shard : shards) {
      records(arn, shard).forEach(record -> records.add(json(record, arn)));
    }
    return records;
  }

  /** The open shard has no end: it is read up to the first page without records. */
  private List<Record> records(String arn, Shard shard) {
    var records = new ArrayList<Record>();
    var iterator =
        client
            .getShardIterator(
                GetShardIteratorRequest.builder()
                    .streamArn(arn)
                    .shardId(shard.shardId())
                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON)
                    .build())
            .shardIterator();
    while (iterator != null) {
      var page = client.getRecords(GetRecordsRequest.builder().shardIterator(iterator).build());
      records.addAll(page.records());
      iterator = page.records().isEmpty() ? null : page.nextShardIterator();
    }
    return records;
  }

  private static ObjectNode json(Record record, String arn) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("eventID", record.eventID())
            .put("eventName", record.eventNameAsString())
            .put("eventVersion", record.eventVersion())
            .put("eventSource", record.eventSource())
            .put("awsRegion", record.awsRegion())
            .put("eventSourceARN", arn);
    json.set("dynamodb", json(record.dynamodb()));
    return json;
  }

  private static ObjectNode json(StreamRecord record) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put(
                "ApproximateCreationDateTime",
                (double) record.approximateCreationDateTime().getEpochSecond())
            .put("SequenceNumber", record.sequenceNumber())
            .put("SizeBytes", record.sizeBytes())
            .put("StreamViewType", record.streamViewTypeAsString());
    json.set("Keys", json(record.keys()));
    if (record.hasNewImage()) {
      json.set("NewImage", json(record.newImage()));
    }
    if (record.hasOldImage()) {
      json.set("OldImage", json(record.oldImage()));
    }
    return json;
  }

  private static ObjectNode json(Map<String, AttributeValue> item) {
    var json = JsonNodeFactory.instance.objectNode();
    item.forEach((name, value) -> json.set(name, json(value)));
    return json;
  }

  private static ObjectNode json(AttributeValue value) {
    var json = JsonNodeFactory.instance.objectNode();
    switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case BOOL -> json.put("BOOL", value.bool());
      case NUL -> json.put("NULL", value.nul());
      case L -> {
        var list = json.putArray("L");
        value.l().forEach(element -> list.add(json(element)));
      }
      case M -> json.set("M", json(value.m()));
      case B, BS, NS, SS, UNKNOWN_TO_SDK_VERSION -> throw new AssertionError(value);
    }
    return json;
  }
}
