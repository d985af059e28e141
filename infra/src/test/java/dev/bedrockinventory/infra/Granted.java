package dev.bedrockinventory.infra;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.infra.construct.Permission;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The actions that a role of a template allows, for the code and for the platform. */
final class Granted {
  private Granted() {}

  /** The actions for the function's own code. */
  static SortedSet<String> toCode(Template template, String role) {
    return actions(
        template.statements(role).entrySet().stream()
            .filter(statement -> !statement.getKey().startsWith(Permission.PLATFORM))
            .map(Map.Entry::getValue)
            .toList());
  }

  /** The actions of each statement for the platform. */
  static SortedMap<String, List<String>> toPlatform(Template template, String role) {
    var found = new TreeMap<String, List<String>>();
    template
        .statements(role)
        .forEach((id, statement) -> {
          if (id.startsWith(Permission.PLATFORM)) {
            found.put(id, Template.texts(statement.path("Action")));
          }
        });
    return found;
  }

  static SortedSet<String> actions(Iterable<JsonNode> statements) {
    var actions = new TreeSet<String>();
    statements.forEach(statement -> actions.addAll(Template.texts(statement.path("Action"))));
    return actions;
  }
}
