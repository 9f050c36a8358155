package app;

import io.lappet.Fabric;
import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;

/** Every consumer method gets every message, also one with several threads or with batches. */
public class Topics {
  abstract static class Paper {
    final List<Integer> printed = new ArrayList<>();
    final Set<Integer> sent = new ConcurrentSkipListSet<>();
    final List<Integer> kept = new ArrayList<>();

    @ChannelSpec(topic = true, capacity = 4)
    abstract Sender<Integer> news();

    @Consumer(from = "news")
    void print(Integer piece) {
      printed.add(piece);
    }

    @Consumer(from = "news", concurrency = 3)
    void send(Integer piece) {
      sent.add(piece);
    }

    @Consumer(from = "news", batch = 7)
    void keep(List<Integer> pieces) {
      kept.addAll(pieces);
    }
  }

  public static void main(String[] arguments) throws Exception {
    List<Integer> all = IntStream.range(0, 100).boxed().toList();
    Paper paper;
    try (Fabric fabric = Fabric.create()) {
      paper = fabric.start(new WovenTopics_Paper(fabric));
      for (Integer piece : all) {
        paper.news().send(piece);
      }
    }
    check(paper.printed.equals(all), paper.printed);
    check(List.copyOf(paper.sent).equals(all), paper.sent);
    check(paper.kept.equals(all), paper.kept);
  }

  private static void check(boolean condition, Object otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}
