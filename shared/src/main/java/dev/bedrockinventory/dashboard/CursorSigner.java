package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.CanonicalJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encodes positions in lists as opaque cursors and signs them: a cursor is accepted only by the
 * list that returned it, which is a view with its filters. Thread-safe.
 */
public final class CursorSigner {
  private static final String ALGORITHM = "HmacSHA256";

  /** Half of an HMAC, the shortest that RFC 2104 recommends. */
  private static final int SIGNATURE_BYTES = 16;

  private final SecretKeySpec key;

  /**
   * Creates the cursors of a deployment.
   *
   * @param secret the key; all processes that answer the same clients use the same one
   */
  public CursorSigner(String secret) {
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** The cursor of a position in the list that the parameters select. */
  String encode(Parameters list, String position) {
    var plain = position.getBytes(StandardCharsets.UTF_8);
    var signed = ByteBuffer.allocate(SIGNATURE_BYTES + plain.length);
    signed.put(signature(list, plain)).put(plain);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signed.array());
  }

  /**
   * The position of a cursor of this list.
   *
   * @throws InvalidParameterException if another list or deployment returned the cursor, or none
   */
  String decode(Parameters list, String cursor) {
    var signed = bytes(cursor);
    if (signed.length < SIGNATURE_BYTES) {
      throw invalid();
    }
    var plain = Arrays.copyOfRange(signed, SIGNATURE_BYTES, signed.length);
    if (!MessageDigest.isEqual(signature(list, plain), Arrays.copyOf(signed, SIGNATURE_BYTES))) {
      throw invalid();
    }
    return new String(plain, StandardCharsets.UTF_8);
  }

  /** The error of a position that does not belong to the list. */
  static InvalidParameterException invalid() {
    return new InvalidParameterException(
        "'%s' must be a position that this list returned; open the view without it"
            .formatted(ViewParameter.AFTER.key()));
  }

  private static byte[] bytes(String cursor) {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  private byte[] signature(Parameters list, byte[] position) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(CanonicalJson.write(list.json()).getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(position), SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
