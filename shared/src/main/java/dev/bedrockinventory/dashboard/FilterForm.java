package dev.bedrockinventory.dashboard;

import java.util.List;

/**
 * The filters of a view.
 *
 * @param fields the fields, named by the keys of the parameters
 * @param apply shows the view with the values of the fields
 */
public record FilterForm(List<Field> fields, Action apply) {
  /** Copies the list. */
  public FilterForm {
    fields = List.copyOf(fields);
  }

  /**
   * A field: a choice if it has options, else a text.
   *
   * @param name the key of the parameter
   * @param label the label
   * @param options the options
   * @param value the text
   */
  public record Field(String name, String label, List<Option> options, String value) {
    /** Copies the list. */
    public Field {
      options = List.copyOf(options);
    }
  }

  /**
   * An option of a choice.
   *
   * @param value the value of the parameter
   * @param label its text
   * @param isSelected whether it is the current value
   */
  public record Option(String value, String label, boolean isSelected) {}
}
