package dev.bedrockinventory.simulator.world;

import java.util.Random;
import java.util.UUID;

/** Ids from a seed: the same seed and the same order of calls give the same ids. Thread-safe. */
public final class Ids {
  private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

  private final Random random;

  /** Ids drawn from this seed. */
  public Ids(long seed) {
    random = new Random(seed);
  }

  /**
   * Twelve small letters and digits, as in the ARNs of application profiles and imported models.
   */
  public String resource() {
    return text(12);
  }

  /** Small letters and digits of this length. */
  public synchronized String text(int length) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  /** A UUID, as in request and message ids. */
  public synchronized UUID uuid() {
    return new UUID(
        (random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(3L << 62)) | (2L << 62));
  }
}
