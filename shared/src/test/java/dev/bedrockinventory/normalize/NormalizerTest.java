package dev.bedrockinventory.normalize;

import static dev.bedrockinventory.normalize.Operation.GET_IMPORTED_MODEL;
import static dev.bedrockinventory.normalize.Operation.GET_RESOURCES;
import static dev.bedrockinventory.normalize.Operation.LIST_INFERENCE_PROFILES;
import static dev.bedrockinventory.normalize.Operation.LIST_TAGS_FOR_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.UnmodeledMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NormalizerTest {
  private static final Arn ARN =
      new Arn("arn:aws:bedrock:us-east-2:111122223333:imported-model/q8wz1mfp3k2a");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'2025-03-21T00:00:00Z'",
        "'2025-03-21T00:00:00.000Z'",
        "'2025-03-21T00:00:00.000000000+00:00'",
        "'2025-03-21T02:00:00+02:00'",
        "'2025-03-20T19:00:00.0-0500'",
        "'2025-03-21t00:00:00z'",
        "'2025-03-21T01:00:00+01'",
        "1742515200",
        "1742515200.000",
        "1.7425152E9"
      })
  void equalInstantsAreEqualInEveryFormat(String text) {
    assertThat(members(GET_IMPORTED_MODEL, "{'creationTime':%s}".formatted(text)))
        .isEqualTo(json("{'creationTime':'2025-03-21T00:00:00Z'}"));
  }

  @Test
  void instantsHaveNanosecondPrecision() {
    assertThat(members(LIST_INFERENCE_PROFILES, "{'createdAt':-0.000000001,'updatedAt':1.5}"))
        .isEqualTo(
            json(
                "{'createdAt':'1969-12-31T23:59:59.999999999Z',"
                    + "'updatedAt':'1970-01-01T00:00:01.500Z'}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'yesterday'",
        "''",
        "'2025-03-21'",
        "'2025-03-21T00:00:00'",
        "'2025-02-30T00:00:00Z'",
        "'2025-03-21T00:00:00.0000000001Z'",
        "1742515200.0000000001",
        "1e400",
        "true",
        "{}"
      })
  void anInvalidInstantIsMalformed(String text) {
    assertThat(malformed(GET_IMPORTED_MODEL, "{'creationTime':%s}".formatted(text)))
        .startsWith("member creationTime should be an instant");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | the resource should be an object, and is of type array",
        "{'modelName':7} | member modelName should be a string, and is of type number",
        "{'instructSupported':'yes'} | member instructSupported should be a boolean, and is of type"
            + " string",
        "{'customModelUnits':[]} | member customModelUnits should be an object, and is of type"
            + " array",
        "{'customModelUnits':{'customModelUnitsPerModelCopy':'4'}} | member"
            + " customModelUnits.customModelUnitsPerModelCopy should be a number, and is of type"
            + " string"
      })
  void aKnownMemberOfAWrongTypeIsMalformed(String resource, String message) {
    assertThat(malformed(GET_IMPORTED_MODEL, resource)).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'models':{}} | member models should be an array, and is of type object",
        "{'models':['arn']} | member models[] should be an object, and is of type string",
        "{'models':[{'modelArn':1}]} | member models[].modelArn should be a string, and is of type"
            + " number"
      })
  void aSetOfAWrongTypeIsMalformed(String resource, String message) {
    assertThat(malformed(LIST_INFERENCE_PROFILES, resource)).isEqualTo(message);
  }

  @Test
  void aMalformedMemberIsNamedWithoutItsContent() {
    assertThat(malformed(LIST_INFERENCE_PROFILES, "{'createdAt':'secret words'}"))
        .doesNotContain("secret");
  }

  @Test
  void unknownMembersAreStoredVerbatimAndReported() {
    var resource =
        "{'models':[{'modelArn':'b','latency':2.50},{'modelArn':'a'}],'tiers':['z','a'],"
            + "'window':{'from':'2025-03-21T02:00:00+02:00'},'flag':true,'nothing':null,'word':'x'}";

    var read = read(Normalizer.members(LIST_INFERENCE_PROFILES, json(resource), ARN));

    assertThat(read.tree())
        .isEqualTo(
            json(
                "{'models':[{'modelArn':'a'},{'modelArn':'b','latency':2.50}],'tiers':['z','a'],"
                    + "'window':{'from':'2025-03-21T02:00:00+02:00'},'flag':true,'nothing':null,"
                    + "'word':'x'}"));
    assertThat(read.drift())
        .containsExactlyInAnyOrder(
            drift("models[].latency", "number"),
            drift("tiers", "array"),
            drift("window", "object"),
            drift("flag", "boolean"),
            drift("nothing", "null"),
            drift("word", "string"));
  }

  @Test
  void anUnknownMemberOfAKnownObjectIsReportedByItsPath() {
    var resource = json("{'customModelUnits':{'customModelUnitsVersion':'v1.0','tier':{'a':1}}}");

    var read = read(Normalizer.members(GET_IMPORTED_MODEL, resource, ARN));

    assertThat(read.tree()).isEqualTo(resource);
    assertThat(read.drift())
        .containsExactly(
            new UnmodeledMember("GetImportedModel", "customModelUnits.tier", "object", ARN.text()));
  }

  @Test
  void unknownEnumValuesAreStored() {
    var resource = "{'status':'HIBERNATING','type':'PARTNER'}";

    assertThat(members(LIST_INFERENCE_PROFILES, resource)).isEqualTo(json(resource));
  }

  @Test
  void nullsAreStoredAndDifferFromAbsentMembers() {
    var resource = "{'description':null,'models':null,'createdAt':null}";

    assertThat(members(LIST_INFERENCE_PROFILES, resource)).isEqualTo(json(resource));
    assertThat(members(LIST_INFERENCE_PROFILES, "{}")).isNotEqualTo(json(resource));
  }

  @Test
  void elementsOfASetThatShareOrLackTheirKeyAreAllStored() {
    assertThat(
            members(
                LIST_INFERENCE_PROFILES,
                "{'models':[{'modelArn':'a','x':2},{},null,{'modelArn':'a','x':1},{}]}"))
        .isEqualTo(
            json("{'models':[null,{},{},{'modelArn':'a','x':1},{'modelArn':'a','x':2}]}")
                .deepCopy())
        .isEqualTo(
            members(
                LIST_INFERENCE_PROFILES,
                "{'models':[{},{'modelArn':'a','x':1},{'modelArn':'a','x':2},{},null]}"));
  }

  @Test
  void tagsOfBothServicesBecomeTheSameObject() {
    assertThat(
            tags(
                LIST_TAGS_FOR_RESOURCE,
                "{'tags':[{'key':'b','value':''},{'key':'a','value':'1'}]}"))
        .isEqualTo(json("{'a':'1','b':''}"))
        .isEqualTo(
            tags(
                GET_RESOURCES,
                "{'ResourceARN':'x','Tags':[{'Key':'a','Value':'1'},{'Value':'','Key':'b'}]}"));
  }

  @Test
  void aTagKeepsItsAdditionalMembers() {
    var answer = json("{'tags':[{'key':'team','value':'search','locked':true}],'note':1}");

    var read = read(Normalizer.tags(LIST_TAGS_FOR_RESOURCE, answer, ARN));

    assertThat(read.tree()).isEqualTo(json("{'team':{'locked':true,'value':'search'}}"));
    assertThat(read.drift())
        .containsExactlyInAnyOrder(
            new UnmodeledMember("ListTagsForResource", "tags[].locked", "boolean", ARN.text()),
            new UnmodeledMember("ListTagsForResource", "note", "number", ARN.text()));
  }

  @Test
  void aRepeatedTagWithTheSameValueIsOneTag() {
    assertThat(
            tags(
                LIST_TAGS_FOR_RESOURCE,
                "{'tags':[{'key':'a','value':'1'},{'value':'1','key':'a'}]}"))
        .isEqualTo(json("{'a':'1'}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'tags':[{'key':'a','value':'1'},{'key':'a','value':'2'}]} | a tag key occurs twice with"
            + " different values",
        "{'tags':[{'key':'a','value':'1'},{'key':'a','value':'1','x':0}]} | a tag key occurs"
            + " twice with different values",
        "{} | the response lacks its array tags",
        "{'tags':null} | the response lacks its array tags",
        "{'tags':{}} | member tags should be an array, and is of type object",
        "{'tags':[{'value':'1'}]} | a tag lacks its key or value",
        "{'tags':[{'key':'a'}]} | a tag lacks its key or value",
        "{'tags':[{'key':'a','value':null}]} | a tag lacks its key or value",
        "{'tags':[null]} | a tag lacks its key or value",
        "{'tags':[{'key':'a','value':1}]} | member tags[].value should be a string, and is of type"
            + " number"
      })
  void inconsistentTagsAreMalformed(String answer, String message) {
    assertThat(Normalizer.tags(LIST_TAGS_FOR_RESOURCE, json(answer), ARN))
        .isEqualTo(new Normalized.Malformed(message));
  }

  @Test
  void onlyOperationsThatReturnTagsCanBeReadForTags() {
    assertThatThrownBy(() -> Normalizer.tags(GET_IMPORTED_MODEL, json("{}"), ARN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("GetImportedModel does not return tags");
  }

  @Test
  void everyDocumentHasTags() {
    assertThat(Normalizer.document(json("{'modelName':'m'}"), json("{}")).json())
        .isEqualTo("{\"modelName\":\"m\",\"tags\":{}}");
  }

  @Test
  void aResourceMemberNamedTagsIsStoredBesideTheTags() {
    var members = members(GET_IMPORTED_MODEL, "{'tags':['own']}");

    assertThat(Normalizer.document(members, json("{'team':'search'}")).json())
        .isEqualTo("{\"resource.tags\":[\"own\"],\"tags\":{\"team\":\"search\"}}");
  }

  private static UnmodeledMember drift(String path, String type) {
    return new UnmodeledMember("ListInferenceProfiles", path, type, ARN.text());
  }

  private static ObjectNode members(Operation operation, String resource) {
    return read(Normalizer.members(operation, json(resource), ARN)).tree();
  }

  private static ObjectNode tags(Operation operation, String answer) {
    return read(Normalizer.tags(operation, json(answer), ARN)).tree();
  }

  private static String malformed(Operation operation, String resource) {
    var result = Normalizer.members(operation, CanonicalJson.parse(quoted(resource)), ARN);
    return switch (result) {
      case Normalized.Malformed malformed -> malformed.message();
      case Normalized.Read read -> throw new AssertionError("well-formed: " + read);
    };
  }

  private static Normalized.Read read(Normalized result) {
    return switch (result) {
      case Normalized.Read read -> read;
      case Normalized.Malformed malformed -> throw new AssertionError(malformed.message());
    };
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) CanonicalJson.parse(quoted(text));
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
