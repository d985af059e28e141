package dev.bedrockinventory.simulator.service;

import dev.bedrockinventory.simulator.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Paging with opaque tokens. A token holds the page that it leads to, the query that it continues
 * and the key after which to go on, so that pages neither skip nor repeat what stays while other
 * items come and go.
 */
public final class Paginator {
  /**
   * A token that leads to the first page of any list: a fault repeats it if a list has only one
   * page.
   */
  public static final String BEGINNING = encode(1, "", "");

  private Paginator() {}

  record Page<T>(List<T> items, Optional<String> nextToken) {}

  private record Token(int page, String query, String after) {}

  /**
   * The page that a request with this token asks for, counted from 1.
   *
   * @throws Refusal if no list returned this token
   */
  public static int number(Optional<String> token) {
    return token.map(text -> decode(text).page()).orElse(1);
  }

  static <T> Page<T> page(
      String query, NavigableMap<String, T> items, Optional<String> token, int size) {
    var rest = items;
    int page = 1;
    if (token.isPresent()) {
      var from = decode(token.get());
      if (!from.query().isEmpty() && !from.query().equals(query)) {
        throw Refusal.invalid("The provided token belongs to a request with other parameters.");
      }
      page = from.page();
      rest = from.after().isEmpty() ? items : after(items, from.after());
    }
    var cut = new ArrayList<T>();
    String last = "";
    for (var entry : rest.entrySet()) {
      if (cut.size() == size) {
        return new Page<>(List.copyOf(cut), Optional.of(encode(page + 1, query, last)));
      }
      cut.add(entry.getValue());
      last = entry.getKey();
    }
    return new Page<>(List.copyOf(cut), Optional.empty());
  }

  private static <T> NavigableMap<String, T> after(NavigableMap<String, T> items, String key) {
    var rest = new TreeMap<>(items);
    return rest.tailMap(key, false);
  }

  private static String encode(int page, String query, String after) {
    String text = page + "\n" + query + "\n" + after;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Token decode(String token) {
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\n", -1);
      if (parts.length == 3) {
        return new Token(Integer.parseInt(parts[0]), parts[1], parts[2]);
      }
      throw Refusal.invalid("The provided token is invalid.");
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "ValidationException", "The provided token is invalid.", e);
    }
  }
}
