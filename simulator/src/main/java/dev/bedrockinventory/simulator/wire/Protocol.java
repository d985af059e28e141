package dev.bedrockinventory.simulator.wire;

import java.util.Map;

/** The protocol of a service: its content type and the form of its errors. */
public enum Protocol {
  /** Bedrock: paths and methods; the code of a refusal in the header {@code x-amzn-ErrorType}. */
  REST_JSON("application/json"),
  /**
   * The tagging service, the parameter store, EventBridge and Organizations: the code in the body,
   * every client error 400.
   */
  JSON_1_1("application/x-amz-json-1.1"),
  /** Queues: the same with a qualified code. */
  JSON_1_0("application/x-amz-json-1.0"),
  /** The token service: form parameters in, XML out. */
  QUERY("text/xml");

  private final String contentType;

  Protocol(String contentType) {
    this.contentType = contentType;
  }

  /** The content type of every response. */
  public String contentType() {
    return contentType;
  }

  /** An error as a response. */
  public Answer refuse(Refusal refusal, String requestId) {
    return switch (this) {
      case REST_JSON ->
          new Answer.Json(
              refusal.status(),
              Json.object().put("message", refusal.text()),
              Map.of("x-amzn-ErrorType", refusal.code()));
      case JSON_1_1 -> json("", refusal);
      case JSON_1_0 -> json("com.amazonaws.sqs#", refusal);
      case QUERY -> xml(refusal, requestId);
    };
  }

  private static Answer json(String namespace, Refusal refusal) {
    var body =
        Json.object().put("__type", namespace + refusal.code()).put("message", refusal.text());
    return new Answer.Json(refusal.status() < 500 ? 400 : refusal.status(), body);
  }

  private static Answer xml(Refusal refusal, String requestId) {
    String code =
        switch (refusal.code()) {
          case "AccessDeniedException" -> "AccessDenied";
          case "ExpiredTokenException" -> "ExpiredToken";
          case "InternalServerException" -> "InternalFailure";
          case "MissingAuthenticationTokenException" -> "MissingAuthenticationToken";
          case "ThrottlingException" -> "Throttling";
          case "UnrecognizedClientException" -> "InvalidClientTokenId";
          case "ValidationException" -> "ValidationError";
          default -> refusal.code();
        };
    int status = code.equals("Throttling") ? 400 : refusal.status();
    return new Answer.Text(
        status,
        """
        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <Error>
            <Type>%s</Type>
            <Code>%s</Code>
            <Message>%s</Message>
          </Error>
          <RequestId>%s</RequestId>
        </ErrorResponse>
        """
            .formatted(
                status < 500 ? "Sender" : "Receiver",
                Xml.text(code),
                Xml.text(refusal.text()),
                requestId));
  }
}
