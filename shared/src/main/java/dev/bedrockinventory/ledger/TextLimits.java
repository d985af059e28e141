package dev.bedrockinventory.ledger;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.model.Actor;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Evidence.Refusal;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Shortens the texts of events to what an item can store: 400 KB for an item, 1,024 bytes for a
 * sort key, and no unpaired surrogates. A text that is too long is cut and ends with the digest of
 * the full text.
 */
final class TextLimits {
  /** The most characters of an event's id, which is part of a key. */
  private static final int MOST_IN_KEY = 128;

  private static final int MOST_CHARACTERS = 2_000;

  /**
   * More than a call can contain: 200 tags, keys of 128 characters, values of 256 (API reference).
   */
  private static final int MOST_BYTES_OF_TAGS = 200_000;

  private static final int MOST_IN_TAG = 256;

  private TextLimits() {}

  static Evidence of(Evidence evidence) {
    return new Evidence(
        evidence.arn(),
        cut(evidence.eventId(), MOST_IN_KEY),
        cut(evidence.event()),
        Instants.cut(evidence.at()),
        of(evidence.actor()),
        cut(evidence.sourceIp()),
        cut(evidence.userAgent()),
        cut(evidence.requestId()),
        evidence.refusal().map(no -> new Refusal(cut(no.code()), cut(no.message()))),
        evidence.copiedFrom().map(TextLimits::cut),
        tags(evidence.tags()));
  }

  static PendingJob of(PendingJob job) {
    return new PendingJob(
        of(job.created()), job.polls(), Instants.cut(job.nextPollAt()), Instants.cut(job.until()));
  }

  private static Actor of(Actor actor) {
    var session = actor.session();
    return new Actor(
        cut(actor.arn()),
        cut(actor.type()),
        new Actor.Session(
            session.issuer().map(TextLimits::cut),
            session.accessKeyId().map(TextLimits::cut),
            session.sourceIdentity().map(TextLimits::cut),
            session
                .onBehalfOf()
                .map(person -> new Actor.Person(cut(person.userId()), cut(person.identityStore()))),
            session.mfa(),
            session.console()));
  }

  private static Map<String, Optional<String>> tags(Map<String, Optional<String>> tags) {
    var kept = new TreeMap<String, Optional<String>>();
    var bytes = 0;
    for (var tag : tags.entrySet()) {
      var key = cut(tag.getKey(), MOST_IN_TAG);
      var value = tag.getValue().map(text -> cut(text, MOST_IN_TAG));
      bytes += bytes(key) + value.map(TextLimits::bytes).orElse(0);
      if (bytes > MOST_BYTES_OF_TAGS) {
        break;
      }
      kept.put(key, value);
    }
    return kept;
  }

  private static int bytes(String text) {
    return TextNode.valueOf(text).toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private static String cut(String text) {
    return cut(text, MOST_CHARACTERS);
  }

  private static String cut(String text, int most) {
    var kept = text.length() <= most ? text : text.substring(0, most) + "…" + Sha256.of(text);
    return new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
