package dev.bedrockinventory.normalize;

import static dev.bedrockinventory.normalize.Operation.GET_IMPORTED_MODEL;
import static dev.bedrockinventory.normalize.Operation.GET_RESOURCES;
import static dev.bedrockinventory.normalize.Operation.LIST_IMPORTED_MODELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.UnmodeledMember;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageTest {
  @Test
  void aPageHasItsResourcesItsTokenAndItsUnmodeledMembers() {
    var page =
        Page.open(LIST_IMPORTED_MODELS, json("{'modelSummaries':[2,1],'nextToken':'t','total':2}"));

    assertThat(page)
        .isEqualTo(
            new Page.Read(
                List.of(IntNode.valueOf(2), IntNode.valueOf(1)),
                Optional.of("t"),
                List.of(new UnmodeledMember("ListImportedModels", "total", "number", ""))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",'PaginationToken':''", ",'PaginationToken':null"})
  void aPageWithoutATokenIsTheLast(String token) {
    assertThat(Page.open(GET_RESOURCES, json("{'ResourceTagMappingList':[]%s}".formatted(token))))
        .isEqualTo(new Page.Read(List.of(), Optional.empty(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'modelSummaries':null}", "{'modelSummaries':{}}", "[]"})
  void anAnswerWithoutItsArrayIsMalformed(String answer) {
    assertThat(Page.open(LIST_IMPORTED_MODELS, json(answer)))
        .isEqualTo(new Page.Malformed("the response lacks its array modelSummaries"));
  }

  @Test
  void aTokenThatIsNotAStringIsMalformed() {
    assertThat(Page.open(LIST_IMPORTED_MODELS, json("{'modelSummaries':[],'nextToken':7}")))
        .isEqualTo(new Page.Malformed("member nextToken is not a string"));
  }

  @Test
  void anOperationWithoutPagesIsRejected() {
    assertThatThrownBy(() -> Page.open(GET_IMPORTED_MODEL, json("{}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("GetImportedModel has no pages");
  }

  private static JsonNode json(String text) {
    return CanonicalJson.parse(text.replace('\'', '"'));
  }
}
