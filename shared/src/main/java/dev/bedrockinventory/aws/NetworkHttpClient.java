package dev.bedrockinventory.aws;

import java.io.IOException;
import java.net.URI;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The JDK's URL connections with our network settings, as the SDK's HTTP client. Thread-safe. */
public final class NetworkHttpClient implements SdkHttpClient {
  /** The system property of the JDK; it is read with the first request of the process. */
  private static final String CONNECTIONS = "http.maxConnections";

  /** The idle connections to one service that are reused; the JDK's default is 5. */
  private static final String MAX_IDLE = "16";

  private final NetworkSettings network;
  private final SdkHttpClient http;

  /** A client with these settings. */
  public NetworkHttpClient(NetworkSettings network) {
    this.network = network;
    this.http = UrlConnectionHttpClient.create(network::connection);
    if (System.getProperty(CONNECTIONS) == null) {
      System.setProperty(CONNECTIONS, MAX_IDLE);
    }
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Explained(http.prepareRequest(request), request.httpRequest().getUri());
  }

  @Override
  public String clientName() {
    return http.clientName();
  }

  @Override
  public void close() {
    http.close();
  }

  private final class Explained implements ExecutableHttpRequest {
    private final ExecutableHttpRequest request;
    private final URI url;

    private Explained(ExecutableHttpRequest request, URI url) {
      this.request = request;
      this.url = url;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
      try {
        return request.call();
      } catch (IOException e) {
        throw network.explained(url, e);
      }
    }

    @Override
    public void abort() {
      request.abort();
    }
  }
}
