package dev.bedrockinventory.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.model.Actor;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Evidence.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of evidence about one resource, as {@link TextLimits} shortens it. */
final class EvidenceItem implements Codec<Evidence> {
  private static final String ACCESS_KEY_ID = "accessKeyId";
  private static final String ACTOR = "actor";
  private static final String ACTOR_TYPE = "actorType";
  private static final String AT = "at";
  private static final String CONSOLE = "console";
  private static final String COPIED_FROM = "copiedFrom";
  private static final String ERROR_CODE = "errorCode";
  private static final String ERROR_MESSAGE = "errorMessage";
  private static final String EVENT = "event";
  private static final String EVENT_ID = "eventId";
  private static final String IDENTITY_STORE = "identityStore";
  private static final String ISSUER = "issuer";
  private static final String MFA = "mfa";
  private static final String ON_BEHALF_OF = "onBehalfOf";
  private static final String REQUEST_ID = "requestId";
  private static final String SOURCE_IDENTITY = "sourceIdentity";
  private static final String SOURCE_IP = "sourceIp";
  private static final String TAGS = "tags";
  private static final String USER_AGENT = "userAgent";

  @Override
  public Map<String, AttributeValue> encode(Evidence evidence) {
    return write(ItemKey.evidence(evidence), evidence).withChecksum();
  }

  @Override
  public Evidence decode(Map<String, AttributeValue> item) {
    return read(new ItemReader(item));
  }

  /** The attributes that evidence and pending jobs share. */
  static ItemWriter write(ItemKey key, Evidence evidence) {
    var actor = evidence.actor();
    var session = actor.session();
    return new ItemWriter(key)
        .text(TableLayout.ARN, evidence.arn().text())
        .text(EVENT_ID, evidence.eventId())
        .text(EVENT, evidence.event())
        .instant(AT, evidence.at())
        .text(ACTOR, actor.arn())
        .text(ACTOR_TYPE, actor.type())
        .text(ISSUER, session.issuer())
        .text(ACCESS_KEY_ID, session.accessKeyId())
        .text(SOURCE_IDENTITY, session.sourceIdentity())
        .text(ON_BEHALF_OF, session.onBehalfOf().map(Actor.Person::userId))
        .text(IDENTITY_STORE, session.onBehalfOf().map(Actor.Person::identityStore))
        .text(MFA, session.mfa())
        .text(CONSOLE, session.console() ? Optional.of(true) : Optional.empty())
        .text(SOURCE_IP, evidence.sourceIp())
        .text(USER_AGENT, evidence.userAgent())
        .text(REQUEST_ID, evidence.requestId())
        .text(ERROR_CODE, evidence.refusal().map(Refusal::code))
        .text(ERROR_MESSAGE, evidence.refusal().map(Refusal::message))
        .text(COPIED_FROM, evidence.copiedFrom())
        .text(TAGS, json(evidence.tags()));
  }

  static Evidence read(ItemReader reader) {
    var actor = new Actor(reader.text(ACTOR), reader.text(ACTOR_TYPE), session(reader));
    return new Evidence(
        reader.value(TableLayout.ARN, reader.text(TableLayout.ARN), Arn::new),
        reader.text(EVENT_ID),
        reader.text(EVENT),
        reader.instant(AT),
        actor,
        reader.text(SOURCE_IP),
        reader.text(USER_AGENT),
        reader.text(REQUEST_ID),
        refusal(reader),
        reader.findText(COPIED_FROM),
        tags(reader.json(TAGS)));
  }

  /** The items of earlier versions have only the issuer and the second factor. */
  private static Actor.Session session(ItemReader reader) {
    return new Actor.Session(
        reader.findText(ISSUER),
        reader.findText(ACCESS_KEY_ID),
        reader.findText(SOURCE_IDENTITY),
        reader
            .findText(ON_BEHALF_OF)
            .map(userId -> new Actor.Person(userId, reader.text(IDENTITY_STORE))),
        reader.findText(MFA).map("true"::equals),
        reader.findText(CONSOLE).filter("true"::equals).isPresent());
  }

  private static Optional<Refusal> refusal(ItemReader reader) {
    return reader.findText(ERROR_CODE).map(code -> new Refusal(code, reader.text(ERROR_MESSAGE)));
  }

  /** A removed tag has the value null. */
  private static String json(Map<String, Optional<String>> tags) {
    var object = JsonNodeFactory.instance.objectNode();
    tags.forEach((key, value) ->
        value.ifPresentOrElse(text -> object.put(key, text), () -> object.putNull(key)));
    return CanonicalJson.write(object);
  }

  private static Map<String, Optional<String>> tags(JsonNode object) {
    var tags = new TreeMap<String, Optional<String>>();
    object
        .properties()
        .forEach(tag -> tags.put(tag.getKey(), Optional.ofNullable(tag.getValue().textValue())));
    return tags;
  }
}
