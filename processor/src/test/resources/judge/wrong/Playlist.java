// LAP209
package music;

import io.lappet.Fabric;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** The lambda is written under the lock, and runs when it was given back. */
@Woven
public abstract class Playlist {
  @interface GuardedBy {
    String value();
  }

  @GuardedBy("songs")
  private final Deque<String> songs = new ArrayDeque<>();

  abstract Fabric fabric();

  @Synchronized(lock = "songs")
  public void add(String song) {
    songs.addLast(song);
  }

  @Synchronized(lock = "songs")
  public void playLater(Duration after) {
    if (!songs.isEmpty()) {
      fabric()
          .after(
              after,
              "play",
              () -> {
                System.out.println(songs.pollFirst()); // here
              });
    }
  }
}
