package dev.bedrockinventory.simulator.cloudtrail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A CloudTrail record and the EventBridge event that contains it.
 *
 * @param id the id of the EventBridge event
 * @param eventId the id of the CloudTrail record
 * @param at when the call ended; recorded in whole seconds
 */
record Envelope(String id, String eventId, Instant at) {
  /** A call that is recorded. */
  record Call(RecordedOperation recorded, Invocation invocation, Origin origin) {}

  ObjectNode around(Call call, CallOutcome outcome) {
    var caller = call.invocation().caller();
    var json = Json.object();
    json.put("version", "0");
    json.put("id", id);
    json.put("detail-type", "AWS API Call via CloudTrail");
    json.put("source", call.recorded().service().source());
    json.put("account", caller.account());
    json.put("time", seconds(at));
    json.put("region", caller.region());
    json.putArray("resources");
    json.set("detail", detail(call, outcome));
    return json;
  }

  private ObjectNode detail(Call call, CallOutcome outcome) {
    var recorded = call.recorded();
    var caller = call.invocation().caller();
    var detail = Json.object();
    detail.put("eventVersion", "1.11");
    detail.set("userIdentity", UserIdentity.of(caller));
    detail.put("eventTime", seconds(at));
    detail.put("eventSource", recorded.service().eventSource());
    detail.put("eventName", recorded.call());
    detail.put("awsRegion", caller.region());
    detail.put("sourceIPAddress", call.origin().sourceIp());
    call.origin().userAgent().ifPresent(agent -> detail.put("userAgent", agent));
    if (outcome instanceof CallOutcome.Refused refused) {
      detail.put("errorCode", refused.code());
      detail.put("errorMessage", refused.refusal().text());
    }
    detail.set("requestParameters", recorded.requestParameters(call.invocation().parameters()));
    detail.putNull("responseElements");
    if (outcome instanceof CallOutcome.Done(Answer.Json answer)) {
      recorded
          .responseElements(answer.body())
          .ifPresent(elements -> detail.set("responseElements", elements));
    }
    detail.put("requestID", call.origin().requestId());
    detail.put("eventID", eventId);
    detail.put("readOnly", false);
    detail.put("eventType", "AwsApiCall");
    detail.put("managementEvent", true);
    detail.put("recipientAccountId", caller.account());
    detail.put("eventCategory", "Management");
    return detail;
  }

  /** CloudTrail records times in whole seconds. */
  static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
