package dev.bedrockinventory.simulator.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.simulator.wire.EntryRefusal;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What goes wrong with a call. Made by the methods here, scripted by {@link Faults#add}. */
public sealed interface Fault {
  /**
   * The call is refused and nothing happens.
   *
   * @param status the HTTP status that Bedrock uses; other dialects turn it into theirs
   */
  record Refuse(int status, String code, String message) implements Fault {}

  /**
   * Calls beyond a token bucket are throttled; each account, region and operation has its own,
   * which the simulator's clock fills again.
   */
  record Limit(double perSecond, int burst) implements Fault {}

  /**
   * The connection is closed without an answer, and nothing happens. The JDK's own HTTP client
   * retries some such calls once by itself.
   */
  record Drop() implements Fault {}

  /** The answer waits. */
  record Slow(Duration by) implements Fault {}

  /**
   * Of a call of PutEvents some entries are refused; the others happen.
   *
   * @param which given an entry as it was sent
   */
  record RefuseEntries(Predicate<JsonNode> which, EntryRefusal refusal) implements Fault {}

  /** The body of a successful JSON answer is changed. */
  record Edit(Consumer<Body> edit) implements Fault {}

  /**
   * The answer promises its whole length and ends early, with the connection.
   *
   * @param kept how many bytes of the body are sent
   */
  record Cut(int kept) implements Fault {}

  /** The call happens, and another answer is sent. */
  record Replace(int status, String body) implements Fault {}

  /** 429 {@code ThrottlingException}. */
  static Fault throttle() {
    return new Refuse(429, "ThrottlingException", "Too many requests, please wait.");
  }

  /** 500 {@code InternalServerException}. */
  static Fault serverError() {
    return new Refuse(500, "InternalServerException", "The server encountered an internal error.");
  }

  /** Another refusal. */
  static Fault refuse(int status, String code, String message) {
    return new Refuse(status, code, message);
  }

  /** Of PutEvents the matched entries are refused with {@code ThrottlingException}. */
  static Fault throttleEntries(Predicate<JsonNode> which) {
    return refuseEntries(which, "ThrottlingException", "Rate exceeded");
  }

  /** Of PutEvents the matched entries are refused. */
  static Fault refuseEntries(Predicate<JsonNode> which, String code, String message) {
    return new RefuseEntries(which, new EntryRefusal(code, message));
  }

  /** 403 {@code AccessDeniedException}. */
  static Fault deny() {
    return new Refuse(
        403, "AccessDeniedException", "User is not authorized to perform this action.");
  }

  /** 403 {@code ExpiredTokenException}. */
  static Fault expiredCredentials() {
    return new Refuse(
        403, "ExpiredTokenException", "The security token included in the request is expired");
  }

  /** 403 {@code UnrecognizedClientException}, as a disabled opt-in region answers. */
  static Fault unrecognizedClient() {
    return new Refuse(
        403,
        "UnrecognizedClientException",
        "The security token included in the request is invalid.");
  }

  /** At most so many calls at once and so many a second of each operation. */
  static Fault limit(double perSecond, int burst) {
    return new Limit(perSecond, burst);
  }

  /** No answer, the connection closed. */
  static Fault drop() {
    return new Drop();
  }

  /** An answer that comes late. */
  static Fault slow(Duration by) {
    return new Slow(by);
  }

  /** An answer that ends after so many bytes of the body it promised. */
  static Fault cut(int kept) {
    return new Cut(kept);
  }

  /** Another answer with status 200, such as one that is not JSON. */
  static Fault replace(String body) {
    return new Replace(200, body);
  }

  /** Another answer with any status. */
  static Fault replace(int status, String body) {
    return new Replace(status, body);
  }

  /** A listing leaves the matched items out. */
  static Fault omit() {
    return new Edit(Body::omit);
  }

  /** A listing gives the token again that led to the page; its first page leads to itself. */
  static Fault repeatToken() {
    return new Edit(Body::repeatToken);
  }

  /**
   * Every array of the answer is shuffled: items, destinations, tags. The same seed and answer give
   * the same order.
   */
  static Fault shuffle(long seed) {
    return new Edit(body -> body.shuffle(seed));
  }

  /**
   * Each matched resource of the answer gets a member: the items of a listing, or the whole answer
   * otherwise.
   *
   * @param path such as {@code newMember}, {@code models/[]/weight} or {@code
   *     customModelUnits/tier}; brackets stand for every element of an array
   */
  static Fault member(String path, JsonNode value) {
    return new Edit(body -> body.set(path, value));
  }

  /** Each matched resource of the answer lacks a member, such as its ARN. */
  static Fault withoutMember(String path) {
    return new Edit(body -> body.remove(path));
  }

  /** A listing names each matched item twice. */
  static Fault duplicate() {
    return new Edit(Body::duplicate);
  }

  /** A listing lacks its array. */
  static Fault withoutList() {
    return new Edit(Body::removeList);
  }

  /** Any other change of the answer. */
  static Fault edit(Consumer<ObjectNode> change) {
    return new Edit(body -> change.accept(body.json()));
  }
}
