package io.lappet;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that remembers. */
class Recorder implements FabricListener {
  final List<Failure> failures = new CopyOnWriteArrayList<>();
  final List<Duration> pauses = new CopyOnWriteArrayList<>();
  final List<String> started = new CopyOnWriteArrayList<>();
  final List<String> ended = new CopyOnWriteArrayList<>();
  final List<LateTick> late = new CopyOnWriteArrayList<>();

  @Override
  public void onStart(String name, Thread thread) {
    started.add(thread.getName());
  }

  @Override
  public void onEnd(String name, Thread thread) {
    ended.add(thread.getName());
  }

  @Override
  public void onFailure(Failure failure) {
    failures.add(failure);
  }

  @Override
  public void onLate(LateTick tick) {
    late.add(tick);
  }

  @Override
  public void onRestart(Worker worker, Duration after) {
    pauses.add(after);
  }

  List<Throwable> causes() {
    return failures.stream().map(Failure::cause).toList();
  }
}
