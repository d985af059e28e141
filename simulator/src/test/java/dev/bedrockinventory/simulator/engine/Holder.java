package dev.bedrockinventory.simulator.engine;

import java.io.IOException;
import java.nio.file.Path;

/** A process that holds a directory until its input ends. */
final class Holder {
  private Holder() {}

  public static void main(String... arguments) throws IOException {
    try (var lock = DirectoryLock.take(Path.of(arguments[0]))) {
      System.out.println("held " + lock.getClass().getSimpleName());
      System.in.readAllBytes();
    }
  }
}
