package dev.bedrockinventory.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.model.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The price file: a JSON object with a {@code currency}, which is USD, and {@code prices}, one a
 * line with its region, family, unit version, days and source.
 */
public final class PriceFile {
  /** The file in the repository, relative to the checkout. */
  public static final String IN_CHECKOUT =
      "shared/src/main/resources/dev/bedrockinventory/cost/prices.json";

  private static final String RESOURCE = "prices.json";
  private static final String CURRENCY = "USD";

  private final String where;

  private PriceFile(String where) {
    this.where = where;
  }

  /**
   * Reads a price file.
   *
   * @param json its text
   * @param where its path, for messages
   * @throws InvalidPricesException if it is not valid
   */
  public static Prices read(String json, String where) {
    return new PriceFile(where).prices(json);
  }

  /**
   * Reads a price file.
   *
   * @throws InvalidPricesException if it is not valid
   * @throws IOException if it cannot be read
   */
  public static Prices read(Path file) throws IOException {
    return read(Files.readString(file), file.toString());
  }

  /**
   * Replaces a price file in one step, so that no reader finds a part of it. The file keeps its
   * permissions; of a symbolic link the target is replaced.
   *
   * @throws IOException if it cannot be written; the old file is then unchanged
   */
  public static void replace(Path file, Prices prices) throws IOException {
    var exists = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    var target = exists ? file.toRealPath() : file.toAbsolutePath();
    var temporary = temporary(target);
    try {
      Files.writeString(temporary, write(prices), StandardOpenOption.CREATE_NEW);
      if (exists && Files.getFileStore(target).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * A new file beside the target. Maven packages no file whose name ends with a tilde, so one that
   * an interrupted update leaves in the sources does no harm.
   */
  static Path temporary(Path target) {
    return target.resolveSibling("%s.%s~".formatted(target.getFileName(), UUID.randomUUID()));
  }

  /** The text of a price file: sorted, one price a line. */
  public static String write(Prices prices) {
    return prices.all().stream()
        .map(PriceFile::line)
        .collect(
            Collectors.joining(
                ",\n    ",
                "{\n  \"currency\": \"" + CURRENCY + "\",\n  \"prices\": [\n    ",
                "\n  ]\n}\n"));
  }

  /** Reads the file that this version contains. */
  static Prices bundled() {
    try (var file = Objects.requireNonNull(PriceFile.class.getResourceAsStream(RESOURCE))) {
      return read(new String(file.readAllBytes(), StandardCharsets.UTF_8), IN_CHECKOUT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Price price) {
    var tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("charge", price.charge().key())
            .put("region", price.region())
            .put("family", price.family())
            .put("unitsVersion", price.unitsVersion())
            .put("usd", price.money().exact())
            .put("since", price.since().toString())
            .put("read", price.read().toString())
            .put("source", price.source());
    return CanonicalJson.write(tree);
  }

  private Prices prices(String json) {
    var tree = CanonicalJson.find(json).orElseThrow(() -> invalid("is not one JSON value"));
    if (!tree.path("currency").asText().equals(CURRENCY) || !tree.path("prices").isArray()) {
      throw invalid("must be an object with \"currency\": \"USD\" and an array \"prices\"");
    }
    var prices = new ArrayList<Price>();
    for (var price : tree.path("prices")) {
      prices.add(price(price, "prices[%d]".formatted(prices.size())));
    }
    checkUnique(prices);
    return new Prices(prices);
  }

  private Price price(JsonNode tree, String path) {
    var since = day(tree, path, "since");
    var read = day(tree, path, "read");
    if (read.isBefore(since)) {
      throw invalid("%s.read is %s, before its since, %s".formatted(path, read, since));
    }
    return new Price(
        Charge.find(text(tree, path, "charge", ".+"))
            .orElseThrow(() -> invalid(path + ".charge must be 'active-copy' or 'storage'")),
        text(tree, path, "region", "[a-z0-9-]{4,30}"),
        text(tree, path, "family", ".{1,100}"),
        text(tree, path, "unitsVersion", "v[0-9]+\\.[0-9]+"),
        Money.find(tree.path("usd").asText())
            .orElseThrow(() ->
                invalid(
                    "%s.usd is '%s'; expected a decimal number such as 0.05718"
                        .formatted(path, tree.path("usd").asText()))),
        since,
        read,
        text(tree, path, "source", ".+"));
  }

  private LocalDate day(JsonNode tree, String path, String member) {
    var text = tree.path(member).asText();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw invalid(
          "%s.%s is '%s'; expected a day such as 2026-09-12".formatted(path, member, text));
    }
  }

  private String text(JsonNode tree, String path, String member, String form) {
    var text = tree.path(member).asText();
    if (!text.matches(form)) {
      throw invalid("%s.%s is '%s'; expected the form %s".formatted(path, member, text, form));
    }
    return text;
  }

  private void checkUnique(List<Price> prices) {
    var seen = new HashSet<List<Object>>();
    for (var price : prices) {
      if (!seen.add(List.of(price.subject(), price.since()))) {
        throw invalid(
            "has more than one %s since %s".formatted(price.subject().text(), price.since()));
      }
    }
  }

  private InvalidPricesException invalid(String what) {
    return new InvalidPricesException(
        "price file '%s' %s; fix it or restore it from the repository".formatted(where, what));
  }
}
