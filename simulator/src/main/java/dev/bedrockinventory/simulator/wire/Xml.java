package dev.bedrockinventory.simulator.wire;

/** Writing of XML. */
public final class Xml {
  private Xml() {}

  /** Text that may stand between two tags. */
  public static String text(String raw) {
    return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
