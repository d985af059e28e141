package dev.bedrockinventory.functions;

import dev.bedrockinventory.model.CanonicalJson;

/** Messages of the event queue: CloudTrail's records of calls. */
final class TestEvents {
  private TestEvents() {}

  /** A call that changes the tags of a resource. */
  static String tags(String id, String name, String arn, String account) {
    return call(
        id,
        name,
        account,
        "{\"resourceARN\":\"%s\",\"tagKeys\":[\"team\"]}".formatted(arn),
        "null");
  }

  /** A call that started an import job. */
  static String importJob(String job) {
    return call(
        "event-1",
        "CreateModelImportJob",
        "111122223333",
        "{}",
        "{\"jobArn\":\"%s\"}".formatted(job));
  }

  /**
   * Any call.
   *
   * @param request the request parameters, as JSON
   * @param answer the response elements, as JSON
   */
  static String call(String id, String name, String account, String request, String answer) {
    var json =
        """
        {"detail-type":"AWS API Call via CloudTrail","source":"aws.bedrock","account":"%s",
        "region":"us-east-2","detail":{"eventID":"%s","eventName":"%s",
        "eventTime":"2100-03-01T09:00:00Z","awsRegion":"us-east-2",
        "userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/alice"},
        "requestParameters":%s,"responseElements":%s}}
        """
            .formatted(account, id, name, request, answer);
    return CanonicalJson.write(CanonicalJson.parse(json));
  }
}
