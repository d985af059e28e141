package dev.bedrockinventory.bedrock;

import static dev.bedrockinventory.bedrock.Ohio.complete;
import static dev.bedrockinventory.bedrock.Ohio.partial;
import static dev.bedrockinventory.model.Kind.IMPORTED_MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.simulator.faults.Fault;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImportedModelsTest {
  private final Ohio ohio = new Ohio();
  private Arn invoices = new Arn("arn:aws:bedrock:::none/none");
  private Arn letters = invoices;

  @BeforeEach
  void importTwo() {
    invoices = new Arn(ohio.place.importModel("invoices", 2, Map.of("team", "search")).arn());
    letters = new Arn(ohio.place.importModel("letters", 3, Map.of("team", "checkout")).arn());
  }

  @AfterEach
  void stop() {
    ohio.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetImportedModel", "ListTagsForResource"})
  void aListedModelThatThenIsNotFoundHasVanishedAndIsNoFailure(String operation) {
    ohio.fault(
        operation,
        invoices.text(),
        Fault.refuse(404, "ResourceNotFoundException", "The specified resource was not found."));

    var snapshot = complete(ohio.observe(IMPORTED_MODEL));

    assertThat(snapshot.listingComplete()).isTrue();
    assertThat(snapshot.listed()).containsExactlyInAnyOrder(invoices, letters);
    assertThat(snapshot.resources()).extracting(ObservedResource::arn).containsExactly(letters);
  }

  @ParameterizedTest
  @CsvSource({
    "404, UnknownOperationException",
    "400, ResourceNotFoundException",
    "404, NotFoundException",
    "403, AccessDeniedException"
  })
  void nothingElseIsANotFound(int status, String code) {
    ohio.fault("GetImportedModel", invoices.text(), Fault.refuse(status, code, "no"));

    var observation = partial(ohio.observe(IMPORTED_MODEL));

    assertThat(observation.failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.resource()).contains(invoices));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetImportedModel", "ListTagsForResource"})
  void aModelThatCannotBeReadIsLeftAsItWasAndTheOtherCounts(String operation) {
    ohio.fault(operation, invoices.text(), Fault.throttle());

    var observation = partial(ohio.observe(IMPORTED_MODEL));

    assertThat(observation.listingComplete()).isTrue();
    assertThat(observation.listed()).containsExactlyInAnyOrder(invoices, letters);
    assertThat(observation.resources()).extracting(ObservedResource::arn).containsExactly(letters);
    assertThat(observation.failures())
        .singleElement()
        .satisfies(failure -> {
          assertThat(failure.reason()).isEqualTo(Reason.THROTTLED);
          assertThat(failure.operation()).isEqualTo(operation);
          assertThat(failure.resource()).contains(invoices);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GetImportedModel | {} | the response's modelArn is not the requested one",
        "GetImportedModel | [] | the response cannot be parsed as one of GetImportedModel",
        "ListTagsForResource | {} | the response lacks its array tags",
        "ListTagsForResource | {\"tags\":[{\"key\":\"a\"}]} | a tag lacks its key or value",
        "ListTagsForResource |"
            + " {\"tags\":[{\"key\":\"a\",\"value\":\"1\"},{\"key\":\"a\",\"value\":\"2\"}]} | a"
            + " tag key occurs twice with different values"
      })
  void aMalformedAnswerCostsItsModelOnly(String operation, String body, String message) {
    ohio.fault(operation, invoices.text(), Fault.replace(body));

    var observation = partial(ohio.observe(IMPORTED_MODEL));

    assertThat(observation.resources()).extracting(ObservedResource::arn).containsExactly(letters);
    assertThat(observation.failures())
        .containsExactly(new Failure(Reason.MALFORMED, operation, Optional.of(invoices), message));
  }

  @Test
  void unknownMembersReachTheDocumentAndAreReportedOnce() {
    ohio.fault("GetImportedModel", Fault.member("customModelUnits/tier", TextNode.valueOf("gold")));
    ohio.fault(
        "GetImportedModel",
        Fault.member("precise", CanonicalJson.parse("12345678901234567890.123456789")));
    ohio.fault("ListImportedModels", Fault.member("rank", IntNode.valueOf(1)));
    ohio.fault("ListImportedModels", Fault.edit(body -> body.put("total", 2)));
    ohio.fault("ListTagsForResource", Fault.member("tags/[]/locked", BooleanNode.TRUE));

    var snapshot = complete(ohio.observe(IMPORTED_MODEL));

    assertThat(snapshot.resources())
        .hasSize(2)
        .allSatisfy(sighting ->
            assertThat(sighting.document().json())
                .contains(
                    "\"tier\":\"gold\"",
                    "\"precise\":12345678901234567890.123456789",
                    "\"rank\":1",
                    "\"tags\":{\"team\":{\"locked\":true,\"value\":"));
    assertThat(snapshot.drift())
        .extracting(UnmodeledMember::key)
        .containsExactlyInAnyOrder(
            "ListImportedModels#total",
            "ListImportedModels#rank",
            "GetImportedModel#customModelUnits.tier",
            "GetImportedModel#precise",
            "ListTagsForResource#tags[].locked");
    assertThat(snapshot.drift())
        .contains(new UnmodeledMember("ListImportedModels", "total", "number", ""))
        .filteredOn(drift -> !drift.path().equals("total"))
        .allSatisfy(drift -> assertThat(drift.example()).isIn(invoices.text(), letters.text()));
  }
}
