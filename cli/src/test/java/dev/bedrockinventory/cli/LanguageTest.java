package dev.bedrockinventory.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Comments, messages, test names and documents use standard terms. */
final class LanguageTest {

  /** Each pattern with the words to use instead. */
  private static final List<Term> TERMS =
      List.of(
          new Term("look(s|ing|ed)?( (at|into|for))?", "observe, read, list, sweep"),
          new Term("tells?|told|telling", "return, report, specify, publish"),
          new Term("hears?|heard", "receive, process"),
          new Term("mend(s|ed|ing)?", "fix"),
          new Term("spells?|spelled|spelt|spelling", "encode, format, text"),
          new Term("what became of|what has become of", "the result of"),
          new Term("comes? to|came to", "result, outcome"),
          new Term("brings?|brought", "return, contain"),
          new Term("is no ([A-Z]\\w*|valid)", "is not a valid"),
          new Term("whoever|whatever|whichever", "any"),
          new Term("touched", "modified"),
          new Term("given up", "abandoned, sent to the dead-letter queue"),
          new Term("(im)?patient", "long timeout, short timeout"),
          new Term("rehears\\w*", "priming"),
          new Term("(made )?anew", "recreated, recomputed"),
          new Term("the hub's own", "the home account's"),
          new Term("seal(s|ed|ing)?", "checksum"),
          new Term("story|stories", "scenario"),
          new Term("engine", "DynamoDB Local"),
          new Term("moments?", "timestamp, step"),
          new Term("drift", "unmodeled member"));

  /** Contracts and common expressions; the text is removed before the search. */
  private static final List<Allowed> ALLOWED =
      List.of(
          new Allowed(".*/LanguageTest\\.java", ".*", "lists the words"),
          new Allowed(".*", "(?i)schema[ -]drift", "the standard term"),
          new Allowed(".*", "(?i)sealed interfaces?|final or sealed", "the Java keyword"),
          new Allowed(".*/DataContractTest\\.java", "\"seal.*?\"", "attributes to exclude"),
          new Allowed(".*", "looks like", "means: resembles"),
          new Allowed(
              ".*\\.java", "\"(told|touched|seal|look|Tell)\"", "log keys, an attribute, ids"),
          new Allowed(
              ".*\\.java", "engine\\.(lock|library)|simulator[./]engine", "file and package"),
          new Allowed(".*\\.java", "\"\\.?engine\"|tells-\\w+", "package name, ids"),
          new Allowed(".*\\.java", "\"drift\"", "JSON member and name of a log key"),
          new Allowed(".*\\.java", "\\\\?\"drift\\\\?\"", "JSON member inside a JSON text"),
          new Allowed(".*", "\\{@link [^}]*\\}|\\{@code [^}]*\\}", "names in code"),
          new Allowed(".*\\.md", "(?s)```.*?```", "commands and their output"),
          new Allowed(".*", "`[^`\\n]*`", "names in code"),
          new Allowed(".*", "(?m)^ *@param \\w+", "names in code"),
          new Allowed(".*\\.java", "\\bDRIFT\\b", "DynamoDB key"));

  private static final Pattern COMMENT_OR_STRING =
      Pattern.compile(
          "(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])'");
  private static final Pattern TEST_METHOD = Pattern.compile("\\bvoid (\\w+)\\(");
  private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  @Test
  void sourcesUseStandardTerms() {
    var texts = new TreeMap<String, String>();
    Sources.java("src/main/java").forEach((file, text) -> texts.put(file, prose(text)));
    Sources.java("src/test/java")
        .forEach((file, text) -> texts.put(file, prose(text) + "\n" + methodNames(text)));

    assertThat(texts).isNotEmpty();
    assertThat(violations(texts)).isEmpty();
  }

  @Test
  void documentsUseStandardTerms() {
    assertThat(violations(Sources.documents())).isEmpty();
  }

  @Test
  void aNonStandardTermIsFoundInCommentsStringsAndMethodNamesOnly() {
    var source =
        """
        /** What it told. */
        sealed interface Told { void heardAgain(); String TEXT = "mend it"; }
        """;

    assertThat(
            violations(Map.of("Example.java", prose(source) + "\n" + methodNames(source))).stream()
                .map(violation -> violation.replaceFirst(";.*", "")))
        .containsExactlyInAnyOrder(
            "Example.java: 'told'", "Example.java: 'heard'", "Example.java: 'mend'");
  }

  private static String prose(String source) {
    return COMMENT_OR_STRING
        .matcher(source)
        .results()
        .map(match -> match.group().replaceAll("(?m)\\n *\\* ?", "\n"))
        .collect(joining("\n"));
  }

  private static String methodNames(String source) {
    return TEST_METHOD
        .matcher(COMMENT_OR_STRING.matcher(source).replaceAll(""))
        .results()
        .map(match -> WORD_START.matcher(match.group(1)).replaceAll(" "))
        .collect(joining("\n"));
  }

  private static List<String> violations(Map<String, String> texts) {
    var violations = new ArrayList<String>();
    texts.forEach((file, text) -> {
      var searched = withoutAllowed(file, text);
      TERMS.stream().flatMap(term -> term.find(file, searched)).forEach(violations::add);
    });
    return violations;
  }

  private static String withoutAllowed(String file, String text) {
    var result = text;
    for (var allowed : ALLOWED) {
      if (file.matches(allowed.file())) {
        result = result.replaceAll(allowed.text(), "");
      }
    }
    return result;
  }

  private record Term(String regex, String standard) {
    Stream<String> find(String file, String text) {
      var flags = regex.contains("[A-Z]") ? 0 : Pattern.CASE_INSENSITIVE;
      return Pattern.compile("\\b(" + regex.replace(" ", "\\s+") + ")\\b", flags)
          .matcher(text)
          .results()
          .map(match -> "%s: '%s'; use: %s".formatted(file, match.group(1), standard));
    }
  }

  private record Allowed(String file, String text, String reason) {}
}
