package dev.bedrockinventory.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.UnmodeledMember;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DetailOverlayTest {
  private static final Arn ARN =
      new Arn("arn:aws:bedrock:us-east-2:111122223333:inference-profile/us.amazon.nova-lite-v1:0");

  @Test
  void detailsThatRepeatTheSummaryAddNothing() {
    var summary = "{'status':'ACTIVE','models':[{'modelArn':'a'},{'modelArn':'b'}]}";

    assertThat(beyond(summary, "{'models':[{'modelArn':'c'}],'status':'PAUSED'}")).isEmpty();
  }

  @Test
  void membersOnlyInTheDetailsAreReportedByTheirOutermostMember() {
    assertThat(
            beyond(
                "{'models':[{'modelArn':'a'}],'limits':{},'lists':[[{}]]}",
                "{'models':[{'modelArn':'a'},{'modelArn':'b','weight':{'share':1}}],"
                    + "'limits':{'rate':5},'region':{'home':'x'},'lists':[[{'deep':true}]]}"))
        .containsExactly(
            drift("limits.rate", "number"),
            drift("lists[][].deep", "boolean"),
            drift("models[].weight", "object"),
            drift("region", "object"));
  }

  @Test
  void membersOnlyInTheSummaryAreNotReported() {
    assertThat(beyond("{'status':'ACTIVE','description':'d'}", "{'status':'ACTIVE'}")).isEmpty();
  }

  @Test
  void detailsWinAndMembersOnlyInTheSummaryRemain() {
    var summary =
        "{'status':'ACTIVE','old':1,'limits':{'rate':5,'burst':9},'lists':[1,2],"
            + "'models':[{'modelArn':'a','weight':3},{'modelArn':'gone'}]}";
    var details =
        "{'status':'PAUSED','limits':{'rate':6},'lists':[3],'new':null,"
            + "'models':[{'modelArn':'a','latency':7},{'modelArn':'b'},{}]}";

    assertThat(DetailOverlay.overlay(json(summary), json(details)))
        .isEqualTo(
            json(
                "{'status':'PAUSED','old':1,'limits':{'rate':6,'burst':9},'lists':[3],'new':null,"
                    + "'models':[{'modelArn':'a','weight':3,'latency':7},{'modelArn':'b'},{}]}"));
  }

  private static List<UnmodeledMember> beyond(String summary, String details) {
    return DetailOverlay.beyond(json(summary), json(details), Operation.GET_INFERENCE_PROFILE, ARN);
  }

  private static UnmodeledMember drift(String path, String type) {
    return new UnmodeledMember("GetInferenceProfile", path, type, ARN.text());
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) CanonicalJson.parse(text.replace('\'', '"'));
  }
}
