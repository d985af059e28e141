package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor is accepted by the list that returned it, and by no other. */
final class CursorSignerTest {
  private static final CursorSigner CURSORS = new CursorSigner("one deployment");
  private static final Parameters LIST = Parameters.of(View.CHANGES);

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "2026-11-04T10:00:00Z 12 arn:aws:x", "ü☃\u0000"})
  void aCursorIsDecodedToItsPosition(String position) {
    var cursor = CURSORS.encode(LIST, position);

    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(new CursorSigner("one deployment").decode(LIST, cursor)).isEqualTo(position);
  }

  @Test
  void anotherListViewOrDeploymentRefusesACursor() {
    var cursor = CURSORS.encode(LIST, "7");

    refuses(CURSORS, LIST.with(ViewParameter.PERSON, "bob"), cursor);
    refuses(CURSORS, Parameters.of(View.INVENTORY), cursor);
    refuses(new CursorSigner("another deployment"), LIST, cursor);
  }

  @Test
  void aCursorWithAnyOtherBitIsRefused() {
    var seed = new Random().nextLong();
    var random = new Random(seed);
    var bytes = Base64.getUrlDecoder().decode(CURSORS.encode(LIST, "2026-11-04T10:00:00Z 12 arn"));
    for (var index = 0; index < bytes.length; index++) {
      var forged = bytes.clone();
      forged[index] ^= (byte) (1 << random.nextInt(8));

      assertThatThrownBy(() -> CURSORS.decode(LIST, Base64.getUrlEncoder().encodeToString(forged)))
          .as("seed %d, byte %d", seed, index)
          .isInstanceOf(InvalidParameterException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "not base64 ☃", "AAAA", "MjAyNi0xMS0wNFQxMDowMDowMFo="})
  void aTextThatIsNoCursorIsRefused(String text) {
    refuses(CURSORS, LIST, text);
  }

  private static void refuses(CursorSigner cursors, Parameters list, String cursor) {
    assertThatThrownBy(() -> cursors.decode(list, cursor))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("'after' must be a position that this list returned");
  }
}
