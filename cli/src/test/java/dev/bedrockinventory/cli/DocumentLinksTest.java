package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Markdown files of the repository: their links work, and the README stays short. */
final class DocumentLinksTest {
  private static final Path REPOSITORY =
      Path.of(System.getProperty("basedir", "."), "..").normalize();
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "cdk.out");
  private static final int MOST_README_LINES = 110;

  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

  @Test
  void everyRelativeLinkNamesAFileAndEveryAnchorAHeading() throws IOException {
    var broken = new TreeSet<String>();
    var links = 0;
    for (var document : documents()) {
      for (var link : links(document)) {
        links++;
        if (!works(document, link)) {
          broken.add(REPOSITORY.relativize(document) + ": " + link);
        }
      }
    }

    assertThat(broken).isEmpty();
    assertThat(links).isGreaterThan(20);
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Files.readAllLines(REPOSITORY.resolve("README.md")))
        .hasSizeLessThanOrEqualTo(MOST_README_LINES);
  }

  private static List<Path> documents() throws IOException {
    try (var files = Files.walk(REPOSITORY)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> isOurs(REPOSITORY.relativize(file)))
          .toList();
    }
  }

  private static boolean isOurs(Path file) {
    for (var folder : file) {
      if (NOT_OURS.contains(folder.toString())) {
        return false;
      }
    }
    return true;
  }

  private static List<String> links(Path document) throws IOException {
    return LINK.matcher(CODE.matcher(text(document)).replaceAll(""))
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.matches("[a-z]+:.*"))
        .toList();
  }

  private static String text(Path document) throws IOException {
    return CODE_BLOCK.matcher(Files.readString(document)).replaceAll("");
  }

  private static boolean works(Path document, String link) throws IOException {
    var parts = link.split("#", 2);
    var linked = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
    return Files.exists(linked) && (parts.length == 1 || anchors(linked).contains(parts[1]));
  }

  /** The anchors that GitHub gives to headings; a repeated one is numbered. */
  private static Set<String> anchors(Path document) throws IOException {
    var repeated = new HashMap<String, Integer>();
    var anchors = new TreeSet<String>();
    HEADING
        .matcher(text(document))
        .results()
        .map(DocumentLinksTest::anchor)
        .forEach(anchor -> {
          var number = repeated.merge(anchor, 1, Integer::sum);
          anchors.add(number == 1 ? anchor : anchor + "-" + (number - 1));
        });
    return anchors;
  }

  private static String anchor(MatchResult heading) {
    return heading
        .group(1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
        .replace(' ', '-');
  }
}
