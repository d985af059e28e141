package dev.bedrockinventory.cli;

import static dev.bedrockinventory.cli.FilledTable.CHECKOUT;
import static dev.bedrockinventory.cli.FilledTable.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.model.CanonicalJson;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The read commands print what docs/cli.md promises, from DynamoDB Local. */
final class ReadCommandsTest {
  private static final String TABLE = "read-commands";
  private static final String DOCUMENT =
      """
      {"createdAt":"2026-11-01T08:15:30Z","inferenceProfileArn":"%s",\
      "inferenceProfileName":"%s","models":[{"modelArn":\
      "arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0"}],\
      "tags":{"team":"%s"}}\
      """;

  @BeforeAll
  static void fill() {
    FilledTable.create(TABLE);
  }

  @Test
  void listPrintsOneObjectPerLine() {
    var run = Run.on(TABLE, "list", "-o", "jsonl");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .containsExactly(
            """
            {"arn":"%s","kind":"application-inference-profile","account":"111122223333",\
            "region":"us-east-2","revision":2,"firstSeenAt":"2026-11-20T10:00:00.000Z",\
            "changedAt":"2026-11-21T10:00:00.000Z","document":%s}\
            """
                .formatted(CHECKOUT, DOCUMENT.formatted(CHECKOUT, "checkout", "carol")));
  }

  @Test
  void listAsOfAnInstantReturnsTheStateAtThatTime() {
    var run = Run.on(TABLE, "list", "-o", "jsonl", "--as-of", "2026-11-20");

    assertThat(run.lines()).hasSize(2);
    assertThat(run.out()).contains("alice").doesNotContain("carol");
  }

  @Test
  void filtersThatMatchNothingPrintNothing() {
    assertThat(Run.on(TABLE, "list", "--tag", "team=nobody", "-o", "jsonl").out()).isEmpty();
    assertThat(Run.on(TABLE, "list", "--region", "eu-west-1").out()).isEmpty();
    assertThat(Run.on(TABLE, "list", "--account", "444455556666", "-o", "json").out())
        .isEqualToIgnoringNewLines("[]");
  }

  @Test
  void changesPrintFieldsOldestFirst() {
    var run = Run.on(TABLE, "changes", "-o", "jsonl", "--since", "7d");

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines())
        .containsExactly(
            """
            {"arn":"%s","revision":2,"change":"UPDATED","observedAt":"2026-11-21T10:00:00.000Z",\
            "fields":[{"path":"/tags/team","op":"replace","before":"alice","after":"carol"}],\
            "who":[{"arn":"arn:aws:iam::111122223333:user/alice","type":"IAMUser",\
            "event":"TagResource","at":"2026-11-21T09:59:58.000Z","sourceIp":"203.0.113.7",\
            "userAgent":"aws-cli/2.31","accessKeyId":"AKIAEXAMPLEEXAMPLE01"}]}\
            """
                .formatted(CHECKOUT),
            """
            {"arn":"%s","revision":2,"change":"DELETED","observedAt":"2026-11-22T10:00:00.000Z",\
            "fields":[]}\
            """
                .formatted(SEARCH));
  }

  @Test
  void changesAreLimitedToTheirPeriodAndKind() {
    assertThat(Run.on(TABLE, "changes", "--since", "12h", "-o", "jsonl").lines()).hasSize(1);
    assertThat(Run.on(TABLE, "changes", "--until", "2026-11-21", "-o", "jsonl").lines()).hasSize(1);
    assertThat(Run.on(TABLE, "changes", "--change", "DELETED", "-o", "jsonl").lines()).hasSize(1);
    assertThat(Run.on(TABLE, "changes", "--name", "search", "-o", "jsonl").lines()).hasSize(1);
  }

  @Test
  void historyOfADeletedResourceContainsItsDocuments() {
    var run = Run.on(TABLE, "history", "search", "-o", "json");

    var revisions = CanonicalJson.parse(run.out());
    assertThat(revisions.findValuesAsText("change")).containsExactly("BASELINE", "DELETED");
    assertThat(revisions.findValues("document"))
        .hasSize(2)
        .allMatch(document ->
            CanonicalJson.write(document).equals(DOCUMENT.formatted(SEARCH, "search", "bob")));
  }

  @Test
  void showReturnsTheHeadOfADeletedResourceWithItsDeletion() {
    var run = Run.on(TABLE, "show", SEARCH.text(), "-o", "json");

    var head = CanonicalJson.parse(run.out()).path("head");
    assertThat(head.path("deletedAt").asText()).isEqualTo("2026-11-22T10:00:00.000Z");
    assertThat(head.path("revision").asInt()).isEqualTo(2);
  }

  @Test
  void showReturnsOriginAndAttemptsButNeverAnAttemptAsTheCause() {
    var run = Run.on(TABLE, "show", "search", "-o", "json");

    var shown = CanonicalJson.parse(run.out());
    assertThat(shown.path("copiedFrom").asText())
        .isEqualTo("arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0");
    assertThat(shown.has("who")).isFalse();
    assertThat(CanonicalJson.write(shown.path("attempts")))
        .isEqualTo(
            """
            [{"accessKeyId":"ASIAEXAMPLEEXAMPLE01",\
            "arn":"arn:aws:sts::111122223333:assumed-role/developer/alice",\
            "at":"2026-11-21T15:00:00.000Z","console":true,\
            "errorCode":"AccessDenied","errorMessage":"alice may not\\u0007",\
            "event":"DeleteInferenceProfile","issuer":"arn:aws:iam::111122223333:role/developer",\
            "mfa":false,"onBehalfOf":{\
            "identityStore":"arn:aws:identitystore::111122223333:identitystore/d-9067642ac7",\
            "userId":"544894e8-0000-4000-8000-000000000000"},"sourceIdentity":"alice@example.com",\
            "sourceIp":"203.0.113.7","type":"AssumedRole","userAgent":"aws-cli/2.31"}]\
            """);
  }

  @Test
  void showReturnsTheAuthorOfTheLastRevision() {
    var run = Run.on(TABLE, "show", "checkout", "-o", "jsonl");

    assertThat(run.out().strip())
        .startsWith("{\"head\":{")
        .endsWith(
            """
            ,"who":[{"arn":"arn:aws:iam::111122223333:user/alice","type":"IAMUser",\
            "event":"TagResource","at":"2026-11-21T09:59:58.000Z","sourceIp":"203.0.113.7",\
            "userAgent":"aws-cli/2.31","accessKeyId":"AKIAEXAMPLEEXAMPLE01"}],"attempts":[]}\
            """);
  }

  @Test
  void historyReturnsTheAuthor() {
    var history = CanonicalJson.parse(Run.on(TABLE, "history", "search", "-o", "json").out());

    assertThat(history.path(0).at("/who/0/arn").asText())
        .isEqualTo("arn:aws:iam::111122223333:user/bob");
    assertThat(history.path(1).has("who")).isFalse();
  }

  @Test
  void textOutputShowsOriginAndAttemptsWithoutControlCharacters() {
    assertThat(Run.on(TABLE, "show", "search").lines())
        .contains(
            "Who:         unknown",
            "Copied from: arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0",
            "Attempt:     2026-11-21T15:00:00.000Z DeleteInferenceProfile by "
                + "arn:aws:sts::111122223333:assumed-role/developer/alice (role/developer, "
                + "key ASIAEXAMPLEEXAMPLE01, source identity alice@example.com, "
                + "on behalf of 544894e8-0000-4000-8000-000000000000, no MFA, console) "
                + "from 203.0.113.7, "
                + "AccessDenied: alice may not\ufffd");
  }

  @Test
  void coverageReturnsScopesAndSchemaDrift() {
    var run = Run.on(TABLE, "coverage", "-o", "jsonl");

    assertThat(run.lines())
        .containsExactly(
            """
            {"scopes":[{"account":"111122223333","region":"us-east-2",\
            "kind":"application-inference-profile","outcome":"COMPLETE",\
            "lastCompleteAt":"2026-11-22T10:00:01.234Z"},\
            {"account":"111122223333","region":"us-east-2","kind":"imported-model",\
            "outcome":"REFUSED","reason":"DENIED"}],\
            "drift":[{"operation":"ListInferenceProfiles","path":"tier","type":"string",\
            "firstSeen":"2026-11-22T10:00:00.000Z","example":"%s"}]}\
            """
                .formatted(CHECKOUT));
  }

  @Test
  void coverageNamesAStrayItemAndShowsAllScopes() {
    FilledTable.create("stray");
    var item =
        Map.of("pk", AttributeValue.fromS("SCOPES"), "sk", AttributeValue.fromS("a note by hand"));
    FilledTable.CLIENT.putItem(put -> put.tableName("stray").item(item));

    var json = Run.on("stray", "coverage", "-o", "json");
    var table = Run.on("stray", "coverage");

    var coverage = CanonicalJson.parse(json.out());
    assertThat(coverage.path("scopes")).hasSize(2);
    assertThat(coverage.at("/damaged/0/sk").asText()).isEqualTo("a note by hand");
    assertThat(coverage.at("/damaged/0/problem").asText()).isNotEmpty();
    assertThat(table.out()).contains("application-inference-profile", "imported-model");
    assertThat(table.err())
        .contains("left out: item 'SCOPES / a note by hand' is damaged", "./inventory verify");
    assertThat(table.exitCode()).isZero();
    assertThat(Run.on("stray", "list").lines()).hasSize(2);
  }

  @Test
  void verifyNamesTheTamperedItemAndExitsWithFour() {
    FilledTable.create("tampered");
    var key = ItemKey.head(CHECKOUT.scope().orElseThrow(), CHECKOUT);
    var name = Map.of("pk", AttributeValue.fromS(key.pk()), "sk", AttributeValue.fromS(key.sk()));
    var head = FilledTable.CLIENT.getItem(get -> get.tableName("tampered").key(name)).item();

    FilledTable.CLIENT.deleteItem(delete -> delete.tableName("tampered").key(name));

    var run = Run.on("tampered", "verify");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.lines()).anyMatch(line -> line.contains(key.toString()));

    FilledTable.CLIENT.putItem(put -> put.tableName("tampered").item(head));

    var restored = Run.on("tampered", "verify", "-o", "jsonl");
    assertThat(restored.exitCode()).isZero();
    assertThat(restored.lines())
        .containsExactly(
            """
            {"verified":true,"scopes":2,"resources":2,"revisions":4,"findings":[],\
            "notCovered":["SCOPES / 111122223333#us-east-2#imported-model: has no digest now"]}\
            """);
  }

  @Test
  void textOutputHasAlignedColumns() {
    assertThat(Run.on(TABLE, "changes").lines())
        .containsExactly(
            "OBSERVED                  CHANGE   REVISION  RESOURCE"
                + " ".repeat(75)
                + "WHO"
                + " ".repeat(62)
                + "FIELDS",
            "2026-11-21T10:00:00.000Z  UPDATED  2         "
                + CHECKOUT
                + "  arn:aws:iam::111122223333:user/alice (key AKIAEXAMPLEEXAMPLE01)"
                + "  /tags/team: alice → carol",
            "2026-11-22T10:00:00.000Z  DELETED  2         " + SEARCH + "  unknown");
    assertThat(Run.on(TABLE, "coverage").out()).contains("REFUSED", "DENIED", "never", "tier");
    assertThat(Run.on(TABLE, "show", "checkout").out()).startsWith("ARN:");
    assertThat(Run.on(TABLE, "list").lines()).hasSize(2);
  }

  @Test
  void onATerminalColumnsAreTruncatedAndColouredUnlessColourIsDisabled() {
    var arguments =
        new String[] {
          "changes",
          "--table",
          TABLE,
          "--endpoint-url-dynamodb",
          FilledTable.ENGINE.endpoint().toString()
        };

    var coloured = Run.of(FilledTable.NOW, Map.of(), true, Optional.of(80), arguments);
    var plain = Run.of(FilledTable.NOW, Map.of("NO_COLOR", "1"), true, Optional.of(80), arguments);

    assertThat(coloured.out()).contains("\u001b[33mUPDATED\u001b[0m");
    assertThat(plain.out()).doesNotContain("\u001b");
    assertThat(plain.lines()).allMatch(line -> line.length() <= 80);
  }
}
