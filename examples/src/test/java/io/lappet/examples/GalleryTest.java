package io.lappet.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.ConfinementException;
import io.lappet.Fabric;
import io.lappet.Generator;
import io.lappet.Task;
import io.lappet.TaskFailedException;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.io.FileNotFoundException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GalleryTest {
  @Test
  void aTaskHasWhatTheTargetReturnsOrThrows() {
    try (Fabric fabric = Fabric.create()) {
      Gallery gallery = new WovenGallery(fabric);

      assertThat(gallery.loadAsync("cat").join()).isEqualTo(":3");
      assertThatThrownBy(() -> gallery.loadAsync("dog").join())
          .isInstanceOf(TaskFailedException.class)
          .hasCauseInstanceOf(FileNotFoundException.class);
      assertThat(gallery.thumbnailAsync("<><").join()).isEqualTo("<");
    }
  }

  @LappetTest
  void aReminderComesLaterUnlessItIsTakenBack(TestFabric fabric) throws InterruptedException {
    Gallery gallery = new WovenGallery(fabric);
    gallery.remindAsync("Ann");
    Task<Void> other = gallery.remindAsync("Bob");

    fabric.advance(Duration.ofSeconds(1));
    assertThat(gallery.reminded).isEmpty();
    assertThat(other.cancel()).isTrue();
    fabric.advance(Duration.ofSeconds(1));

    assertThat(gallery.reminded).containsExactly("Ann");
  }

  @Test
  void pagesAreMadeOneByOne() {
    try (Fabric fabric = Fabric.create();
        Generator<List<String>> pages = new WovenGallery(fabric).pages(1)) {
      assertThat(pages.next()).containsExactly("cat");
      assertThat(pages.next()).containsExactly("fish");
      assertThat(pages.hasNext()).isFalse();
    }
  }

  @LappetTest(seeds = 50)
  void aTurnstileCountsWithoutALock(TestFabric fabric) throws InterruptedException {
    Gallery.Turnstile turnstile = new WovenGallery_Turnstile(fabric);
    for (int visitor = 0; visitor < 5; visitor++) {
      fabric.submit("visitor", () -> {
        turnstile.enterAsync();
        return null;
      });
    }
    fabric.settle();

    Task<Integer> inside = turnstile.insideAsync();
    fabric.settle();

    assertThat(inside.join()).isEqualTo(5);
    assertThatThrownBy(turnstile::inside).isInstanceOf(ConfinementException.class);
  }
}
