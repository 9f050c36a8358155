package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.CHANNEL;
import static io.lappet.processor.model.Vocabulary.CHANNELS;
import static io.lappet.processor.model.Vocabulary.MONITOR;
import static io.lappet.processor.model.Vocabulary.READ_WRITE_MONITOR;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.lappet.processor.model.AccessorModel;
import io.lappet.processor.model.AccessorModel.ChannelAccessor;
import io.lappet.processor.model.AccessorModel.LockAccessor;
import io.lappet.processor.model.ClassModel;
import io.lappet.processor.model.SharedResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes how a constructor gets the resources of shared interfaces:
 *
 * <pre>{@code
 * Books books = WovenBooks.in(fabric);
 * ledgerLock = Monitor.behind(books.ledger());
 * }</pre>
 */
final class SharedCode {
  private final String fabric;
  private final Parameters parameters;
  private final Map<ClassName, String> variables = new LinkedHashMap<>();

  /**
   * Writes for one constructor.
   *
   * @param fabric the name of its fabric
   */
  SharedCode(String fabric, Parameters parameters) {
    this.fabric = fabric;
    this.parameters = parameters;
  }

  /** The statements that put {@code resource} into {@code field}. */
  List<CodeBlock> assign(String field, SharedResource resource) {
    List<CodeBlock> statements = new ArrayList<>();
    CodeBlock handle = handle(resource, statements);
    statements.add(CodeBlock.of("$N = $L", field, behind(resource.accessor(), handle)));
    return statements;
  }

  /** The handle of {@code resource}; what has to stand before it is added to {@code statements}. */
  CodeBlock handle(SharedResource resource, List<CodeBlock> statements) {
    ClassModel type = resource.owner().type();
    String variable = variables.computeIfAbsent(type.name(), key -> {
      String name = parameters.variable(Text.uncapitalized(type.name().simpleName()));
      statements.add(
          CodeBlock.of("$T $N = $T.in($N)", type.name(), name, type.generated(), fabric));
      return name;
    });
    return CodeBlock.of("$N.$N()", variable, resource.name());
  }

  /** What generated code needs, from the handle that the interface hands out. */
  private static CodeBlock behind(AccessorModel accessor, CodeBlock handle) {
    if (accessor instanceof LockAccessor lock) {
      ClassName type = lock.readWrite() ? READ_WRITE_MONITOR : MONITOR;
      return CodeBlock.of("$T.behind($L)", type, handle);
    } else if (accessor instanceof ChannelAccessor
        && !isChannel(accessor.signature().returns())) {
      return CodeBlock.of("$T.behind($L)", CHANNELS, handle);
    }
    return handle;
  }

  private static boolean isChannel(TypeName type) {
    return type instanceof ParameterizedTypeName generic && generic.rawType().equals(CHANNEL);
  }
}
