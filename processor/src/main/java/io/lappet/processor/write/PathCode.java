package io.lappet.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.lappet.processor.model.PathModel;
import io.lappet.processor.model.PathModel.Hop;

/** Writes the way to an object: {@code to.account().owner}. */
final class PathCode {
  private PathCode() {}

  static CodeBlock of(PathModel path, Parameters parameters) {
    return path.hops().stream().map(hop -> hop(hop, parameters)).collect(CodeBlock.joining("."));
  }

  private static CodeBlock hop(Hop hop, Parameters parameters) {
    return switch (hop.kind()) {
      case PARAMETER -> parameters.named(hop.name());
      case FIELD -> CodeBlock.of("$N", hop.name());
      case METHOD -> CodeBlock.of("$N()", hop.name());
    };
  }
}
