package dev.bedrockinventory.simulator;

import com.sun.net.httpserver.HttpServer;
import dev.bedrockinventory.simulator.cloudtrail.CloudTrail;
import dev.bedrockinventory.simulator.faults.Faults;
import dev.bedrockinventory.simulator.service.Router;
import dev.bedrockinventory.simulator.wire.Authenticator;
import dev.bedrockinventory.simulator.wire.CallLog;
import dev.bedrockinventory.simulator.world.Ids;
import dev.bedrockinventory.simulator.world.RegionState;
import dev.bedrockinventory.simulator.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running simulator: one HTTP server on 127.0.0.1 that answers for Bedrock, the tagging service,
 * STS, SSM, SQS, EventBridge and Organizations in every account and region. Thread-safe.
 */
public final class Simulator implements AutoCloseable {
  private static final String LOCALHOST = "127.0.0.1";

  private final HttpServer server;
  private final ExecutorService threads;
  private final World world;
  private final Faults faults;
  private final CallLog calls;
  private final CloudTrail events;

  private Simulator(
      HttpServer server,
      ExecutorService threads,
      World world,
      Faults faults,
      CallLog calls,
      CloudTrail events) {
    this.server = server;
    this.threads = threads;
    this.world = world;
    this.faults = faults;
    this.calls = calls;
    this.events = events;
  }

  /**
   * Starts a simulator whose world holds the system profiles.
   *
   * @param port 0 takes a free one
   * @param clock the time at which resources are created, imports end and token buckets are
   *     refilled
   * @param seed of the ids: the same seed and the same order of calls give the same ids
   * @throws UncheckedIOException when the port is taken
   */
  public static Simulator start(int port, InstantSource clock, long seed) {
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    var ids = new Ids(~seed);
    var world = new World(clock, seed);
    var faults = new Faults(clock);
    var calls = new CallLog();
    var events = new CloudTrail(clock, new Ids(Long.reverse(~seed)));
    var callers = new Authenticator(ids);
    var router = new Router(world, callers, clock, ids);
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    var server = listen(port);
    server.setExecutor(threads);
    server.createContext("/", new Gateway(router, callers, faults, calls, events, clock, ids));
    server.start();
    return new Simulator(server, threads, world, faults, calls, events);
  }

  /** The endpoint, for {@code AWS_ENDPOINT_URL} or an endpoint override. */
  public URI endpoint() {
    return URI.create("http://" + LOCALHOST + ":" + server.getAddress().getPort());
  }

  /** Every account and region. */
  public World world() {
    return world;
  }

  /** One account in one region. */
  public RegionState place(String account, String region) {
    return world.place(account, region);
  }

  /** The scripted faults. */
  public Faults faults() {
    return faults;
  }

  /** The log of all calls. */
  public CallLog calls() {
    return calls;
  }

  /** The CloudTrail records of calls that changed a resource or tried to. */
  public CloudTrail events() {
    return events;
  }

  /** Stops the server; running calls are aborted. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static HttpServer listen(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(LOCALHOST), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The simulator cannot listen on "
              + LOCALHOST
              + ":"
              + port
              + "; free the port or name"
              + " another one",
          e);
    }
  }
}
