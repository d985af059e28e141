package dev.bedrockinventory.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Parses the target parameters and collects targets and problems. */
final class TargetsParser {
  private final Hub hub;
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final Map<String, String> positions = new LinkedHashMap<>();
  private final List<OrganizationTarget> organization = new ArrayList<>();
  private final List<Excuse> excuses = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private TargetOptions shared;

  TargetsParser(Hub hub) {
    this.hub = hub;
    this.shared = TargetOptions.standard(hub);
  }

  /** Reads the list of excuses. */
  void readExcuses(String name, String value) {
    readEntries(
        name,
        value,
        (position, entry) -> excuses.add(Excuse.read(entry, hub)),
        "[{\"account\": …}]");
  }

  /** Reads the defaults; if they are not valid, accounts that rely on them are problems. */
  void readDefaults(String name, String value) {
    try {
      shared = TargetOptions.read(json(value), Set.of(), hub).or(TargetOptions.standard(hub));
    } catch (BadEntryException e) {
      shared = TargetOptions.NONE;
      report(name, name, e);
    }
  }

  /** Parses one list of accounts. */
  void readAccounts(String name, String value) {
    readEntries(name, value, this::readAccount, "[\"111122223333\", …]");
  }

  /** The targets and problems read so far. */
  Targets targets() {
    return new Targets(List.copyOf(targets.values()), organization, excuses, problems);
  }

  /** Reads each entry of a list; a malformed one is a problem and does not affect the others. */
  private void readEntries(
      String name, String value, BiConsumer<String, JsonNode> reader, String expected) {
    try {
      var entries = json(value);
      if (!entries.isArray()) {
        throw new BadEntryException("is not a JSON array; expected " + expected);
      }
      var number = 1;
      for (var entry : entries) {
        var position = "%s, entry %d".formatted(name, number);
        try {
          reader.accept(position, entry);
        } catch (BadEntryException e) {
          report(position, name, e);
        }
        number++;
      }
    } catch (BadEntryException e) {
      report(name, name, e);
    }
  }

  private void readAccount(String position, JsonNode entry) {
    if (OrganizationTarget.is(entry)) {
      var target = OrganizationTarget.read(entry, shared, hub);
      target.units().forEach(unit -> reserve(position, "organization " + unit));
      organization.add(target);
    } else {
      var target = target(entry);
      reserve(position, "account " + target.account());
      targets.put(target.account(), target);
    }
  }

  /** Each account, and each unit of the organization, is defined once: the first entry is used. */
  private void reserve(String position, String subject) {
    var first = positions.putIfAbsent(subject, position);
    if (first != null) {
      throw new BadEntryException(
          "%s is already defined in %s, which is used".formatted(subject, first));
    }
  }

  private Target target(JsonNode entry) {
    var account = TargetOptions.account(entry.isObject() ? entry.path("account") : entry, hub);
    var own =
        entry.isObject() ? TargetOptions.read(entry, Set.of("account"), hub) : TargetOptions.NONE;
    var options = own.or(shared);
    var regions = options.requiredRegions();
    boolean hasEvents = options.events().orElse(true);
    return account.equals(hub.account())
        ? new Target(account, regions, Optional.empty(), hasEvents)
        : new Target(account, regions, Optional.of(options.requiredRoleName()), hasEvents);
  }

  private void report(String position, String name, BadEntryException e) {
    problems.add(
        "%s %s; correct it with: aws ssm put-parameter --overwrite --name %s --value …"
            .formatted(position, e.getMessage(), name));
  }

  private static JsonNode json(String value) {
    return CanonicalJson.find(value)
        .orElseThrow(() -> new BadEntryException("is not one JSON value, or repeats a member"));
  }
}
