package io.lappet.internal.fabric;

/** What a thread that belongs to nobody of the fabric is there for while it runs a task in place. */
final class Helper extends Job {
  Helper(FabricCore fabric) {
    super(fabric);
  }

  @Override
  String name() {
    TaskCore<?> task = task();
    return task == null ? "" : task.name();
  }

  @Override
  boolean ownsThread() {
    return false;
  }
}
