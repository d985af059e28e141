package dev.bedrockinventory.change;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The hash chain of a resource's revisions: {@code SHA-256(previous chain hash || canonical bytes
 * of the revision)}. An edited, removed or moved revision changes the hashes of all later ones.
 */
public final class Chain {
  /** The hash before revision 1: 32 zero bytes. */
  public static final String START = "0".repeat(64);

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private Chain() {}

  /**
   * The chain hash that a revision must have, computed from all of its other components.
   *
   * @throws IllegalArgumentException if its previousHash is not a hash
   */
  public static String hash(Revision revision) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("arn", revision.arn().text())
            .put("revision", revision.number())
            .put("change", revision.change().name())
            .put("observedAt", Instants.text(revision.observedAt()))
            .put("contentHash", revision.contentHash())
            .put("previousHash", revision.previousHash());
    body.set("document", revision.document().tree());
    body.putArray("fields").addAll(revision.fields().stream().map(FieldChange::tree).toList());
    body.set("proofs", CanonicalJson.parse(revision.proofs().json()));
    return Sha256.of(
        HexFormat.of().parseHex(revision.previousHash()),
        CanonicalJson.write(body).getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a revision has the chain hash that it must have; never throws. */
  public static boolean holds(Revision revision) {
    return HASH.matcher(revision.previousHash()).matches()
        && hash(revision).equals(revision.chainHash());
  }

  /** Whether the first revision of a resource names the hash that a chain starts with. */
  public static boolean starts(Revision first) {
    return first.previousHash().equals(START);
  }

  /** Whether a revision names the chain hash of the one before it. */
  public static boolean follows(Revision before, Revision revision) {
    return revision.previousHash().equals(before.chainHash());
  }

  /** The revision with the chain hash that it must have. */
  static Revision seal(Revision revision) {
    return new Revision(
        revision.arn(),
        revision.number(),
        revision.change(),
        revision.observedAt(),
        revision.document(),
        revision.fields(),
        revision.proofs(),
        revision.contentHash(),
        revision.previousHash(),
        hash(revision));
  }
}
