package dev.bedrockinventory.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Says which list of regions is used, if they are those that the accounts have enabled. */
public final class RegionNotice {
  private static final int MOST = 3;

  private RegionNotice() {}

  /** One line for the accounts with their own lists, and one for each reason against it. */
  public static List<String> lines(SortedMap<String, RegionList> regions) {
    var listed = new ArrayList<String>();
    var unlisted = new TreeMap<String, List<String>>();
    regions.forEach((account, list) -> {
      switch (list.origin()) {
        case OPTION -> {}
        case ACCOUNT -> listed.add(account);
        case SDK ->
            unlisted
                .computeIfAbsent(list.problem().orElse("no reason"), _ -> new ArrayList<>())
                .add(account);
      }
    });
    return Stream.concat(
            Stream.of(listed)
                .filter(accounts -> !accounts.isEmpty())
                .map(accounts ->
                    "regions of %s: those that the account lists as enabled"
                        .formatted(text(accounts))),
            unlisted.entrySet().stream()
                .map(each ->
                    "regions of %s: all that this version knows Amazon Bedrock in, since account:ListRegions failed (%s); allow it, or regions that are not enabled are reported as UNAVAILABLE"
                        .formatted(text(each.getValue()), each.getKey())))
        .toList();
  }

  private static String text(List<String> accounts) {
    var text = String.join(", ", accounts.subList(0, Math.min(MOST, accounts.size())));
    return accounts.size() <= MOST
        ? text
        : "%s and %d more".formatted(text, accounts.size() - MOST);
  }
}
