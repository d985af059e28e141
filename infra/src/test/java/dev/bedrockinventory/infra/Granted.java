package dev.bedrockinventory.infra;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.infra.construct.Permission;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a role of a template allows: to its function's own code, and to the platform. */
final class Granted {
  private Granted() {}

  /** The actions that the function's own code is to need. */
  static SortedSet<String> toCode(Template template, String role) {
    return actions(
        template.statements(role).entrySet().stream()
            .filter(statement -> !statement.getKey().startsWith(Permission.PLATFORM))
            .map(Map.Entry::getValue)
            .toList());
  }

  /** The actions of each statement that the platform needs. */
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
