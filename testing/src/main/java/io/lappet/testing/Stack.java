package io.lappet.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The stack of a thread as text, without what tells a reader nothing. */
final class Stack {
  /** What is on top of the stacks of those that wait, and of the one that asks. */
  private static final Set<String> OURS = Set.of(Scheduler.class.getName(), Report.class.getName());

  private Stack() {}

  static String of(Thread thread) {
    List<StackTraceElement> frames = Arrays.asList(thread.getStackTrace());
    return frames.subList(top(frames), frames.size()).stream()
        .filter(frame -> !frame.getClassName().contains("$$Lambda"))
        .map(frame -> "    at " + text(frame) + "\n")
        .collect(Collectors.joining());
  }

  private static int top(List<StackTraceElement> frames) {
    int top = 0;
    for (int i = 0; i < frames.size(); i++) {
      if (OURS.contains(frames.get(i).getClassName())) {
        top = i + 1;
      }
    }
    return top;
  }

  /** Without the names of loaders and modules. */
  private static StackTraceElement text(StackTraceElement frame) {
    return new StackTraceElement(
        frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
  }
}
