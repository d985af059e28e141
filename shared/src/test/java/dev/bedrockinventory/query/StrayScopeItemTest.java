package dev.bedrockinventory.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.query.ResourceFinder.Match;
import dev.bedrockinventory.verify.Finding;
import dev.bedrockinventory.verify.Verifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A damaged or foreign item among the scopes is named and left out; everything else is read. */
final class StrayScopeItemTest {
  private static final ItemKey FOREIGN = new ItemKey("SCOPES", "note");
  private static final ItemKey UNREADABLE = ItemKey.scope(ExampleHistory.IMPORTED);
  private static final ItemKey EDITED = ItemKey.scope(ExampleHistory.APPLICATION);
  private static final List<Arn> RESOURCES;
  private static final List<Arn> CHANGED;
  private static final MemoryStore TABLE = ExampleHistory.copy();

  static {
    RESOURCES = resources();
    CHANGED = changed();
    TABLE.put(FOREIGN, Map.of("text", AttributeValue.fromS("by hand")));
    TABLE.replace(UNREADABLE, "outcome", AttributeValue.fromS("FINE"));
    TABLE.replace(EDITED, "lastCompleteAt", AttributeValue.fromS("2099-01-01T00:00:00.000Z"));
  }

  @Test
  void theResourcesOfADamagedScopeItemAreStillFound() {
    assertThat(RESOURCES).hasSizeGreaterThan(2);
    assertThat(resources()).isEqualTo(RESOURCES);
    assertThat(new ResourceFinder(reader()).find(RESOURCES.getFirst().id(), Filter.ALL))
        .isInstanceOf(Match.One.class);
  }

  @Test
  void theChangesAreStillFound() {
    assertThat(CHANGED).isNotEmpty();
    assertThat(changed()).isEqualTo(CHANGED);
  }

  @Test
  void coverageNamesTheItemsAndLeavesThemOut() {
    var coverage = Coverage.of(reader(), Filter.ALL);

    assertThat(coverage.scopes()).hasSize(2);
    assertThat(coverage.damaged())
        .allMatch(item -> item.damage().isPresent())
        .extracting(StoredItem::key)
        .containsExactly(EDITED, UNREADABLE, FOREIGN);
    assertThat(JsonContract.of(coverage).path("damaged"))
        .hasSize(3)
        .allSatisfy(item -> assertThat(item.path("problem").asText()).isNotEmpty());
  }

  @Test
  void coverageOfOtherScopesNamesOnlyTheItemThatBelongsToNone() {
    var profiles =
        new Filter(
            Set.of(Kind.SYSTEM_INFERENCE_PROFILE),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty());

    assertThat(Coverage.of(reader(), profiles).damaged())
        .extracting(StoredItem::key)
        .containsExactly(FOREIGN);
  }

  @Test
  void verificationNamesEachItem() {
    var verification = new Verifier(reader(), () -> ExampleHistory.END, Filter.ALL).run();

    assertThat(verification.findings())
        .extracting(Finding::item)
        .contains(FOREIGN, UNREADABLE, EDITED);
  }

  private static List<Arn> resources() {
    return new Inventory(reader()).now(Filter.ALL).map(found -> found.head().arn()).toList();
  }

  private static List<Arn> changed() {
    return new Changes(reader()).in(Period.ALWAYS, Filter.ALL, Set.of()).map(Change::arn).toList();
  }

  private static LedgerReader reader() {
    return TABLE.reader();
  }
}
