package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules that only the sources of all modules show, not their classes. */
final class SourceRulesTest {

  private static final Predicate<String> CATCHES_EVERYTHING =
      Pattern.compile("catch \\((final )?(Exception|Throwable)\\b").asPredicate();
  private static final Predicate<String> NOTES_WORK_TO_DO =
      Pattern.compile("\\b(TODO|FIXME)\\b").asPredicate();
  private static final Predicate<String> INSERTS_INTO_JSON =
      Pattern.compile(
              "\\{\\\\\"\\w+\\\\\":[^\\n]*%[\\d$]*s" // in a string
                  + "|\\{\"[\\w-]+\":[^;]*?%[\\d$]*s" // in a text block
                  + "|\\\\\":[\\[{\\\\\"]*\" \\+" // by concatenation
                  + "|String\\.join\\(\"\\\\\"")
          .asPredicate();
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("(?m)^public [a-z -]*(class|record|interface|enum|@interface) ");

  /** Both ends of one real thing, in functions and in infra. */
  private static final Set<String> BOTH_ENDS = Set.of("package-info.java", "TargetParameters.java");

  private final Map<String, String> sources = Sources.java("src/main/java");

  @Test
  void onlyHandlersAndMainCatchEveryException() {
    assertThat(
            filesThat((file, text) ->
                CATCHES_EVERYTHING.test(text) && !file.matches(".*(Handler|/Main)\\.java")))
        .isEmpty();
  }

  @Test
  void everyPublicTypeIsDocumented() {
    assertThat(
            filesThat((file, text) -> {
              var declaration = PUBLIC_TYPE.matcher(text);
              return declaration.find()
                  && !text.substring(0, declaration.start()).contains("\n/**");
            }))
        .isEmpty();
  }

  @Test
  void noTwoClassesShareAName() {
    var seen = new HashSet<>();

    assertThat(
            filesThat((file, text) ->
                !BOTH_ENDS.contains(simpleName(file)) && !seen.add(simpleName(file))))
        .isEmpty();
  }

  @Test
  void noSourceContainsATodo() {
    assertThat(filesThat((file, text) -> NOTES_WORK_TO_DO.test(text))).isEmpty();
  }

  /** A quotation mark in an inserted text would end its string. The filters insert constants. */
  @Test
  void noTextIsInsertedIntoJson() {
    assertThat(
            filesThat((file, text) ->
                INSERTS_INTO_JSON.test(text) && !file.endsWith("/StreamFilter.java")))
        .isEmpty();
  }

  private static String simpleName(String file) {
    return Path.of(file).getFileName().toString();
  }

  private List<String> filesThat(BiPredicate<String, String> breakTheRule) {
    assertThat(sources).isNotEmpty();
    return sources.entrySet().stream()
        .filter(source -> breakTheRule.test(source.getKey(), source.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
