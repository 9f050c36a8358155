package io.lappet.testing;

import io.lappet.Barrier;
import io.lappet.Body;
import io.lappet.Channel;
import io.lappet.Coroutine;
import io.lappet.Fn;
import io.lappet.Generator;
import io.lappet.Lane;
import io.lappet.ShutdownReport;
import io.lappet.Task;
import io.lappet.TaskGroup;
import io.lappet.TimeSource;
import io.lappet.Worker;
import io.lappet.spi.DelegatingFabric;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Passes everything on to the fabric that does the work. */
abstract class ForwardingFabric implements DelegatingFabric {
  @Override
  public String name() {
    return delegate().name();
  }

  @Override
  public void start() {
    delegate().start();
  }

  @Override
  public <T> T start(T component) {
    return delegate().start(component);
  }

  @Override
  public ShutdownReport stop(Object component, Duration grace) {
    return delegate().stop(component, grace);
  }

  @Override
  public void close() {
    delegate().close();
  }

  @Override
  public ShutdownReport close(Duration grace) {
    return delegate().close(grace);
  }

  @Override
  public void join() throws InterruptedException {
    delegate().join();
  }

  @Override
  public State state() {
    return delegate().state();
  }

  @Override
  public Optional<Throwable> failure() {
    return delegate().failure();
  }

  @Override
  public TimeSource time() {
    return delegate().time();
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    delegate().sleep(time);
  }

  @Override
  public List<Worker> workers() {
    return delegate().workers();
  }

  @Override
  public Optional<Worker> worker(String name) {
    return delegate().worker(name);
  }

  @Override
  public List<Task<?>> tasks() {
    return delegate().tasks();
  }

  @Override
  public List<Thread> threads() {
    return delegate().threads();
  }

  @Override
  public List<Channel<?>> channels() {
    return delegate().channels();
  }

  @Override
  public Optional<Channel<?>> channel(String name) {
    return delegate().channel(name);
  }

  @Override
  public String describe() {
    return delegate().describe();
  }

  @Override
  public <T> Task<T> submit(String name, Callable<T> body) {
    return delegate().submit(name, body);
  }

  @Override
  public <T, R> List<R> map(
      Collection<? extends T> in, int parallelism, Fn<? super T, ? extends R> fn)
      throws InterruptedException {
    return delegate().map(in, parallelism, fn);
  }

  @Override
  public TaskGroup group() {
    return delegate().group();
  }

  @Override
  public Lane lane(String name) {
    return delegate().lane(name);
  }

  @Override
  public <T> Generator<T> generator(String name, Generator.Source<T> body) {
    return delegate().generator(name, body);
  }

  @Override
  public <I, O> Coroutine<I, O> coroutine(String name, Coroutine.Routine<I, O> body) {
    return delegate().coroutine(name, body);
  }

  @Override
  public Task<Void> at(Instant moment, String name, Body body) {
    return delegate().at(moment, name, body);
  }

  @Override
  public Task<Void> after(Duration delay, String name, Body body) {
    return delegate().after(delay, name, body);
  }

  @Override
  public Barrier barrier(int parties) {
    return delegate().barrier(parties);
  }

  @Override
  public Barrier barrier(int parties, Runnable action, Duration timeout) {
    return delegate().barrier(parties, action, timeout);
  }

  @Override
  public String toString() {
    return delegate().toString();
  }
}
