package app;

import io.lappet.Gate;
import io.lappet.Permits;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.Limit;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;

/** Gates and permits, its own and those of others, around locks. */
abstract class Crossing {
  abstract static class Light {
    abstract Gate green();

    @Limit(permits = 2, fair = true)
    abstract Permits lanes();
  }

  final Light light;
  private int crossed;

  Crossing(Light light) {
    this.light = light;
  }

  abstract Gate open();

  @Limit(permits = 2)
  abstract Permits db();

  @WaitUntil("light.green")
  void cross() throws InterruptedException {
    crossed++;
  }

  @WaitUntil(value = "other.green", timeout = "3s")
  void crossOther(Light other) {
    crossed++;
  }

  @Limit(permits = 4)
  int count() {
    return crossed;
  }

  @Limit(value = "db", timeout = "0s")
  String load(String id) throws InterruptedException {
    return id;
  }

  @Limit("light.lanes")
  @WaitUntil("open")
  void drive(String permits) {
    crossed++;
  }

  @Daemon
  @WaitUntil(value = "open", timeout = "1h")
  @Limit(value = "db", timeout = "1m")
  @Synchronized(lock = "street", timeout = "1s")
  void sweep() {
    crossed = 0;
  }

  @Synchronized(lock = "street")
  void reset() {
    crossed = 0;
  }
}
