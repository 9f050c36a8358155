package io.lappet.examples;

import io.lappet.DeadLetter;
import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import io.lappet.annotation.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What {@code docs/howto.md} shows of channels: one after the other, or beside each other. */
abstract class Warehouse {
  record Parcel(String customer, int urgency, int weight) {}

  record Bill(String customer, int number) {}

  static final class MostUrgentFirst implements Comparator<Parcel> {
    @Override
    public int compare(Parcel one, Parcel other) {
      return Integer.compare(other.urgency(), one.urgency());
    }
  }

  final Map<String, List<Integer>> billed = new ConcurrentHashMap<>();
  final List<Parcel> packed = new ArrayList<>();
  final List<DeadLetter<Parcel>> lost = new ArrayList<>();
  final List<List<String>> stored = new ArrayList<>();
  final List<String> shown = new ArrayList<>();
  final List<String> archived = new ArrayList<>();

  @ChannelSpec(order = Order.PRIORITY, comparator = MostUrgentFirst.class)
  abstract Sender<Parcel> parcels();

  @Consumer(from = "parcels")
  @OnError(retries = 2, backoff = "10ms", deadLetter = "lost")
  void pack(Parcel parcel) {
    if (parcel.weight() > 30) {
      throw new IllegalArgumentException("too heavy");
    }
    packed.add(parcel);
  }

  @Consumer(from = "lost")
  void bury(DeadLetter<Parcel> letter) {
    lost.add(letter);
  }

  abstract Sender<Bill> bills();

  @Consumer(from = "bills", to = "rows", key = "customer", concurrency = 4)
  String enter(Bill bill) {
    billed.computeIfAbsent(bill.customer(), it -> new ArrayList<>()).add(bill.number());
    return bill.customer() + " " + bill.number();
  }

  @Consumer(from = "rows", batch = 100, linger = "5ms")
  void store(List<String> rows) {
    stored.add(rows);
  }

  @ChannelSpec(topic = true)
  abstract Sender<String> news();

  @Consumer(from = "news")
  void show(String text) {
    shown.add(text);
  }

  @Consumer(from = "news")
  void archive(String text) {
    archived.add(text);
  }
}
