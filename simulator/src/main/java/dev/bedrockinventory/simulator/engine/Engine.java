package dev.bedrockinventory.simulator.engine;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * A running DynamoDB Local on 127.0.0.1. Every access key and region sees the same tables; access
 * keys must be letters and digits only. It prints nothing and sends no telemetry: the server that
 * comes with DynamoDB Local does both and listens on every address, so it is not used. Thread-safe.
 */
public final class Engine implements AutoCloseable {
  private static final String LOCALHOST = "127.0.0.1";

  private final LocalDynamoDBRequestHandler database;
  private final Server server;
  private final URI endpoint;
  private final Optional<DirectoryLock> lock;

  private Engine(
      LocalDynamoDBRequestHandler database,
      Server server,
      URI endpoint,
      Optional<DirectoryLock> lock) {
    this.database = database;
    this.server = server;
    this.endpoint = endpoint;
    this.lock = lock;
  }

  /**
   * Starts DynamoDB Local in memory: its tables are lost when it is closed.
   *
   * @param port 0 takes a free one
   * @throws EngineException when the port is taken or this machine is not supported
   */
  public static Engine inMemory(int port) {
    NativeLibrary.provide();
    return start(
        new LocalDynamoDBRequestHandler(0, true, null, true, false), port, Optional.empty());
  }

  /**
   * Starts DynamoDB Local on files in a directory, which is created if it is missing; started there
   * again, it has the same tables.
   *
   * @param port 0 takes a free one
   * @throws DirectoryInUseException when another DynamoDB Local uses this directory
   * @throws EngineException when the port is taken, the directory cannot be written or this machine
   *     is not supported
   */
  public static Engine onFiles(Path directory, int port) {
    NativeLibrary.provide();
    var lock = DirectoryLock.take(directory);
    return start(
        new LocalDynamoDBRequestHandler(0, false, directory.toString(), true, false),
        port,
        Optional.of(lock));
  }

  /** The endpoint. */
  public URI endpoint() {
    return endpoint;
  }

  /**
   * Opens a further port, for clients that must not connect before the tables are ready.
   *
   * @param port 0 takes a free one
   * @return the endpoint of that port
   * @throws EngineException when the port is taken
   */
  public URI listen(int port) {
    var connector = connector(server, port);
    server.addConnector(connector);
    try {
      LifeCycle.start(connector);
    } catch (RuntimeException e) {
      throw taken(port, e);
    }
    return endpoint(connector);
  }

  /** Stops DynamoDB Local and releases its directory. */
  @Override
  public void close() {
    stop(server, database, lock);
  }

  private static Engine start(
      LocalDynamoDBRequestHandler database, int port, Optional<DirectoryLock> lock) {
    var server = new Server();
    var connector = connector(server, port);
    server.addConnector(connector);
    server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(database, null), "/"));
    try {
      LifeCycle.start(server);
    } catch (RuntimeException e) {
      stop(server, database, lock);
      throw taken(port, e);
    }
    return new Engine(database, server, endpoint(connector), lock);
  }

  private static ServerConnector connector(Server server, int port) {
    var connector = new ServerConnector(server);
    connector.setHost(LOCALHOST);
    connector.setPort(port);
    return connector;
  }

  private static URI endpoint(ServerConnector connector) {
    return URI.create("http://" + LOCALHOST + ":" + connector.getLocalPort());
  }

  private static EngineException taken(int port, RuntimeException e) {
    return new EngineException(
        "The embedded DynamoDB cannot listen on %s:%d (%s); free the port, or choose another one"
            .formatted(LOCALHOST, port, e.getCause()),
        e);
  }

  private static void stop(
      Server server, LocalDynamoDBRequestHandler database, Optional<DirectoryLock> lock) {
    try {
      LifeCycle.stop(server);
    } finally {
      database.shutdown();
      lock.ifPresent(DirectoryLock::close);
    }
  }
}
