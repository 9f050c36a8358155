package io.lappet.internal.fabric;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A lane whose tasks an executor of the user runs. */
final class ExecutorLane extends LaneCore {
  private final Executor executor;
  private final Set<TaskCore<?>> tasks = ConcurrentHashMap.newKeySet();

  ExecutorLane(FabricCore fabric, String name, Executor executor) {
    super(fabric, name, null);
    this.executor = executor;
  }

  @Override
  void put(TaskCore<?> task) {
    tasks.add(task);
    try {
      executor.execute(() -> performInPlace(task, Threads.currentJob()));
    } catch (Throwable e) {
      task.fail(e);
    }
  }

  @Override
  boolean hasWork() {
    return tasks.stream().anyMatch(TaskCore::isPending);
  }

  @Override
  @Nullable
  TaskCore<?> poll() {
    return tasks.stream().filter(TaskCore::isPending).findFirst().orElse(null);
  }

  @Override
  void forget(TaskCore<?> task) {
    tasks.remove(task);
  }

  @Override
  void dropEnded() {} // they are forgotten at once

  @Override
  void listTasks(List<TaskCore<?>> all) {
    tasks.stream().filter(task -> !task.isQuiet()).forEach(all::add);
  }

  @Override
  void listThreads(BiConsumer<Thread, Job> all) {
    for (TaskCore<?> task : tasks) {
      Thread thread = task.runner();
      if (thread != null) {
        Helper helper = new Helper(fabric());
        helper.begin(task);
        all.accept(thread, helper);
      }
    }
  }

  @Override
  void onClosed() {}

  @Override
  boolean isOver() {
    return isClosed() && present() <= 0;
  }
}
