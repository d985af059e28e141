import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Checks or applies the layout of every Java source of a checkout; run by the build. */
final class Format {

  private Format() {}

  public static void main(String... arguments) throws IOException {
    boolean apply = arguments[0].equals("apply");
    Path checkout = Path.of(arguments[1]);
    int wrong = 0;
    for (Path source : sources(checkout)) {
      String before = Files.readString(source);
      String after;
      try {
        after = new Formatter().formatSourceAndFixImports(before);
      } catch (FormatterException unreadable) {
        System.err.println(checkout.relativize(source) + ": " + unreadable.getMessage());
        wrong++;
        continue;
      }
      if (!after.equals(before) && apply) {
        Files.writeString(source, after);
      } else if (!after.equals(before)) {
        System.err.println(checkout.relativize(source) + ": not laid out by google-java-format");
        wrong++;
      }
    }
    if (wrong > 0) {
      System.err.println("Lay the sources out with: ./mvnw -q -N validate -Pformat");
      System.exit(1);
    }
  }

  private static List<Path> sources(Path checkout) throws IOException {
    try (Stream<Path> files = Files.walk(checkout)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !checkout.relativize(file).toString().matches("(.*/)?target/.*"))
          .sorted()
          .toList();
    }
  }
}
