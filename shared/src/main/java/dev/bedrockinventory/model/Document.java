package dev.bedrockinventory.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The API's response for one resource as canonical JSON: the API's member names verbatim, sets
 * sorted, instants in UTC, a {@code tags} object, unknown members kept. Two responses have equal
 * documents if and only if they mean the same.
 *
 * @param json the canonical text of one JSON object
 */
public record Document(String json) {
  /** The member with the tags of every document. */
  public static final String TAGS = "tags";

  /** The document of a normalized tree. */
  public static Document of(ObjectNode tree) {
    return new Document(CanonicalJson.write(tree));
  }

  /** A new tree of the document, which the caller may change. */
  public ObjectNode tree() {
    return (ObjectNode) CanonicalJson.parse(json);
  }

  /**
   * The SHA-256 digest of the canonical bytes, which is the content hash of an unreduced document.
   */
  public String digest() {
    return Sha256.of(json);
  }

  /** The tags, a JSON object from key to value; empty where there are none. */
  public ObjectNode tags() {
    return tree().path(TAGS) instanceof ObjectNode tags
        ? tags
        : JsonNodeFactory.instance.objectNode();
  }

  /** This document with other tags. */
  public Document withTags(ObjectNode tags) {
    return of(tree().set(TAGS, tags));
  }

  /** The resource's name, if the API returned one. */
  public Optional<String> name(Kind kind) {
    return text(kind.nameMember());
  }

  /** The resource's own creation time, if the API returned a valid one. */
  public Optional<Instant> createdAt(Kind kind) {
    return text(kind.createdMember()).flatMap(Document::instant);
  }

  private Optional<String> text(String member) {
    return Optional.ofNullable(tree().path(member).textValue());
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Only for messages: never the document's content, which may be sensitive. */
  @Override
  public String toString() {
    return "Document[" + digest() + "]";
  }
}
