package io.lappet.internal.fabric;

import io.lappet.annotation.OnError.Then;
import io.lappet.annotation.ThreadKind;
import java.util.ArrayList;
import java.util.List;

/** A worker whose threads live as long as it does. */
public abstract sealed class ThreadWorker extends WorkerCore
    permits DaemonWorker, PullProducer, PushProducer, ConsumerWorker {
  private List<Thread> prepared = List.of(); // of the one thread that has claimed the worker

  ThreadWorker(Component component, WorkerSpec spec, Then defaultThen) {
    super(component, spec, defaultThen);
  }

  /** Works until there is nothing more to do or the worker stops. */
  abstract void work(Hand hand);

  @Override
  public boolean isDaemon() {
    return kind() == Kind.DAEMON;
  }

  @Override
  int parts() {
    return spec.concurrency();
  }

  @Override
  void prepare() {
    List<Thread> threads = new ArrayList<>();
    ThreadKind kind = spec.thread() == ThreadKind.AUTO ? ThreadKind.PLATFORM : spec.thread();
    for (int i = 1; i <= spec.concurrency(); i++) {
      Hand hand = new Hand();
      threads.add(
          fabric.crew().newThread(spec.threadName(i), kind, isDaemon(), hand, () -> run(hand)));
    }
    prepared = threads;
  }

  @Override
  void launch() {
    List<Thread> threads = prepared;
    prepared = List.of();
    int spawned = 0;
    try {
      for (Thread thread : threads) {
        fabric.crew().spawn(thread);
        spawned++;
      }
    } finally {
      if (spawned < threads.size()) {
        force(); // so that it ends as stopped, and its channels stay open
      }
      for (int i = spawned; i < threads.size(); i++) {
        oneEnded(); // never began
      }
    }
  }

  private void run(Hand hand) {
    attach(hand, Thread.currentThread());
    try {
      work(hand);
    } finally {
      detach(hand);
      fabric.crew().retire();
      oneEnded();
    }
  }
}
