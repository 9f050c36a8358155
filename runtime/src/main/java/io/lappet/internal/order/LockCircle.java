package io.lappet.internal.order;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Locks that are taken in a circle, each while the one before is held. */
record LockCircle(List<LockStep> steps) {
  /** Whether there is one of each lock in a fabric, so that all threads mean the same ones. */
  boolean isShared() {
    return steps.stream().allMatch(step -> step.held().startsWith("*"));
  }

  /** Whether no two threads can be in it: one more lock is held around all of it, or all is reading. */
  boolean isHarmless() {
    Set<String> gates = new HashSet<>(steps.get(0).gates());
    steps.forEach(step -> gates.retainAll(step.gates()));
    steps.forEach(step -> gates.remove(step.held()));
    return !gates.isEmpty() || steps.stream().allMatch(LockStep::reads);
  }

  /** Whether none of its locks belongs to a class of which there is none, or several objects. */
  boolean isOfOneEach(List<String> live) {
    return steps.stream()
        .map(LockStep::held)
        .allMatch(lock ->
            lock.startsWith("*") || live.stream().filter(owner(lock)::equals).count() == 1);
  }

  /** As messages tell it. */
  String text(String remark) {
    StringJoiner chain = new StringJoiner(" -> ");
    steps.forEach(step -> chain.add(label(step.held())));
    chain.add(label(steps.get(0).held()));
    StringJoiner text = new StringJoiner("\n")
        .add(
            "[lock-order] Locks are taken in a circle over several modules, so threads can wait for"
                + " each other for ever: " + chain + ".");
    int number = 1;
    for (LockStep step : steps) {
      text.add(number++ + ") " + label(step.held()) + ", then " + label(step.taken()) + ":")
          .add("   " + step.text().replace("\n", "\n   "));
    }
    return text.add(remark + "Take them in one order everywhere. (LAP301)").toString();
  }

  private static String owner(String lock) {
    String name = lock.startsWith("*") ? lock.substring(1) : lock;
    return name.substring(0, name.lastIndexOf('#'));
  }

  private static String label(String lock) {
    String owner = owner(lock);
    String name = lock.substring(lock.lastIndexOf('#') + 1);
    return owner.substring(owner.lastIndexOf('.') + 1) + "." + (name.isEmpty() ? "this" : name);
  }
}
