package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.query.Excerpt;
import dev.bedrockinventory.query.Geography;

/**
 * A cell of the matrix of models and regions.
 *
 * @param classes how it is drawn; empty if there is nothing to show
 * @param title what it shows, in words
 */
public record MatrixCell(String classes, String title) {
  private static final int MOST_LABEL = 40;

  /** Nothing to show. */
  static final MatrixCell EMPTY = new MatrixCell("", "");

  /** The heading of a column. */
  static String label(String region) {
    return region.equals(Geography.ANY) ? "any region" : Excerpt.of(region, MOST_LABEL);
  }
}
