package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.CanonicalJson;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** An {@code aws dynamodb query} command, as the request that the AWS CLI would send. */
final class CliCommand {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  private CliCommand() {}

  static QueryRequest query(String command) {
    var words = words(command).iterator();
    for (var expected : List.of("aws", "dynamodb", "query")) {
      if (!words.next().equals(expected)) {
        throw new IllegalArgumentException("no 'aws dynamodb query': " + command);
      }
    }
    var query = QueryRequest.builder();
    while (words.hasNext()) {
      apply(words.next(), words, query);
    }
    return query.build();
  }

  /** Splits words like a POSIX shell, without expansion. */
  private static List<String> words(String command) {
    var words = new ArrayList<String>();
    var matcher = WORD.matcher(command.replace("\\\n", " "));
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words;
  }

  private static void apply(String option, Iterator<String> words, QueryRequest.Builder query) {
    switch (option) {
      case "--table-name" -> query.tableName(words.next());
      case "--index-name" -> query.indexName(words.next());
      case "--key-condition-expression" -> query.keyConditionExpression(words.next());
      case "--filter-expression" -> query.filterExpression(words.next());
      case "--projection-expression" -> query.projectionExpression(words.next());
      case "--expression-attribute-values" ->
          query.expressionAttributeValues(DynamoJson.item(CanonicalJson.parse(words.next())));
      case "--consistent-read" -> query.consistentRead(true);
      case "--no-scan-index-forward" -> query.scanIndexForward(false);
      case "--limit" -> query.limit(Integer.valueOf(words.next()));
      default -> throw new IllegalArgumentException("unknown option " + option);
    }
  }
}
