package io.lappet.dupes;

import io.lappet.Fabric;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Shows on standard error how far a search has come, and does what the user types: {@code p} to
 * pause and to go on, {@code s} to see the state, {@code q} to stop early.
 *
 * <p>The timers and the daemon go on for as long as there is a search, and do not keep the program
 * alive when that has ended.
 */
@Woven
abstract class Dashboard implements AutoCloseable {
  private static final String ERASE_LINE = "\r\033[K";

  private final DuplicateFinder finder;
  private final InputStream keys;
  private final PrintStream screen;
  private final boolean terminal;
  private final ProgressLine line = new ProgressLine();

  /**
   * Prepares a dashboard.
   *
   * @param terminal whether {@code screen} can show a line that changes; otherwise there are new
   *     lines, but fewer
   */
  Dashboard(DuplicateFinder finder, InputStream keys, PrintStream screen, boolean terminal) {
    this.finder = finder;
    this.keys = keys;
    this.screen = screen;
    this.terminal = terminal;
  }

  abstract Fabric fabric();

  @PeriodicTimer(every = "500ms", daemon = true)
  @Synchronized(lock = "screen")
  void refresh() {
    if (terminal) {
      screen.print(ERASE_LINE + state());
      screen.flush();
    }
  }

  @PeriodicTimer(every = "10s", daemon = true)
  @Synchronized(lock = "screen")
  void log() {
    if (!terminal) {
      screen.println(state());
    }
  }

  @Daemon
  void watchKeys() throws IOException {
    for (int key; (key = keys.read()) >= 0; ) {
      switch (key) {
        case 'p' -> pauseOrResume();
        case 's' -> show();
        case 'q' -> fabric().close(Duration.ofSeconds(1));
        default -> {} // Enter, above all
      }
    }
  }

  private void pauseOrResume() {
    if (finder.isPaused()) {
      finder.resume();
    } else {
      finder.pause();
    }
    show();
  }

  @Synchronized(lock = "screen")
  void show() {
    screen.println(terminal ? ERASE_LINE + state() : state());
  }

  private String state() {
    return line.at(fabric().time().nanos(), finder);
  }

  @Override
  @Synchronized(lock = "screen")
  public void close() {
    if (terminal) {
      screen.print(ERASE_LINE);
      screen.flush();
    }
  }
}
