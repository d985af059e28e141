package dev.bedrockinventory.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * An HTTP proxy that leads every host to one port of this machine, by CONNECT and for plain
 * requests. It records the first line of each request.
 */
final class TestProxy implements AutoCloseable {
  private static final String REFUSAL =
      """
      HTTP/1.1 407 Proxy Authentication Required
      Proxy-Authenticate: Basic realm="test"
      Content-Length: 0
      Connection: close

      """;

  private final ServerSocket socket;
  private final int target;
  private final Optional<String> login;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private TestProxy(int target, Optional<String> login) {
    this.target = target;
    this.login = login;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  static TestProxy to(int port) {
    return new TestProxy(port, Optional.empty());
  }

  /** A proxy that requires {@code USER:PASSWORD}. */
  static TestProxy to(int port, String login) {
    return new TestProxy(port, Optional.of(login));
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** The same with a user and password, percent-encoded. */
  String url(String login) {
    return "http://%s@127.0.0.1:%d".formatted(login, socket.getLocalPort());
  }

  /** The first lines of the requests that were let through, each once. */
  List<String> requests() {
    return requests.stream().distinct().toList();
  }

  /** How many requests lacked the right user and password. */
  int refusals() {
    return refusals.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        // The proxy was closed, or the client is gone.
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      var head = head(client.getInputStream());
      var output = client.getOutputStream();
      if (!isAllowed(head)) {
        refusals.incrementAndGet();
        write(output, REFUSAL.replace("\n", "\r\n"));
        return;
      }
      requests.add(head.lines().findFirst().orElse("").replace(" HTTP/1.1", ""));
      if (head.startsWith("CONNECT ")) {
        write(output, "HTTP/1.1 200 Connection Established\r\n\r\n");
      } else {
        write(server.getOutputStream(), head);
      }
      threads.execute(() -> copy(server, client));
      client.getInputStream().transferTo(server.getOutputStream());
    } catch (IOException e) {
      // One of both has ended the connection.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of both has ended the connection.
    }
  }

  private boolean isAllowed(String head) {
    return login
        .map(each -> Base64.getEncoder().encodeToString(each.getBytes(StandardCharsets.UTF_8)))
        .map(basic -> "(?i)Proxy-Authorization: Basic %s".formatted(Pattern.quote(basic)))
        .filter(header -> head.lines().noneMatch(line -> line.matches(header)))
        .isEmpty();
  }

  private static String head(InputStream input) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      var next = input.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void write(OutputStream output, String text) throws IOException {
    output.write(text.getBytes(StandardCharsets.ISO_8859_1));
    output.flush();
  }
}
