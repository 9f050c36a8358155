package io.lappet.internal.seam;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Where a thread was, as text: from the code of the user on. */
final class CallStack {
  private static final int DEEPEST = 16;

  private CallStack() {}

  static String of(StackTraceElement[] stack) {
    List<StackTraceElement> frames = Arrays.stream(stack)
        .dropWhile(frame -> !isOfUser(frame))
        .filter(frame -> !frame.getClassName().contains("$$Lambda"))
        .toList();
    String text = frames.stream()
        .limit(DEEPEST)
        .map(frame -> "    at " + shortened(frame) + "\n")
        .collect(Collectors.joining());
    return frames.size() > DEEPEST ? text + "    ..\n" : text;
  }

  private static boolean isOfUser(StackTraceElement frame) {
    String name = frame.getClassName();
    return !name.startsWith("io.lappet.internal.")
        && !name.startsWith("io.lappet.gen.")
        && !name.startsWith("java.")
        && !name.startsWith("jdk.");
  }

  /** Without the names of loaders and modules. */
  private static StackTraceElement shortened(StackTraceElement frame) {
    return new StackTraceElement(
        frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
  }
}
