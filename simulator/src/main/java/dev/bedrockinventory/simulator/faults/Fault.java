package dev.bedrockinventory.simulator.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.simulator.wire.EntryRefusal;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A fault of a call, created by the methods here and scripted by {@link Faults#add}. */
public sealed interface Fault {
  /**
   * The call is refused and nothing happens.
   *
   * @param status the HTTP status that Bedrock uses; other protocols map it to their own
   */
  record Refuse(int status, String code, String message) implements Fault {}

  /**
   * Calls beyond a token bucket are throttled; each account, region and operation has its own
   * bucket, which the simulator's clock refills.
   */
  record Limit(double perSecond, int burst) implements Fault {}

  /**
   * The connection is closed without an answer, and nothing happens. The JDK's own HTTP client
   * retries some such calls once by itself.
   */
  record Drop() implements Fault {}

  /** The response is delayed. */
  record Slow(Duration by) implements Fault {}

  /**
   * Some entries of a PutEvents call are refused; the others are accepted.
   *
   * @param which given an entry as it was sent
   */
  record RefuseEntries(Predicate<JsonNode> which, EntryRefusal refusal) implements Fault {}

  /** The body of a successful JSON response is changed. */
  record Edit(Consumer<Body> edit) implements Fault {}

  /**
   * The response declares its full length and ends early with the connection.
   *
   * @param kept how many bytes of the body are sent
   */
  record Cut(int kept) implements Fault {}

  /** The call is carried out, and another response is sent. */
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

  /** The matched entries of PutEvents are refused with {@code ThrottlingException}. */
  static Fault throttleEntries(Predicate<JsonNode> which) {
    return refuseEntries(which, "ThrottlingException", "Rate exceeded");
  }

  /** The matched entries of PutEvents are refused. */
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

  /** 403 {@code UnrecognizedClientException}, as a disabled opt-in region returns. */
  static Fault unrecognizedClient() {
    return new Refuse(
        403,
        "UnrecognizedClientException",
        "The security token included in the request is invalid.");
  }

  /** A token bucket for each operation: its burst size and its calls a second. */
  static Fault limit(double perSecond, int burst) {
    return new Limit(perSecond, burst);
  }

  /** The connection is closed without a response. */
  static Fault drop() {
    return new Drop();
  }

  /** A delayed response. */
  static Fault slow(Duration by) {
    return new Slow(by);
  }

  /** A response that ends after this number of bytes of its body. */
  static Fault cut(int kept) {
    return new Cut(kept);
  }

  /** Another response with status 200, such as one that is not JSON. */
  static Fault replace(String body) {
    return new Replace(200, body);
  }

  /** Another response with any status. */
  static Fault replace(int status, String body) {
    return new Replace(status, body);
  }

  /** A list omits the matched items. */
  static Fault omit() {
    return new Edit(Body::omit);
  }

  /** A list repeats the token that led to the page; its first page leads to itself. */
  static Fault repeatToken() {
    return new Edit(Body::repeatToken);
  }

  /**
   * Every array of the response is shuffled: items, destinations, tags. The same seed and answer
   * give the same order.
   */
  static Fault shuffle(long seed) {
    return new Edit(body -> body.shuffle(seed));
  }

  /**
   * A member is added to each matched resource: the items of a list, or the full response of any
   * other call.
   *
   * @param path such as {@code newMember}, {@code models/[]/weight} or {@code
   *     customModelUnits/tier}; brackets mean every element of an array
   */
  static Fault member(String path, JsonNode value) {
    return new Edit(body -> body.set(path, value));
  }

  /** Each matched resource of the response lacks a member, such as its ARN. */
  static Fault withoutMember(String path) {
    return new Edit(body -> body.remove(path));
  }

  /** A list contains each matched item twice. */
  static Fault duplicate() {
    return new Edit(Body::duplicate);
  }

  /** A list response lacks its array. */
  static Fault withoutList() {
    return new Edit(Body::removeList);
  }

  /** Any other change of the response. */
  static Fault edit(Consumer<ObjectNode> change) {
    return new Edit(body -> change.accept(body.json()));
  }
}
