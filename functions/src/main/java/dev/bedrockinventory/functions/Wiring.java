package dev.bedrockinventory.functions;

import dev.bedrockinventory.account.AccountCredentials;
import dev.bedrockinventory.account.OrganizationAccounts;
import dev.bedrockinventory.aws.AwsClientFactory;
import dev.bedrockinventory.aws.NetworkSettings;
import dev.bedrockinventory.bedrock.ClientPolicy;
import dev.bedrockinventory.bedrock.Pacers;
import dev.bedrockinventory.dashboard.CursorSigner;
import dev.bedrockinventory.dashboard.Widgets;
import dev.bedrockinventory.feed.ChangePublisher;
import dev.bedrockinventory.feed.LinkCheck;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.settings.Hub;
import dev.bedrockinventory.settings.Settings;
import dev.bedrockinventory.sweep.Backoff;
import dev.bedrockinventory.verify.StreamImageCheck;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.cloudwatchlogs.emf.config.EnvironmentConfigurationProvider;
import software.amazon.cloudwatchlogs.emf.environment.Environments;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsBuilder;

/**
 * Wires the handlers, and is the only class that reads the environment and the clock and builds
 * clients. Lives as long as the execution environment, so that invocations share clients and
 * pacers. Thread-safe.
 */
public final class Wiring {
  private final Settings settings;
  private final LambdaClients clients;
  private final ClientPolicy policy;
  private final InstantSource clock;

  /**
   * The wiring of an environment.
   *
   * @param environment the variables of {@link dev.bedrockinventory.settings.Variable}, and the
   *     SDK's {@code AWS_ENDPOINT_URL…}
   * @param own the functions' own credentials
   * @param policy the retries and timeouts of the Bedrock clients
   * @param clock the current time
   * @throws dev.bedrockinventory.settings.InvalidSettingsException if a variable is missing or
   *     malformed
   */
  public Wiring(
      Map<String, String> environment,
      AwsCredentialsProvider own,
      ClientPolicy policy,
      InstantSource clock) {
    this(
        Settings.parse(environment),
        new AwsClientFactory(NetworkSettings.of(environment)),
        environment,
        own,
        policy,
        clock);
  }

  private Wiring(
      Settings settings,
      AwsClientFactory factory,
      Map<String, String> environment,
      AwsCredentialsProvider own,
      ClientPolicy policy,
      InstantSource clock) {
    this.settings = settings;
    this.clients = new LambdaClients(factory, environment, settings.hub().region(), own);
    this.policy = policy;
    this.clock = clock;
  }

  /** The wiring of this process, as Lambda starts it. */
  static Wiring ofThisProcess() {
    return new Wiring(
        System.getenv(),
        DefaultCredentialsProvider.builder().build(),
        ClientPolicy.standard(),
        InstantSource.system());
  }

  /** The same, but without a network: {@link PrimingHttpClient} responds to every call. */
  Wiring priming() {
    return priming(Map.of());
  }

  /** The same, with other responses of some operations. */
  Wiring priming(Map<String, String> responses) {
    return new Wiring(
        settings,
        new AwsClientFactory(new PrimingHttpClient(hub(), responses)),
        Map.of(),
        StaticCredentialsProvider.create(AwsBasicCredentials.create("priming", "priming")),
        policy,
        clock);
  }

  Hub hub() {
    return settings.hub();
  }

  InstantSource clock() {
    return clock;
  }

  Planner planner() {
    var ledger = ledger();
    return new Planner(
        targets(),
        organization(ledger),
        sweepQueue(),
        eventQueue(),
        ledger::plannedScopes,
        ledger::ledger,
        ledger::reader,
        settings.staleAfter(),
        clock);
  }

  /** The standard queue of events and of polls of import jobs. */
  QueueSender eventQueue() {
    return new QueueSender(clients.sqs(), settings.eventQueueUrl());
  }

  /**
   * The FIFO queue of sweeps. Events and polls of import jobs have their own, so that they do not
   * wait behind sweeps.
   */
  QueueSender sweepQueue() {
    return new QueueSender(clients.sqs(), settings.sweepQueueUrl());
  }

  Sweeper sweeper() {
    return new Sweeper(sources(), ledger()::ledger, clock);
  }

  Refresher refresher() {
    var ledger = ledger();
    return new Refresher(targets(), organization(ledger), sources(), ledger::ledger, clock);
  }

  Feeder feeder() {
    var pause = Backoff.jittered(Thread::sleep);
    // It requires no format: an unreachable table must fail records one by one, not a batch.
    var reader = new LedgerReader(new DynamoStore(clients.dynamo(), settings.table()));
    return new Feeder(
        publisher(pause),
        () -> new TamperingCheck(new LinkCheck(reader), new StreamImageCheck(reader, pause)));
  }

  /** The views of the ledger. */
  Widgets widgets() {
    return new Widgets(ledger()::reader, clock, new CursorSigner(settings.cursorKey()));
  }

  private TargetParameters targets() {
    return new TargetParameters(clients.ssm(), settings.targetsPath(), settings.hub());
  }

  private OrganizationTargets organization(LedgerAccess ledger) {
    return new OrganizationTargets(
        new OrganizationAccounts(clients.organizations()),
        ledger::reader,
        ledger::plannedScopes,
        publisher(Backoff.jittered(Thread::sleep)),
        hub());
  }

  private ChangePublisher publisher(Backoff pause) {
    return new ChangePublisher(clients.eventBridge(), settings.changeBus(), pause);
  }

  private LedgerAccess ledger() {
    return new LedgerAccess(clients.dynamo(), settings.table());
  }

  SourceFactory sources() {
    var sts = clients.sts();
    var accounts =
        new AccountCredentials(clients.own(), sts, settings.hub().region(), settings.externalId());
    var pacers = new Pacers(settings.callsPerSecond(), clock, Thread::sleep);
    return new SourceFactory(clients, accounts, policy, pacers, clock);
  }

  /** The metrics, which are written to the log. */
  Metrics metrics() {
    EnvironmentConfigurationProvider.getConfig().setEnvironmentOverride(Environments.Lambda);
    return MetricsBuilder.builder()
        .withNamespace(settings.metricsNamespace())
        .withService(settings.serviceName())
        .build();
  }
}
