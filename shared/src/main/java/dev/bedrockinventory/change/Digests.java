package dev.bedrockinventory.change;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Sha256;
import dev.bedrockinventory.model.UnmodeledMember;
import java.util.Collection;
import java.util.SortedMap;

/** Digests of whole sets, so that a comparison costs one read. */
public final class Digests {
  private Digests() {}

  /** The digest of a scope: of the sorted pairs of ARN and content hash. */
  public static String ofScope(SortedMap<Arn, String> contentHashes) {
    var pairs = JsonNodeFactory.instance.arrayNode();
    contentHashes.forEach((arn, hash) -> pairs.addArray().add(arn.text()).add(hash));
    return Sha256.of(CanonicalJson.write(pairs));
  }

  /** The digest of the unmodeled members of an observation, without their examples. */
  public static String ofDrift(Collection<UnmodeledMember> drift) {
    var keys = JsonNodeFactory.instance.arrayNode();
    drift.stream().map(UnmodeledMember::key).distinct().sorted().forEach(keys::add);
    return Sha256.of(CanonicalJson.write(keys));
  }
}
