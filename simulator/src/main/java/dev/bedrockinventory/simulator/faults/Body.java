package dev.bedrockinventory.simulator.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.simulator.service.Paginator;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.PageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A successful JSON response while faults change it.
 *
 * @param listing present when it is a page
 * @param match selects the items to change
 */
public record Body(
    ObjectNode json, Invocation invocation, Optional<PageFormat> listing, Match match) {

  void omit() {
    items().ifPresent(items -> removeMatched(items));
  }

  void repeatToken() {
    listing.ifPresent(pages -> {
      var asked = invocation.parameters().path(pages.token()).asText("");
      var next = json.path(pages.token()).asText("");
      String own = next.isEmpty() ? Paginator.BEGINNING : next;
      json.put(pages.token(), asked.isEmpty() ? own : asked);
    });
  }

  void shuffle(long seed) {
    shuffle(json, new Random(seed));
  }

  void set(String path, JsonNode value) {
    var names = List.of(path.split("/", -1));
    resources()
        .forEach(resource ->
            parents(resource, names)
                .forEach(parent -> parent.set(names.getLast(), value.deepCopy())));
  }

  void remove(String path) {
    var names = List.of(path.split("/", -1));
    resources()
        .forEach(
            resource -> parents(resource, names).forEach(parent -> parent.remove(names.getLast())));
  }

  void duplicate() {
    items().ifPresent(items -> resources().forEach(resource -> items.add(resource.deepCopy())));
  }

  void removeList() {
    listing.ifPresent(pages -> json.remove(pages.array()));
  }

  /** The matched items of a list, or the full response of any other call. */
  private List<ObjectNode> resources() {
    var items = items();
    if (items.isEmpty()) {
      return List.of(json);
    }
    var matched = new ArrayList<ObjectNode>();
    for (var item : items.get()) {
      if (item instanceof ObjectNode object && matched(object)) {
        matched.add(object);
      }
    }
    return matched;
  }

  private void removeMatched(ArrayNode items) {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (matched(items.get(i))) {
        items.remove(i);
      }
    }
  }

  private boolean matched(JsonNode item) {
    String member = listing.map(PageFormat::arn).orElse("");
    return match.names(item.path(member).asText());
  }

  private Optional<ArrayNode> items() {
    return listing.flatMap(pages ->
        json.get(pages.array()) instanceof ArrayNode items ? Optional.of(items) : Optional.empty());
  }

  private static List<ObjectNode> parents(ObjectNode resource, List<String> names) {
    var nodes = List.<JsonNode>of(resource);
    for (String name : names.subList(0, names.size() - 1)) {
      var next = new ArrayList<JsonNode>();
      for (var node : nodes) {
        if (name.equals("[]")) {
          node.forEach(next::add);
        } else {
          Optional.ofNullable(node.get(name)).ifPresent(next::add);
        }
      }
      nodes = next;
    }
    var objects = new ArrayList<ObjectNode>();
    for (var node : nodes) {
      if (node instanceof ObjectNode object) {
        objects.add(object);
      }
    }
    return objects;
  }

  private static void shuffle(JsonNode node, Random random) {
    node.forEach(child -> shuffle(child, random));
    if (node instanceof ArrayNode array) {
      var elements = new ArrayList<JsonNode>();
      array.forEach(elements::add);
      Collections.shuffle(elements, random);
      array.removeAll();
      array.addAll(elements);
    }
  }
}
