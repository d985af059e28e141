package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.CanonicalJson;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The rules of CloudWatch's custom widgets, and our own: what a view may contain. */
final class Widget {
  private static final int MAX_BYTES = 200_000;

  private static final Set<String> ELEMENTS =
      Set.of(
          "html",
          "head",
          "body",
          "style",
          "div",
          "section",
          "h2",
          "h3",
          "p",
          "b",
          "i",
          "s",
          "span",
          "button",
          "cwdb-action",
          "svg",
          "line",
          "rect",
          "path",
          "circle",
          "text",
          "title",
          "g",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "time",
          "ul",
          "li",
          "form",
          "label",
          "input",
          "select",
          "option",
          "pre",
          "code",
          "details",
          "summary",
          "dl",
          "dt",
          "dd",
          "a");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "class",
          "data-theme",
          "type",
          "action",
          "display",
          "endpoint",
          "viewBox",
          "role",
          "aria-label",
          "aria-current",
          "aria-hidden",
          "x",
          "y",
          "x1",
          "x2",
          "y1",
          "y2",
          "width",
          "height",
          "rx",
          "cx",
          "cy",
          "r",
          "d",
          "scope",
          "colspan",
          "name",
          "value",
          "selected",
          "placeholder",
          "for",
          "id",
          "open",
          "title",
          "fill",
          "maxlength");

  private Widget() {}

  /** Parses a view and checks that it follows the rules. */
  static Document parse(String html) {
    assertThat(html.length()).isLessThan(MAX_BYTES);
    var document = Jsoup.parse(html);
    document.getAllElements().forEach(Widget::check);
    return document;
  }

  private static void check(Element element) {
    if (element.tagName().equals("#root")) {
      return;
    }
    assertThat(ELEMENTS).as(element.outerHtml()).contains(element.tagName());
    element
        .attributes()
        .forEach(attribute ->
            assertThat(ATTRIBUTES).as(element.outerHtml()).contains(attribute.getKey()));
    assertThat(element.classNames())
        .allMatch(name -> name.equals("bi") || name.startsWith("bi-"), "has the prefix");
    if (element.tagName().equals("cwdb-action")) {
      var before = Objects.requireNonNull(element.previousElementSibling(), element::outerHtml);
      assertThat(before.tagName())
          .as("an action binds to the button before it")
          .isEqualTo("button");
      assertThat(CanonicalJson.parse(element.text()).isObject()).isTrue();
      assertThat(element.attr("action")).isIn("call", "html");
      assertThat(CanonicalJson.parse(element.text()).path("apply").asBoolean())
          .as("the button of a form, and no other, applies its fields: %s", element)
          .isEqualTo(element.closest("form") != null);
    }
  }
}
