package dev.bedrockinventory.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.FieldChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferTest {
  @Test
  void aTagIsAddressedByItsKey() {
    var changes =
        fields(
            "{'tags':{'a/b':'1','team':'red','gone~':'x'}}",
            "{'tags':{'a/b':'2','team':'red','new':''}}");

    assertThat(changes)
        .containsExactly(
            "{'after':'2','before':'1','op':'replace','path':'/tags/a~1b'}",
            "{'before':'x','op':'remove','path':'/tags/gone~0'}",
            "{'after':'','op':'add','path':'/tags/new'}");
  }

  @Test
  void aDestinationIsAddressedByItsModelArn() {
    var changes =
        fields(
            "{'models':[{'modelArn':'arn:a/m'},{'modelArn':'arn:b/m'}]}",
            "{'models':[{'modelArn':'arn:b/m','weight':2},{'modelArn':'arn:c/m'}]}");

    assertThat(changes)
        .containsExactly(
            "{'before':{'modelArn':'arn:a/m'},'op':'remove','path':'/models/arn:a~1m'}",
            "{'after':2,'op':'add','path':'/models/arn:b~1m/weight'}",
            "{'after':{'modelArn':'arn:c/m'},'op':'add','path':'/models/arn:c~1m'}");
  }

  @Test
  void anArrayThatIsNoSetIsOneValue() {
    assertThat(fields("{'steps':[1,2]}", "{'steps':[2,3]}"))
        .containsExactly("{'after':[2,3],'before':[1,2],'op':'replace','path':'/steps'}");
  }

  @Test
  void theOrderOfAnyArrayIsNoChange() {
    assertThat(fields("{'steps':[{'a':1},2,2]}", "{'steps':[2,{'a':1},2]}")).isEmpty();
    assertThat(fields("{'steps':[1,2,2]}", "{'steps':[1,1,2]}")).hasSize(1);
  }

  @Test
  void aSetWhoseKeysRepeatIsOneValue() {
    assertThat(
            fields(
                "{'models':[{'modelArn':'a'},{'modelArn':'a'}]}", "{'models':[{'modelArn':'a'}]}"))
        .containsExactly(
            "{'after':[{'modelArn':'a'}],'before':[{'modelArn':'a'},{'modelArn':'a'}],'op':'replace','path':'/models'}");
  }

  @Test
  void anotherTypeReplacesTheValue() {
    assertThat(fields("{'units':{'n':1}}", "{'units':null}"))
        .containsExactly("{'after':null,'before':{'n':1},'op':'replace','path':'/units'}");
  }

  @Test
  void nestedMembersHavePathsOfTheirOwn() {
    assertThat(fields("{'units':{'n':1,'v':'1.0'}}", "{'units':{'n':2,'v':'1.0'}}"))
        .containsExactly("{'after':2,'before':1,'op':'replace','path':'/units/n'}");
  }

  @Test
  void equalDocumentsHaveNoChanges() {
    assertThat(fields("{'a':{'b':[1,{'c':2}]}}", "{'a':{'b':[1,{'c':2}]}}")).isEmpty();
  }

  @Test
  void everyChangeReadsBackFromItsTree() {
    var changes = Differ.fields(document("{'a':1,'b':2,'d':null}"), document("{'a':2,'c':3}"));

    assertThat(changes).hasSize(4);
    assertThat(changes.stream().map(FieldChange::tree).map(FieldChange::of).toList())
        .isEqualTo(changes);
  }

  private static List<String> fields(String before, String after) {
    return Differ.fields(document(before), document(after)).stream()
        .map(change -> CanonicalJson.write(change.tree()).replace('"', '\''))
        .toList();
  }

  private static Document document(String json) {
    return new Document(CanonicalJson.write(CanonicalJson.parse(json.replace('\'', '"'))));
  }
}
