package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.MONITOR;
import static io.lappet.processor.model.Vocabulary.MONITORS;
import static io.lappet.processor.model.Vocabulary.WEAVING;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.lappet.processor.model.AccessorModel;
import io.lappet.processor.model.AccessorModel.ChannelAccessor;
import io.lappet.processor.model.AccessorModel.FabricAccessor;
import io.lappet.processor.model.AccessorModel.LockAccessor;
import io.lappet.processor.model.AccessorModel.WorkerAccessor;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.Signature;
import io.lappet.processor.model.WovenModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the methods that a woven class overrides. */
final class MethodCode {
  private final WovenModel woven;
  private final Fields fields;

  MethodCode(WovenModel woven, Fields fields) {
    this.woven = woven;
    this.fields = fields;
  }

  List<MethodSpec> all() {
    List<MethodSpec> all = new ArrayList<>();
    woven.accessors().forEach(accessor -> all.add(accessor(accessor)));
    for (GuardedModel method : woven.guarded()) {
      if (!isClose(method)) {
        all.add(guarded(method));
      }
    }
    woven.close().ifPresent(close -> all.add(close(close)));
    return all;
  }

  /**
   * Writes for instance
   *
   * <pre>{@code
   * @Override
   * ChannelView<RawLine> raw() {
   *   return Weaving.ready(rawChannel, "LogPipeline.raw()");
   * }
   * }</pre>
   */
  private MethodSpec accessor(AccessorModel accessor) {
    Signature signature = accessor.signature();
    MethodSpec.Builder method = override(signature);
    new Parameters(fields.taken()).declare(method, signature);
    CodeBlock suffix = CodeBlock.of(accessor instanceof FabricAccessor ? ".fabric()" : "");
    return method
        .addStatement(
            "return $T.ready($N, $S)$L", WEAVING, field(accessor), call(signature), suffix)
        .build();
  }

  private String field(AccessorModel accessor) {
    if (accessor instanceof ChannelAccessor channel) {
      return fields.channel(channel.channel().channel());
    } else if (accessor instanceof LockAccessor lock) {
      return fields.lock(lock.signature().name());
    } else if (accessor instanceof WorkerAccessor worker) {
      return fields.worker(worker.method());
    } else {
      return fields.weaving().orElseThrow();
    }
  }

  private MethodSpec guarded(GuardedModel guarded) {
    MethodSpec.Builder method = override(guarded.signature());
    Parameters parameters = new Parameters(fields.taken());
    parameters.declare(method, guarded.signature());
    return method.addCode(underLock(guarded, parameters)).build();
  }

  /**
   * Writes for instance
   *
   * <pre>{@code
   * Monitor lock = balanceLock;
   * if (lock == null) { // still constructing: not shared yet
   *   super.deposit(cents);
   *   return;
   * }
   * lock.enter();
   * try {
   *   super.deposit(cents);
   * } finally {
   *   lock.exit();
   * }
   * }</pre>
   */
  private CodeBlock underLock(GuardedModel guarded, Parameters parameters) {
    Signature signature = guarded.signature();
    boolean isOne = guarded.locks().size() == 1;
    String lock = parameters.variable(isOne ? "lock" : "locks");
    CodeBlock body = superCall(signature, parameters);
    CodeBlock.Builder code = CodeBlock.builder()
        .addStatement("$T $N = $N", isOne ? MONITOR : MONITORS, lock, fields.guard(guarded))
        .add("if ($N == null) { // still constructing: not shared yet\n$>", lock)
        .addStatement(body);
    if (signature.isVoid()) {
      code.addStatement("return");
    }
    return code.add("$<}\n")
        .addStatement("$N.$L", lock, enter(guarded))
        .beginControlFlow("try")
        .addStatement(body)
        .nextControlFlow("finally")
        .addStatement("$N.exit()", lock)
        .endControlFlow()
        .build();
  }

  private CodeBlock enter(GuardedModel guarded) {
    String verb = guarded.interruptible() ? "enterInterruptibly" : "enter";
    return guarded.timeout().isEmpty()
        ? CodeBlock.of("$L()", verb)
        : CodeBlock.of("$L($N, $S)", verb, fields.timeout(guarded), call(guarded.signature()));
  }

  /**
   * Writes for instance
   *
   * <pre>{@code
   * @Override
   * public void close() {
   *   if (weaving == null || weaving.closeOnce()) {
   *     super.close();
   *   }
   * }
   * }</pre>
   */
  private MethodSpec close(Signature close) {
    MethodSpec.Builder method = override(close);
    Parameters parameters = new Parameters(fields.taken());
    parameters.declare(method, close);
    String weaving = fields.weaving().orElseThrow();
    method.beginControlFlow("if ($1N == null || $1N.closeOnce())", weaving);
    Optional<GuardedModel> guarded =
        woven.guarded().stream().filter(this::isClose).findFirst();
    if (guarded.isPresent()) {
      method.addCode(underLock(guarded.get(), parameters));
    } else {
      method.addStatement(superCall(close, parameters));
    }
    return method.endControlFlow().build();
  }

  private boolean isClose(GuardedModel method) {
    return woven.close().filter(method.signature()::equals).isPresent();
  }

  private static CodeBlock superCall(Signature signature, Parameters parameters) {
    return CodeBlock.of(
        "$Lsuper.$N($L)",
        signature.isVoid() ? "" : "return ",
        signature.name(),
        parameters.given());
  }

  private String call(Signature signature) {
    return woven.type().label() + "." + signature.label();
  }

  static MethodSpec.Builder override(Signature signature) {
    return MethodSpec.methodBuilder(signature.name())
        .addAnnotation(Override.class)
        .addModifiers(signature.visibility().toArray(Modifier[]::new))
        .returns(signature.returns());
  }
}
