package dev.bedrockinventory.aws;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** The hosts of this machine, which no proxy, FIPS or dual-stack setting concerns. */
public final class Loopback {
  private static final Pattern HOSTS =
      Pattern.compile("(.+\\.)?localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?");

  private Loopback() {}

  /** Whether a URL is of this machine. */
  public static boolean contains(URI url) {
    return url.getHost() != null && HOSTS.matcher(url.getHost().toLowerCase(Locale.ROOT)).matches();
  }
}
