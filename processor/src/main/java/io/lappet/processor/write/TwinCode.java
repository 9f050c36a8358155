package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.OVERFLOW;

import com.palantir.javapoet.CodeBlock;
import io.lappet.processor.model.QueueModel;
import io.lappet.processor.model.Scope;
import io.lappet.processor.model.SharedResource;
import io.lappet.processor.model.TwinModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes how a twin is made:
 *
 * <pre>{@code
 * loadTwin = weaving.twin("load").lane(imagesLane).timeout(Duration.ofMillis(300)).make();
 * }</pre>
 */
final class TwinCode {
  private final Scope scope;
  private final Fields fields;
  private final String weaving;
  private final SharedCode shared;

  /**
   * Writes into one constructor.
   *
   * @param scope what the names of lanes mean
   * @param weaving the name of its weaving
   */
  TwinCode(Scope scope, Fields fields, String weaving, SharedCode shared) {
    this.scope = scope;
    this.fields = fields;
    this.weaving = weaving;
    this.shared = shared;
  }

  /** {@code loop = weaving.loop()}, or {@code weaving.loop(64, Overflow.FAIL)}. */
  CodeBlock loop(QueueModel loop) {
    CodeBlock mailbox = loop.isUnbounded()
        ? CodeBlock.of("")
        : CodeBlock.of("$L, $T.$L", loop.capacity(), OVERFLOW, loop.overflow());
    return CodeBlock.of("$N = $N.loop($L)", fields.loop().orElseThrow(), weaving, mailbox);
  }

  /** The statements that make {@code twin}. */
  List<CodeBlock> of(TwinModel twin) {
    List<CodeBlock> statements = new ArrayList<>();
    Chain chain = Chain.on("$N = $N.twin($S)", fields.twin(twin), weaving, twin.target())
        .callIf(!twin.isNamedAfterTarget(), "calledBy($S)", twin.signature().name())
        .callIf(!twin.name().isEmpty(), "named($S)", twin.name());
    twin.lane().ifPresent(lane -> chain.call("lane($L)", lane(lane, statements)));
    fields.loop().ifPresent(loop -> chain.call("loop($N)", loop));
    twin.delay().ifPresent(it -> chain.call("delay($L)", DurationCode.of(it)));
    twin.timeout().ifPresent(it -> chain.call("timeout($L)", DurationCode.of(it)));
    chain
        .callIf(twin.daemon(), "daemon()")
        .callIf(twin.callerRuns(), "callerRuns()")
        .call("make()");
    statements.add(chain.code());
    return statements;
  }

  private CodeBlock lane(String name, List<CodeBlock> statements) {
    Optional<SharedResource> other = scope.shared(name);
    return fields
        .lane(name)
        .map(field -> CodeBlock.of("$N", field))
        .or(() -> other.map(resource -> shared.handle(resource, statements)))
        .orElseGet(() -> CodeBlock.of("$N.laneOf($S)", weaving, name));
  }
}
