package dev.bedrockinventory.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Revision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChainTest {
  private static final Arn PROFILE =
      new Arn("arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/3yh6w4d8j7j3");
  private static final Revision REVISION =
      new Revision(
          PROFILE,
          7,
          ChangeKind.UPDATED,
          Instant.parse("2026-11-22T14:20:08.100Z"),
          new Document("{\"tags\":{\"team\":\"red\"}}"),
          List.of(
              new FieldChange(
                  "/tags/team",
                  FieldChange.Op.ADD,
                  Optional.empty(),
                  Optional.of(JsonNodeFactory.instance.textNode("red")))),
          Proofs.NONE,
          "c".repeat(64),
          "ab".repeat(32),
          Chain.START);

  @Test
  void theChainHashIsTheDigestOfThePreviousHashAndTheCanonicalBytes() throws Exception {
    var body =
        ("{\"arn\":\"%s\",\"change\":\"UPDATED\",\"contentHash\":\"%s\","
                + "\"document\":{\"tags\":{\"team\":\"red\"}},"
                + "\"fields\":[{\"after\":\"red\",\"op\":\"add\",\"path\":\"/tags/team\"}],"
                + "\"observedAt\":\"2026-11-22T14:20:08.100Z\",\"previousHash\":\"%s\","
                + "\"proofs\":{},\"revision\":7}")
            .formatted(PROFILE, "c".repeat(64), "ab".repeat(32));
    var sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(HexFormat.of().parseHex("ab".repeat(32)));
    sha256.update(body.getBytes(StandardCharsets.UTF_8));

    assertThat(Chain.hash(REVISION)).isEqualTo(HexFormat.of().formatHex(sha256.digest()));
  }

  @Test
  void everyComponentMovesTheChainHash() {
    var revision = REVISION;
    var otherArn = new Arn(PROFILE.text() + "x");
    var edited =
        Stream.of(
            with(otherArn, 7, ChangeKind.UPDATED, revision),
            with(PROFILE, 8, ChangeKind.UPDATED, revision),
            with(PROFILE, 7, ChangeKind.CREATED, revision),
            rest(revision.observedAt().plusMillis(1), revision.document(), revision.fields(), "c"),
            rest(revision.observedAt(), new Document("{}"), revision.fields(), "c"),
            rest(revision.observedAt(), revision.document(), List.of(), "c"),
            rest(revision.observedAt(), revision.document(), revision.fields(), "d"));

    assertThat(edited.map(Chain::hash))
        .doesNotContain(Chain.hash(revision))
        .doesNotHaveDuplicates();
  }

  @Test
  void addingTheHashChangesNothingElse() {
    var sealed = Chain.seal(REVISION);

    assertThat(sealed.chainHash()).isEqualTo(Chain.hash(REVISION)).isEqualTo(Chain.hash(sealed));
    assertThat(sealed).usingRecursiveComparison().ignoringFields("chainHash").isEqualTo(REVISION);
  }

  private static Revision with(Arn arn, long number, ChangeKind change, Revision other) {
    return new Revision(
        arn,
        number,
        change,
        other.observedAt(),
        other.document(),
        other.fields(),
        other.proofs(),
        other.contentHash(),
        other.previousHash(),
        other.chainHash());
  }

  private static Revision rest(
      Instant observedAt, Document document, List<FieldChange> fields, String hashDigit) {
    return new Revision(
        PROFILE,
        7,
        ChangeKind.UPDATED,
        observedAt,
        document,
        fields,
        REVISION.proofs(),
        hashDigit.repeat(64),
        REVISION.previousHash(),
        REVISION.chainHash());
  }
}
