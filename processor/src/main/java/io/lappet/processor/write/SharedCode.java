package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.CHANNEL;
import static io.lappet.processor.model.Vocabulary.CHANNELS;
import static io.lappet.processor.model.Vocabulary.MONITOR;
import static io.lappet.processor.model.Vocabulary.READ_WRITE_MONITOR;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.lappet.processor.model.AccessorModel;
import io.lappet.processor.model.AccessorModel.ChannelAccessor;
import io.lappet.processor.model.AccessorModel.LockAccessor;
import io.lappet.processor.model.ClassModel;
import io.lappet.processor.model.SharedResource;
import java.util.LinkedHashMap;
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
  private final MethodSpec.Builder constructor;
  private final String fabric;
  private final Parameters parameters;
  private final Map<ClassName, String> variables = new LinkedHashMap<>();

  /**
   * Writes into one constructor.
   *
   * @param fabric the name of its fabric
   */
  SharedCode(MethodSpec.Builder constructor, String fabric, Parameters parameters) {
    this.constructor = constructor;
    this.fabric = fabric;
    this.parameters = parameters;
  }

  /** Adds the statement that puts {@code resource} into {@code field}. */
  void assign(String field, SharedResource resource) {
    CodeBlock handle = CodeBlock.of("$N.$N()", variable(resource), resource.name());
    constructor.addStatement("$N = $L", field, behind(resource.accessor(), handle));
  }

  private String variable(SharedResource resource) {
    ClassModel type = resource.owner().type();
    return variables.computeIfAbsent(type.name(), key -> {
      String name = parameters.variable(Text.uncapitalized(type.name().simpleName()));
      constructor.addStatement("$T $N = $T.in($N)", type.name(), name, type.generated(), fabric);
      return name;
    });
  }

  /** What generated code needs, from the handle that the interface hands out. */
  private static CodeBlock behind(AccessorModel accessor, CodeBlock handle) {
    if (accessor instanceof LockAccessor lock) {
      ClassName type = lock.readWrite() ? READ_WRITE_MONITOR : MONITOR;
      return CodeBlock.of("$T.behind($L)", type, handle);
    } else if (accessor instanceof ChannelAccessor && !isChannel(accessor.signature().returns())) {
      return CodeBlock.of("$T.behind($L)", CHANNELS, handle);
    }
    return handle;
  }

  private static boolean isChannel(TypeName type) {
    return type instanceof ParameterizedTypeName generic && generic.rawType().equals(CHANNEL);
  }
}
