package io.lappet.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** Calls on the result of calls: on one line if they fit, else each on its own. */
final class Chain {
  private static final int WIDTH = 94;

  private final CodeBlock head;
  private final List<CodeBlock> calls = new ArrayList<>();

  private Chain(CodeBlock head) {
    this.head = head;
  }

  /** Begins with {@code head}. */
  static Chain on(String format, Object... arguments) {
    return new Chain(CodeBlock.of(format, arguments));
  }

  /** Adds a call. */
  Chain call(String format, Object... arguments) {
    calls.add(CodeBlock.of("." + format, arguments));
    return this;
  }

  /** Adds a call if {@code needed}. */
  Chain callIf(boolean needed, String format, Object... arguments) {
    return needed ? call(format, arguments) : this;
  }

  /** The whole. */
  CodeBlock code() {
    CodeBlock line = joined("");
    return Text.width(line) <= WIDTH ? line : joined("\n");
  }

  private CodeBlock joined(String separator) {
    CodeBlock.Builder code = CodeBlock.builder().add(head);
    calls.forEach(call -> code.add(separator).add(call));
    return code.build();
  }
}
