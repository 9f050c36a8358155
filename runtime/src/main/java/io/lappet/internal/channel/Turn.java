package io.lappet.internal.channel;

/** Which lane a receiver looks at first. Of one thread. */
final class Turn {
  private static final int RUN = 256;

  int lane;
  private int run;

  /** Begins with {@code lane}, so that several receivers begin with several lanes. */
  Turn(int lane) {
    this.lane = lane;
  }

  /** A message was found in {@code found} of so many lanes; after a run of them others come first. */
  void found(int found, int lanes) {
    if (found != lane) {
      lane = found;
      run = 0;
    } else if (++run == RUN) {
      lane = found + 1 < lanes ? found + 1 : 0;
      run = 0;
    }
  }
}
