package dev.bedrockinventory.aws;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Answers the proxy of one connection, once: the JDK would send a rejected password twenty times,
 * which locks accounts. Servers get no answer.
 */
final class ProxyLogin extends Authenticator {
  private final PasswordAuthentication login;
  private final AtomicBoolean wasAsked = new AtomicBoolean();

  ProxyLogin(PasswordAuthentication login) {
    this.login = login;
  }

  @Override
  protected @Nullable PasswordAuthentication getPasswordAuthentication() {
    return getRequestorType() == RequestorType.PROXY && !wasAsked.getAndSet(true) ? login : null;
  }
}
