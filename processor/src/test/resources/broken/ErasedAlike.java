package app;

import io.lappet.annotation.*;
import java.util.List;

abstract class Base<T> {
  void one(List<String> names) {}

  void other(T thing) {}

  <A extends java.lang.Number> void third(A thing) {}
}

abstract class First extends Base<String> {
  @Synchronized
  void one(List<Integer> numbers) {}
}

abstract class Second extends Base<String> {
  @Synchronized
  void other(Object thing) {}
}

abstract class Third extends Base<String> {
  @Synchronized
  <A extends java.lang.Number & Runnable> void third(A thing) {}
}
