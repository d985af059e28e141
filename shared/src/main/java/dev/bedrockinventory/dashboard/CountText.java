package dev.bedrockinventory.dashboard;

/** Numbers with what they count, as pages show them. */
final class CountText {
  private CountText() {}

  /** A number with its word: {@code 1 resource}, {@code 2 resources}. */
  static String of(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
