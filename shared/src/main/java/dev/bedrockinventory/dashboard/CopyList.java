package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.query.ResourceNameReader;
import java.util.List;

/**
 * The profiles that were copied from a resource, as far as CloudTrail recorded their creation.
 *
 * @param copies the newest, newest first
 * @param more how many are left out
 */
public record CopyList(List<Copy> copies, int more) {
  private static final int COPIES = 20;

  /** Copies the list. */
  public CopyList {
    copies = List.copyOf(copies);
  }

  /**
   * A copy.
   *
   * @param shown shows it
   * @param at when it was created
   * @param isDeleted whether its deletion was observed
   */
  public record Copy(Action shown, String at, boolean isDeleted) {}

  /** Costs one Query, and one or two reads of each copy that is shown. */
  static CopyList read(LedgerReader reader, ResourceNameReader names, ChangeRows rows, Arn source) {
    var creations = reader.copies(source).flatMap(stored -> stored.readable().stream()).toList();
    var newest = creations.stream().limit(COPIES).toList();
    names.prepare(newest.stream().map(Evidence::arn));
    return new CopyList(
        newest.stream().map(creation -> copy(names, rows, creation)).toList(),
        creations.size() - newest.size());
  }

  private static Copy copy(ResourceNameReader names, ChangeRows rows, Evidence creation) {
    var arn = creation.arn();
    return new Copy(rows.resource(arn), TimeText.text(creation.at()), names.isDeleted(arn));
  }
}
