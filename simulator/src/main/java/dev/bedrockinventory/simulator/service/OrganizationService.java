package dev.bedrockinventory.simulator.service;

import static dev.bedrockinventory.simulator.wire.Protocol.JSON_1_1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.ApiOperation;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Json;
import dev.bedrockinventory.simulator.wire.PageFormat;
import dev.bedrockinventory.simulator.wire.Refusal;
import dev.bedrockinventory.simulator.world.Organization;
import dev.bedrockinventory.simulator.world.Regions;
import dev.bedrockinventory.simulator.world.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The part of AWS Organizations that lists accounts and organizational units, for the management
 * account and delegated administrators. Accounts have no member {@code Status}, which AWS retired
 * in September 2026 in favor of {@code State} (Organizations API Reference, Account).
 */
final class OrganizationService {
  private static final int MOST_RESULTS = 20;
  private static final String PARENT = "r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}";

  private final World world;

  OrganizationService(World world) {
    this.world = world;
  }

  List<ApiOperation> operations() {
    var accounts = new PageFormat("Accounts", "NextToken", "Id");
    var units = new PageFormat("OrganizationalUnits", "NextToken", "Id");
    return List.of(
        ApiOperation.listing("ListAccounts", JSON_1_1, accounts, this::accounts),
        ApiOperation.listing("ListAccountsForParent", JSON_1_1, accounts, this::accountsForParent),
        ApiOperation.listing(
            "ListOrganizationalUnitsForParent", JSON_1_1, units, this::unitsForParent));
  }

  private Answer accounts(Invocation invocation) {
    var organization = organization(invocation);
    return page(invocation, "", "Accounts", accounts(invocation, organization, _ -> true));
  }

  private Answer accountsForParent(Invocation invocation) {
    var organization = organization(invocation);
    var parent = parent(invocation, organization);
    return page(
        invocation,
        parent,
        "Accounts",
        accounts(invocation, organization, member -> member.parent().equals(parent)));
  }

  private Answer unitsForParent(Invocation invocation) {
    var organization = organization(invocation);
    var parent = parent(invocation, organization);
    var units = new TreeMap<String, ObjectNode>();
    organization
        .units(parent)
        .forEach(unit ->
            units.put(
                unit,
                Json.object()
                    .put("Id", unit)
                    .put("Arn", arn(invocation, organization, "ou", unit))
                    .put("Name", "Unit " + unit)));
    return page(invocation, parent, "OrganizationalUnits", units);
  }

  private static NavigableMap<String, ObjectNode> accounts(
      Invocation invocation, Organization organization, Predicate<Organization.Member> which) {
    var accounts = new TreeMap<String, ObjectNode>();
    organization.members().stream()
        .filter(which)
        .forEach(member ->
            accounts.put(
                member.account(),
                Json.object()
                    .put("Id", member.account())
                    .put("Arn", arn(invocation, organization, "account", member.account()))
                    .put("Email", "account-%s@example.com".formatted(member.account()))
                    .put("Name", "Account " + member.account())
                    .put("State", member.state().name())
                    .put("JoinedMethod", "CREATED")
                    .put(
                        "JoinedTimestamp",
                        BigDecimal.valueOf(member.joinedAt().toEpochMilli()).movePointLeft(3))));
    return accounts;
  }

  private static Answer page(
      Invocation invocation, String parent, String list, NavigableMap<String, ObjectNode> items) {
    var input = new RequestInput(invocation.parameters());
    int size = input.integer("MaxResults", 1, MOST_RESULTS, MOST_RESULTS);
    var token = input.text("NextToken", 0, 100_000, "[\\s\\S]*");
    checked(input);
    var page = Paginator.page(invocation.operation() + parent, items, token, size);
    var body = Json.object();
    body.putArray(list).addAll(page.items());
    page.nextToken().ifPresent(next -> body.put("NextToken", next));
    return new Answer.Json(200, body);
  }

  private static String parent(Invocation invocation, Organization organization) {
    var input = new RequestInput(invocation.parameters());
    var parent = input.required("ParentId", 1, 100, PARENT);
    checked(input);
    if (!organization.isParent(parent)) {
      throw new Refusal(400, "ParentNotFoundException", "You specified parent that doesn't exist.");
    }
    return parent;
  }

  private Organization organization(Invocation invocation) {
    var organization =
        world
            .findOrganization()
            .orElseThrow(() ->
                new Refusal(
                    400,
                    "AWSOrganizationsNotInUseException",
                    "Your account is not a member of an organization."));
    if (!organization.isAdministrator(invocation.caller().account())) {
      throw new Refusal(
          400, "AccessDeniedException", "You don't have permissions to access this resource.");
    }
    return organization;
  }

  private static String arn(
      Invocation invocation, Organization organization, String type, String id) {
    return "arn:%s:organizations::%s:%s/%s/%s"
        .formatted(
            Regions.partition(invocation.caller().region()),
            organization.management(),
            type,
            organization.id(),
            id);
  }

  private static void checked(RequestInput input) {
    try {
      input.check();
    } catch (Refusal violations) {
      throw new Refusal(400, "InvalidInputException", violations.text(), violations);
    }
  }
}
