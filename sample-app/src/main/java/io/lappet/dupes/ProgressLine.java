package io.lappet.dupes;

/** Puts the state of a search into a line. Not for use by several threads at once. */
final class ProgressLine {
  private static final double NANOS_PER_SECOND = 1e9;

  private long lastNanos;
  private long lastBytesRead;
  private double bytesPerSecond; // a mean in which the latest counts most

  /** Begins to count at the first call. */
  String at(long nanos, DuplicateFinder finder) {
    return at(
        nanos,
        finder.progress(),
        finder.isPaused(),
        finder.files().depth(),
        finder.candidates().depth(),
        finder.heads().depth(),
        finder.suspects().depth());
  }

  String at(long nanos, Progress now, boolean paused, int... depths) {
    if (lastNanos != 0 && nanos > lastNanos && !paused) {
      double seconds = (nanos - lastNanos) / NANOS_PER_SECOND;
      double latest = (now.bytesRead() - lastBytesRead) / seconds;
      bytesPerSecond = bytesPerSecond == 0 ? latest : 0.7 * latest + 0.3 * bytesPerSecond;
    }
    lastNanos = nanos;
    lastBytesRead = now.bytesRead();

    StringBuilder line = new StringBuilder(120);
    line.append(now.files()).append(" files  ").append(Bytes.text(now.bytes()));
    line.append("  read ").append(Bytes.text(now.bytesRead())).append("  ");
    line.append(paused ? "paused" : Bytes.text((long) bytesPerSecond) + "/s").append("  queues");
    for (int depth : depths) {
      line.append(' ').append(depth);
    }
    line.append("  ").append(now.percent()).append('%');
    line.append("  ETA ").append(now.allListed() ? timeFor(now.bytesLeft()) : "unknown yet");
    return line.toString();
  }

  private String timeFor(long bytes) {
    if (bytes > 0 && bytesPerSecond < 1) {
      return "unknown yet";
    }
    long seconds = bytes == 0 ? 0 : (long) Math.ceil(bytes / bytesPerSecond);
    return seconds / 60 + (seconds % 60 < 10 ? ":0" : ":") + seconds % 60;
  }
}
