package io.lappet.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** A call with its arguments: on one line if they fit, else on lines of their own. */
final class Arguments {
  private static final int WIDTH = 92;

  private Arguments() {}

  /** {@code head} with {@code arguments} in parentheses. */
  static CodeBlock of(CodeBlock head, List<CodeBlock> arguments) {
    CodeBlock line = CodeBlock.of("$L($L)", head, CodeBlock.join(arguments, ", "));
    if (Text.width(line) <= WIDTH) {
      return line;
    }
    CodeBlock one = CodeBlock.join(arguments, ", ");
    CodeBlock inside = Text.width(one) <= WIDTH ? one : CodeBlock.join(arguments, ",\n");
    return CodeBlock.of("$L(\n$L)", head, inside);
  }
}
