package dev.bedrockinventory.dashboard;

import java.util.List;

/**
 * The filters of a view: a form and, for each filter in use, an action that removes it.
 *
 * @param fields the fields, named by the keys of the parameters
 * @param apply shows the view with the values of the fields
 * @param removals removes one filter each; empty if no filter is in use or the fields are enough
 * @param clear removes all filters
 */
public record FilterForm(List<Field> fields, Action apply, List<Action> removals, Action clear) {
  /** Copies the lists. */
  public FilterForm {
    fields = List.copyOf(fields);
    removals = List.copyOf(removals);
  }

  /**
   * A field: a choice if it has options, else a text.
   *
   * @param name the key of the parameter
   * @param label the label
   * @param choices the options
   * @param value the text
   * @param maxLength the most characters of the text
   */
  public record Field(
      String name, String label, List<Choice> choices, String value, int maxLength) {
    /** Copies the list. */
    public Field {
      choices = List.copyOf(choices);
    }
  }
}
