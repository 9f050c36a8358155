package io.lappet.benchmarks.channels;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * One actor a consumer. Mailboxes are unbounded: the bounded ones throw away what is too much instead
 * of holding up the sender, so they do another job. Producers tell two actors in turn, which is
 * cheaper than a router between them.
 */
final class Actors {
  private Actors() {}

  static AutoCloseable open(Round round) {
    CompletableFuture<List<ActorRef<Integer>>> born = new CompletableFuture<>();
    ActorSystem<Integer> system = ActorSystem.create(
        Behaviors.setup(context -> {
          List<ActorRef<Integer>> actors = new ArrayList<>();
          for (Sink sink : round.sinks) {
            actors.add(context.spawn(consumer(sink), "consumer" + actors.size()));
          }
          born.complete(actors);
          return Behaviors.empty();
        }),
        "round");
    List<ActorRef<Integer>> actors = born.join();
    ActorRef<Integer> first = actors.get(0);
    ActorRef<Integer> last = actors.get(actors.size() - 1);
    Loops producers = new Loops(
        round, first == last ? first::tell : item -> ((item & 1) == 0 ? first : last).tell(item));
    return () -> {
      producers.close();
      CompletionStage<?> end = system.getWhenTerminated();
      system.terminate();
      end.toCompletableFuture().join();
    };
  }

  private static Behavior<Integer> consumer(Sink sink) {
    return Behaviors.receiveMessage(item -> {
      sink.accept(item);
      return Behaviors.same();
    });
  }
}
