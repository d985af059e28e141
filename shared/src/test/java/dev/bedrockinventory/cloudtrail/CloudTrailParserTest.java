package dev.bedrockinventory.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Evidence.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTrailParserTest {
  private static final String PROFILE =
      "arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/3yh6w4d8j7j3";
  private static final String MODEL =
      "arn:aws:bedrock:us-east-2:111122223333:imported-model/abcdefghij12";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CreateInferenceProfile | {} | {'inferenceProfileArn':'PROFILE','status':'ACTIVE'} |"
            + " PROFILE",
        "DeleteInferenceProfile | {'inferenceProfileIdentifier':'PROFILE'} | {} | PROFILE",
        "DeleteInferenceProfile | {'inferenceProfileIdentifier':'3yh6w4d8j7j3'} | null |"
            + " 3yh6w4d8j7j3",
        "DeleteImportedModel | {'modelIdentifier':'my-model'} | null | my-model",
        "DeleteImportedModel | {'modelIdentifier':'MODEL'} | null | MODEL",
        "CreateModelImportJob | {'jobName':'j'} | {'jobArn':'JOB'} | JOB",
        "TagResource | {'resourceARN':'PROFILE','tags':[{'key':'a','value':'1'}]} | null | PROFILE",
        "UntagResource | {'resourceARN':'MODEL','tagKeys':['a']} | null | MODEL",
        "TagResource | {'resourceArn':'PROFILE','tags':{'a':'1'}} | null | PROFILE",
        "UntagResource | {'resourceArn':'MODEL','tagKeys':['a']} | null | MODEL",
        "TagResources | {'resourceARNList':['PROFILE'],'tags':{'a':'1'}} |"
            + " {'failedResourcesMap':{}} | PROFILE",
        "UntagResources | {'resourceARNList':['PROFILE'],'tagKeys':['a']} | {} | PROFILE"
      })
  void everyCallNamesItsResource(String event, String request, String answer, String resource) {
    var call = parse(event(event, request, answer));

    assertThat(call.event()).isEqualTo(event);
    assertThat(call.resources()).containsExactly(Map.entry(expand(resource), Optional.empty()));
    assertThat(call.eventId()).isEqualTo("event-1");
    assertThat(call.at()).isEqualTo("2026-11-22T14:20:08Z");
    assertThat(call.account()).isEqualTo("111122223333");
    assertThat(call.actor().arn()).isEqualTo("arn:aws:iam::111122223333:user/alice");
    assertThat(call.sourceIp()).isEqualTo("203.0.113.7");
  }

  @ParameterizedTest
  @CsvSource({
    "arn%3Aaws%3Abedrock%3Aus-east-2%3A111122223333%3Aapplication-inference-profile%2F3yh6w4d8j7j3,"
        + " PROFILE",
    "us.amazon.nova-lite-v1%3A0, us.amazon.nova-lite-v1:0",
    "us.amazon.nova-lite-v1%3a0, us.amazon.nova-lite-v1:0",
    "a+b, a+b",
    "my-model%, my-model%",
    "%zz, %zz"
  })
  void aPercentEncodedIdentifierIsDecoded(String recorded, String resource) {
    var event = event("DeleteInferenceProfile", "{}", "null");
    detail(event).putObject("requestParameters").put("inferenceProfileIdentifier", recorded);

    assertThat(parse(event).resources()).containsOnlyKeys(expand(resource));
  }

  @Test
  void aCreatedProfileNamesItsSource() {
    var call =
        parse(
            event(
                "CreateInferenceProfile",
                "{'modelSource':{'copyFrom':'arn:aws:bedrock:us-east-2::foundation-model/m'}}",
                "{'inferenceProfileArn':'PROFILE'}"));

    assertThat(call.copiedFrom()).contains("arn:aws:bedrock:us-east-2::foundation-model/m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'resourceARN':'PROFILE','tags':[{'key':'a','value':'1'},{'key':'b','value':'2'}]}",
        "{'resourceARN':'PROFILE','tags':{'a':'1','b':'2'}}"
      })
  void tagsAreReadFromEveryShape(String request) {
    assertThat(parse(event("TagResource", request, "null")).tags())
        .isEqualTo(Map.of("a", Optional.of("1"), "b", Optional.of("2")));
  }

  @Test
  void removedTagsHaveNoValue() {
    var call =
        parse(event("UntagResource", "{'resourceARN':'PROFILE','tagKeys':['a','b']}", "null"));

    assertThat(call.tags()).isEqualTo(Map.of("a", Optional.empty(), "b", Optional.empty()));
  }

  @Test
  void aRefusedCallIsAnAttempt() {
    var event = event("DeleteInferenceProfile", "{'inferenceProfileIdentifier':'PROFILE'}", "null");
    detail(event).put("errorCode", "AccessDenied").put("errorMessage", "not you");

    assertThat(parse(event).resources())
        .containsExactly(Map.entry(PROFILE, Optional.of(new Refusal("AccessDenied", "not you"))));
  }

  @Test
  void onlyTheFailedOnesOfSeveralTaggedResourcesAreAttempts() {
    var call =
        parse(
            event(
                "TagResources",
                "{'resourceARNList':['PROFILE','MODEL','arn:aws:s3:::b'],'tags':{'a':'1'}}",
                "{'failedResourcesMap':{'MODEL':{'errorCode':'InternalServiceException','errorMessage':'no'}}}"));

    assertThat(call.resources())
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    PROFILE,
                    Optional.empty(),
                    MODEL,
                    Optional.of(new Refusal("InternalServiceException", "no")))));
  }

  @Test
  void aRoleSessionHasItsIssuerAndMfaState() {
    var event = event("DeleteImportedModel", "{'modelIdentifier':'m'}", "null");
    detail(event)
        .set(
            "userIdentity",
            tree(
                "{'type':'AssumedRole','arn':'arn:aws:sts::111122223333:assumed-role/r/s','sessionContext':"
                    + "{'sessionIssuer':{'arn':'arn:aws:iam::111122223333:role/r'},'attributes':{'mfaAuthenticated':'true'}}}"));

    var actor = parse(event).actor();

    assertThat(actor.session().issuer()).contains("arn:aws:iam::111122223333:role/r");
    assertThat(actor.session().mfa()).contains(true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PutUseCaseForModelAccess | {} | {}",
        "TagResource | {'resourceARN':'arn:aws:bedrock:us-east-2:111122223333:guardrail/g'} | null",
        "TagResource | {'resourceArn':'arn:aws:bedrock:us-east-2:111122223333:agent/A'} | null",
        "TagResource | {'resourceArn':'any text'} | null",
        "UntagResource | {'resourceArn':'arn:aws:bedrock:us-east-2:111122223333:flow/F'} | null",
        "TagResources | {'resourceARNList':['arn:aws:s3:::bucket']} | {}"
      })
  void callsAboutOtherResourcesAreIrrelevant(String event, String request, String answer) {
    assertThat(CloudTrailParser.read(event(event, request, answer).toString()))
        .isInstanceOf(CloudTrailEvent.Irrelevant.class);
  }

  @Test
  void aFailedCreationNamesNoResource() {
    var event = event("CreateInferenceProfile", "{'inferenceProfileName':'mine'}", "null");
    detail(event).put("errorCode", "AccessDenied");

    assertThat(CloudTrailParser.read(event.toString()))
        .isInstanceOf(CloudTrailEvent.Irrelevant.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CreateInferenceProfile | {'inferenceProfileName':'mine'} | null",
        "DeleteInferenceProfile | {} | {}",
        "DeleteInferenceProfile | {'inferenceProfileIdentifier':{'a':1}} | []",
        "DeleteImportedModel | null | null",
        "CreateModelImportJob | {'jobName':'j'} | {}",
        "TagResource | {'tags':[]} | null",
        "UntagResources | {'resourceARNList':[]} | {}"
      })
  void aSuccessfulCallWithoutAResourceIsMalformed(String event, String request, String answer) {
    assertThat(CloudTrailParser.read(event(event, request, answer).toString()))
        .isEqualTo(new CloudTrailEvent.Malformed("the " + event + " event names no resource"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "my.application", "aws.s3"})
  void anEventOfAnotherSourceIsMalformed(String source) {
    var event = event("DeleteInferenceProfile", "{'inferenceProfileIdentifier':'PROFILE'}", "null");
    event.put("source", source);

    assertThat(CloudTrailParser.read(event.toString()))
        .isInstanceOf(CloudTrailEvent.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eventID", "eventName", "eventTime"})
  void aRecordWithoutARequiredMemberIsMalformed(String member) {
    var event = event("DeleteInferenceProfile", "{'inferenceProfileIdentifier':'PROFILE'}", "null");
    detail(event).remove(member);

    assertThat(CloudTrailParser.read(event.toString()))
        .isInstanceOf(CloudTrailEvent.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "[]", "{}", "{\"detail-type\":\"Scheduled Event\"}"})
  void aBodyThatIsNotARecordIsMalformed(String body) {
    assertThat(CloudTrailParser.read(body)).isInstanceOf(CloudTrailEvent.Malformed.class);
  }

  @Test
  void aCallerOfAnUnexpectedTypeIsUnknown() {
    var event = event("DeleteInferenceProfile", "{'inferenceProfileIdentifier':'PROFILE'}", "[]");
    detail(event).put("userIdentity", 7);

    assertThat(parse(event).actor().arn()).isEmpty();
  }

  @Test
  void eventTimesAreTruncatedToSeconds() {
    var event = event("DeleteImportedModel", "{'modelIdentifier':'m'}", "null");
    detail(event).put("eventTime", "2026-11-22T14:20:08.999Z");

    assertThat(parse(event).at()).isEqualTo(Instant.parse("2026-11-22T14:20:08Z"));
  }

  private static CloudTrailCall parse(ObjectNode event) {
    return ((CloudTrailEvent.Relevant) CloudTrailParser.read(event.toString())).call();
  }

  private static ObjectNode detail(ObjectNode event) {
    return event.withObject("detail");
  }

  private static ObjectNode event(String name, String request, String answer) {
    var event =
        tree(
            "{'detail-type':'AWS API Call via"
                + " CloudTrail','source':'aws.bedrock','account':'111122223333',"
                + "'region':'us-east-2','detail':{'eventID':'event-1','eventTime':'2026-11-22T14:20:08Z',"
                + "'awsRegion':'us-east-2','sourceIPAddress':'203.0.113.7','userAgent':'aws-cli/2',"
                + "'requestID':'request-1','userIdentity':{'type':'IAMUser','arn':'arn:aws:iam::111122223333:user/alice'}}}");
    detail(event).put("eventName", name);
    detail(event).set("requestParameters", CanonicalJson.parse(quoted(request)));
    detail(event).set("responseElements", CanonicalJson.parse(quoted(answer)));
    return event;
  }

  private static ObjectNode tree(String json) {
    return (ObjectNode) CanonicalJson.parse(quoted(json));
  }

  private static String quoted(String json) {
    return expand(json.replace('\'', '"'));
  }

  private static String expand(String text) {
    return text.replace("PROFILE", PROFILE)
        .replace("MODEL", MODEL)
        .replace("JOB", "arn:aws:bedrock:us-east-2:111122223333:model-import-job/abcdefghij12");
  }
}
