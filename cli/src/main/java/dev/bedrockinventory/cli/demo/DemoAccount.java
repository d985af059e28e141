package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.cli.runtime.LocalDeployment;
import dev.bedrockinventory.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The account that the demo observes: its regions, and what exists before the demo. */
final class DemoAccount {
  static final String ID = LocalDeployment.ACCOUNT;

  /** The region of the deployment, in which most steps happen. */
  static final String HOME = LocalDeployment.REGION;

  static final String EUROPE = "eu-central-1";
  static final String EAST = "us-east-1";
  static final List<String> REGIONS = List.of(HOME, EAST, EUROPE);

  /** The cost center of each team. */
  static final Map<String, String> COST_CENTERS =
      Map.of(
          "checkout", "4711",
          "search", "4712",
          "support", "4713",
          "claims", "4714",
          "payments", "4715",
          "marketing", "4716");

  /** Region, name, source, team, environment. */
  private static final String PROFILES =
      """
      us-east-2    catalog-search      us.amazon.nova-2-lite-v1:0                       search     production
      us-east-2    query-rewriter      us.anthropic.claude-haiku-4-5-20251001-v1:0      search     production
      us-east-2    cart-assistant      us.anthropic.claude-sonnet-4-5-20250929-v1:0     checkout   production
      us-east-2    claim-intake        us.anthropic.claude-sonnet-4-6                   claims     production
      us-east-2    newsletter-writer   us.amazon.nova-pro-v1:0                          marketing  staging
      us-east-2    agent-replies       global.anthropic.claude-sonnet-4-6               support    production
      us-east-1    catalog-search      us.amazon.nova-2-lite-v1:0                       search     production
      us-east-1    cart-assistant      us.anthropic.claude-sonnet-4-5-20250929-v1:0     checkout   production
      us-east-1    fraud-screening     us.anthropic.claude-opus-4-6-v1                  payments   production
      us-east-1    fraud-screening-qa  us.anthropic.claude-opus-4-6-v1                  payments   staging
      us-east-1    email-triage        us.meta.llama3-3-70b-instruct-v1:0               support    production
      eu-central-1 catalog-search      eu.amazon.nova-2-lite-v1:0                       search     production
      eu-central-1 claim-intake        eu.anthropic.claude-sonnet-4-6                   claims     production
      eu-central-1 claim-photos        eu.mistral.pixtral-large-2502-v1:0               claims     staging
      eu-central-1 policy-answers      eu.anthropic.claude-haiku-4-5-20251001-v1:0      support    production
      eu-central-1 ad-texts            global.anthropic.claude-haiku-4-5-20251001-v1:0  marketing  production
      """;

  private DemoAccount() {}

  /**
   * An application profile that people change on ordinary days.
   *
   * @param tags its tags before the demo
   */
  record Profile(String region, String name, Map<String, String> tags) {}

  /** Creates what exists before the first sweep and returns what people change. */
  static List<Profile> create(World world) {
    world.seedExamples(ID, HOME);
    world.place(ID, EAST).importModel("fraud-scorer", 1, tags("payments", "production"));
    world.place(ID, EUROPE).importModel("claim-classifier", 1, tags("claims", "production"));
    return PROFILES.lines().map(line -> createProfile(line.split(" +", -1), world)).toList();
  }

  /** The tags of a team's resource. */
  static Map<String, String> tags(String team, String environment) {
    return Map.of(
        "team",
        team,
        "cost-center",
        COST_CENTERS.getOrDefault(team, "none"),
        "environment",
        environment);
  }

  private static Profile createProfile(String[] columns, World world) {
    var profile = new Profile(columns[0], columns[1], tags(columns[3], columns[4]));
    var region = world.place(ID, profile.region());
    region.createProfile(
        profile.name(),
        Optional.empty(),
        region.profile(columns[2]).models(),
        profile.tags(),
        Optional.empty());
    return profile;
  }
}
