package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What became of numbered messages. Each sender numbers its own from 0; a message is the two numbers
 * in one. Receivers note messages as they get them, each in a page of its own, where the numbers of
 * a sender must go up. In the end all numbers of a sender are there once, by count and by checksum.
 */
final class Ledger {
  private static final int NUMBER_BITS = 40;

  private final boolean inOrder;
  private final Queue<Page> pages = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<Page> ofThread = ThreadLocal.withInitial(this::page);

  /** One for messages that arrive in the order of their senders. */
  Ledger() {
    this(true);
  }

  /** Makes one; {@code inOrder} says whether messages arrive in the order of their senders. */
  Ledger(boolean inOrder) {
    this.inOrder = inOrder;
  }

  static long message(int sender, long number) {
    return (long) sender << NUMBER_BITS | number;
  }

  static int sender(long message) {
    return (int) (message >>> NUMBER_BITS);
  }

  /** A new page, for one receiver at a time. */
  Page page() {
    Page page = new Page();
    pages.add(page);
    return page;
  }

  /** The page of the calling thread. */
  Page pageOfThread() {
    return ofThread.get();
  }

  /** How many messages were noted. Exact once the receivers have ended. */
  long received() {
    return pages.stream().mapToLong(page -> page.all).sum();
  }

  /** Requires that every message was noted in the order of its sender, if that is promised. */
  void requireOrder(String what) {
    assertThat(inOrder ? pages : List.<Page>of())
        .as(what)
        .allSatisfy(page -> assertThat(page.fault).isNull());
  }

  /** Requires that the messages of {@code sender} up to {@code sent} were noted once, in order. */
  void requireAll(int sender, long sent, String what) {
    requireOrder(what);
    long count = 0;
    long sum = 0;
    for (Page page : pages) {
      if (sender < page.counts.length) {
        count += page.counts[sender];
        sum += page.sums[sender];
      }
    }
    long expected = 0;
    for (long number = 0; number < sent; number++) {
      expected += scattered(number);
    }
    assertThat(count).as("%s: messages of sender %s", what, sender).isEqualTo(sent);
    assertThat(sum).as("%s: checksum of sender %s", what, sender).isEqualTo(expected);
  }

  /** So that one lost message and one doubled do not make up for each other. */
  private static long scattered(long number) {
    long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 29;
  }

  /** What one receiver got. */
  static final class Page {
    private long[] counts = new long[4];
    private long[] sums = new long[4];
    private long[] lowest = new long[4];
    private long all;
    private String fault;

    void add(long message) {
      int sender = sender(message);
      long number = message & (1L << NUMBER_BITS) - 1;
      if (sender >= counts.length) {
        int length = Math.max(sender + 1, 2 * counts.length);
        counts = Arrays.copyOf(counts, length);
        sums = Arrays.copyOf(sums, length);
        lowest = Arrays.copyOf(lowest, length);
      }
      if (number < lowest[sender] && fault == null) {
        fault = "message " + number + " of sender " + sender + " after " + (lowest[sender] - 1);
      }
      lowest[sender] = number + 1;
      counts[sender]++;
      sums[sender] += scattered(number);
      all++;
    }
  }
}
