package dev.bedrockinventory.simulator.wire;

/** Writing of XML. */
public final class Xml {
  private Xml() {}

  /** Text with the characters escaped that XML reserves. */
  public static String text(String raw) {
    return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
