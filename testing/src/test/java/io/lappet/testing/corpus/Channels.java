package io.lappet.testing.corpus;

import static io.lappet.testing.corpus.Specimen.go;
import static io.lappet.testing.corpus.Specimen.joinAll;
import static io.lappet.testing.corpus.Specimen.weave;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lappet.Channel;
import io.lappet.ChannelClosedException;
import io.lappet.Task;
import io.lappet.gen.Monitor;
import io.lappet.gen.Weaving;
import io.lappet.testing.TestFabric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faults with channels: what is assumed of order, room and end. */
final class Channels {
  private Channels() {}

  static List<Specimen> all() {
    return List.of(
        new Specimen(
            "lost item on close: closed between check and send", Channels::closedMeanwhile),
        new Specimen("lost item on stop: taken, and then not handled", Channels::takenAndDropped),
        new Specimen("order assumed of two consumers", Channels::orderOfTwoConsumers),
        new Specimen("order assumed between two channels", Channels::orderOfTwoChannels),
        new Specimen("order assumed between two senders", Channels::orderOfTwoSenders),
        new Specimen("double-checked: depth looked at, then received", Channels::depthThenReceive),
        new Specimen("room looked at, then tried to send", Channels::roomThenSend),
        new Specimen("forgotten close: who receives waits for ever", Channels::forgottenClose),
        new Specimen("one end mark for two receivers", Channels::oneEndMarkForTwo),
        new Specimen(
            "a lock is held during a send, and the consumer needs it", Channels::sendHolding));
  }

  private static Channel<Integer> byHand(TestFabric fabric, String name, int capacity) {
    return weave(fabric, "Hand" + name)
        .<Integer>channel(name)
        .capacity(capacity)
        .sentByHand()
        .receivedByHand()
        .make();
  }

  private static void closedMeanwhile(TestFabric fabric, boolean right) {
    Channel<Integer> channel = byHand(fabric, "items", 4);
    int[] accepted = {0};
    int[] got = {0};
    Task<?> sender = go(fabric, "send", () -> {
      if (!channel.isClosed()) {
        accepted[0]++;
        channel.send(1); // refused if it has been closed meanwhile
      }
    });
    Task<?> receiver = go(fabric, "receive", () -> {
      try {
        while (true) {
          got[0] += channel.receive();
        }
      } catch (ChannelClosedException e) {
        // the end
      }
    });
    go(fabric, "close", () -> {
      if (right) {
        sender.join();
      }
      channel.close();
    });
    joinAll(List.of(sender, receiver));
    assertEquals(accepted[0], got[0]);
  }

  private static void takenAndDropped(TestFabric fabric, boolean right) {
    Channel<Integer> channel = byHand(fabric, "items", 4);
    Monitor monitor = Monitor.of(fabric, "stop");
    boolean[] stop = {false};
    int[] handled = {0};
    Task<?> receiver = go(fabric, "receive", () -> {
      while (true) {
        boolean stopped = Specimen.with(monitor, () -> stop[0]);
        Optional<Integer> item = right && stopped ? Optional.empty() : channel.tryReceive();
        if (item.isEmpty() && stopped) {
          return;
        }
        boolean late = Specimen.with(monitor, () -> stop[0]);
        if (late && !right) {
          return; // with the item in hand
        }
        item.ifPresent(number -> handled[0]++);
      }
    });
    Task<?> sender = go(fabric, "send", () -> {
      channel.send(1);
      channel.send(2);
    });
    go(fabric, "stop", () -> {
      sender.join();
      Specimen.in(monitor, () -> stop[0] = true);
    });
    joinAll(List.of(sender, receiver));
    assertEquals(2, handled[0] + channel.depth());
  }

  private static void orderOfTwoConsumers(TestFabric fabric, boolean right) throws Exception {
    Weaving weaving = weave(fabric, "Line");
    Channel<Integer> in =
        weaving.<Integer>channel("in").capacity(4).sentByHand().make();
    Monitor monitor = Monitor.of(fabric, "out");
    List<Integer> out = new ArrayList<>();
    weaving
        .consumer("take", in)
        .concurrency(right ? 1 : 2)
        .runs(number -> Specimen.in(monitor, () -> out.add(number)));
    weaving.register();
    fabric.start();
    for (int i = 1; i <= 3; i++) {
      in.send(i);
    }
    fabric.settle();
    assertEquals(List.of(1, 2, 3), out);
  }

  private static void orderOfTwoChannels(TestFabric fabric, boolean right) throws Exception {
    Weaving weaving = weave(fabric, "Line");
    Channel<String> orders = weaving.<String>channel("orders").sentByHand().make();
    Channel<String> cancels = weaving.<String>channel("cancels").sentByHand().make();
    Monitor monitor = Monitor.of(fabric, "book");
    List<String> book = new ArrayList<>();
    weaving.consumer("order", orders).runs(text -> note(monitor, book, text));
    weaving.consumer("cancel", cancels).runs(text -> note(monitor, book, text));
    weaving.register();
    fabric.start();
    orders.send("order");
    if (right) {
      orders.awaitIdle();
    }
    cancels.send("cancel");
    fabric.settle();
    assertEquals(List.of("order", "cancel"), book);
  }

  private static void note(Monitor monitor, List<String> book, String text) {
    Specimen.in(monitor, () -> book.add(text));
  }

  private static void orderOfTwoSenders(TestFabric fabric, boolean right) throws Exception {
    Channel<Integer> channel = byHand(fabric, "numbers", 4);
    Task<?> first = go(fabric, "settings", () -> channel.send(0));
    if (right) {
      first.join();
    }
    go(fabric, "work", () -> channel.send(1));
    assertEquals(0, channel.receive());
  }

  private static void depthThenReceive(TestFabric fabric, boolean right) throws Exception {
    Channel<Integer> channel = byHand(fabric, "items", 4);
    channel.send(1);
    List<Task<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      tasks.add(go(fabric, "take", () -> {
        if (right) {
          channel.tryReceive();
        } else if (channel.depth() > 0) {
          channel.receive();
        }
      }));
    }
    joinAll(tasks);
  }

  private static void roomThenSend(TestFabric fabric, boolean right) {
    Channel<Integer> channel = byHand(fabric, "items", 1);
    int[] sent = {0};
    int[] refused = {0};
    List<Task<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      tasks.add(go(fabric, "send", () -> {
        if (channel.depth() < channel.capacity()) {
          boolean room = channel.trySend(1);
          if (room || !right) {
            sent[0]++; // it was looked that there is room
          } else {
            refused[0]++;
          }
        } else {
          refused[0]++;
        }
      }));
    }
    joinAll(tasks);
    assertEquals(2, sent[0] + refused[0]);
    assertEquals(sent[0], channel.depth());
  }

  private static void forgottenClose(TestFabric fabric, boolean right) {
    Channel<Integer> channel = byHand(fabric, "items", 4);
    int[] sum = {0};
    Task<?> receiver = go(fabric, "receive", () -> {
      try {
        while (true) {
          sum[0] += channel.receive();
        }
      } catch (ChannelClosedException e) {
        // the end
      }
    });
    go(fabric, "send", () -> {
      channel.send(1);
      channel.send(2);
      if (right) {
        channel.close();
      }
    });
    receiver.join();
    assertEquals(3, sum[0]);
  }

  private static void oneEndMarkForTwo(TestFabric fabric, boolean right) {
    Channel<Integer> channel = byHand(fabric, "items", 4);
    List<Task<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      tasks.add(go(fabric, "receive", () -> {
        while (true) {
          if (channel.receive() < 0) {
            return;
          }
        }
      }));
    }
    go(fabric, "send", () -> {
      channel.send(1);
      channel.send(-1);
      if (right) {
        channel.send(-1);
      }
    });
    joinAll(tasks);
  }

  private static void sendHolding(TestFabric fabric, boolean right) {
    Weaving weaving = weave(fabric, "Line");
    Channel<Integer> in =
        weaving.<Integer>channel("in").capacity(1).sentByHand().make();
    Monitor monitor = Monitor.of(fabric, "desk");
    int[] handled = {0};
    weaving.consumer("take", in).runs(number -> Specimen.in(monitor, () -> handled[0]++));
    weaving.register();
    fabric.start();
    Task<?> sender = go(fabric, "send", () -> {
      for (int i = 0; i < 3; i++) {
        if (!right) {
          monitor.lock();
        }
        try {
          in.send(i);
        } finally {
          if (!right) {
            monitor.unlock();
          }
        }
      }
    });
    sender.join();
    fabric.settle();
    assertTrue(handled[0] == 3);
  }
}
