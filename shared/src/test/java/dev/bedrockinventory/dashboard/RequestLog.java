package dev.bedrockinventory.dashboard;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The requests that one client received, as texts. Thread-safe. */
final class RequestLog {
  private final Collection<String> requests = new ConcurrentLinkedQueue<>();

  /** A client that adds each of its requests. */
  DynamoDbClient recording(DynamoDbClient client) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, method, arguments) -> {
              if (arguments != null) {
                requests.add(method.getName() + List.of(arguments));
              }
              try {
                return method.invoke(client, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** All requests, in no order. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** How many requests there are of each type. */
  Map<String, Long> counts() {
    return requests.stream()
        .collect(Collectors.groupingBy(RequestLog::type, TreeMap::new, Collectors.counting()));
  }

  private static String type(String request) {
    var parts =
        Map.of(
            "IndexName=changes", "days",
            "S=SCOPES", "scopes",
            "S=DRIFT", "unmodeled members",
            "S=HEAD#", "heads",
            "S=GONE#", "tombstones",
            "S=EVENT#", "evidence",
            "S=REVISION#", "revisions",
            "S=ATTEMPTS", "attempts",
            "S=COPIES", "copies");
    return parts.entrySet().stream()
        .filter(part -> request.contains(part.getKey()))
        .map(part -> (request.startsWith("batchGetItem") ? "batches of " : "") + part.getValue())
        .collect(Collectors.joining(" and "));
  }
}
