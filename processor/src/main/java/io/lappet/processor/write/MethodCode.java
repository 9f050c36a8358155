package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.MONITOR;
import static io.lappet.processor.model.Vocabulary.WEAVING;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.lappet.processor.model.AccessorModel;
import io.lappet.processor.model.AccessorModel.ChannelAccessor;
import io.lappet.processor.model.AccessorModel.FabricAccessor;
import io.lappet.processor.model.AccessorModel.GateAccessor;
import io.lappet.processor.model.AccessorModel.LaneAccessor;
import io.lappet.processor.model.AccessorModel.LockAccessor;
import io.lappet.processor.model.AccessorModel.PermitsAccessor;
import io.lappet.processor.model.AccessorModel.WorkerAccessor;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.LockModel;
import io.lappet.processor.model.Locks;
import io.lappet.processor.model.PathModel;
import io.lappet.processor.model.Signature;
import io.lappet.processor.model.TwinModel;
import io.lappet.processor.model.WovenModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    woven.twins().forEach(twin -> all.add(twin(twin)));
    woven.checked().forEach(method -> all.add(checked(method)));
    for (GuardedModel method : woven.guarded()) {
      if (!isClose(method)) {
        all.add(guarded(method));
      }
    }
    woven.close().ifPresent(close -> all.add(close(close)));
    Set<String> asked = Locks.askedFor(woven);
    if (!asked.isEmpty()) {
      all.add(lockNamed(asked));
    }
    return all;
  }

  /**
   * Writes for instance
   *
   * <pre>{@code
   * @Override
   * public Monitor lockNamed(String name) {
   *   return switch (name) {
   *     case "balance" -> balanceLock;
   *     default -> throw new IllegalArgumentException(name);
   *   };
   * }
   * }</pre>
   */
  private MethodSpec lockNamed(Set<String> locks) {
    String name = new Parameters(fields.taken()).variable("name");
    MethodSpec.Builder method = MethodSpec.methodBuilder("lockNamed")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(MONITOR)
        .addParameter(String.class, name)
        .addCode("return switch ($N) {\n$>", name);
    for (String lock : locks) {
      method.addCode("case $S -> $L;\n", lock, fields.locks().enterableOrNull(lock, false));
    }
    return method
        .addCode("default -> throw new $T($N);\n$<};\n", IllegalArgumentException.class, name)
        .build();
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
    return method
        .addStatement(
            "return $T.ready($N, $S)$L", WEAVING, field(accessor), call(signature), part(accessor))
        .build();
  }

  /** The call that makes of the field what is handed out. */
  private String part(AccessorModel accessor) {
    if (accessor instanceof LockAccessor lock) {
      LockModel model = fields.locks().model(lock.signature().name());
      boolean isOneSide = model.kind() == LockModel.Kind.READ_WRITE && !lock.readWrite();
      return isOneSide ? ".writeLock()" : "";
    }
    return accessor instanceof FabricAccessor ? ".fabric()" : "";
  }

  private String field(AccessorModel accessor) {
    if (accessor instanceof ChannelAccessor channel) {
      return fields.channel(channel.channel().channel());
    } else if (accessor instanceof LockAccessor lock) {
      return fields.locks().field(lock.signature().name());
    } else if (accessor instanceof GateAccessor gate) {
      return fields.gate(gate.signature().name());
    } else if (accessor instanceof PermitsAccessor permits) {
      return fields.permits(permits.signature().name());
    } else if (accessor instanceof LaneAccessor lane) {
      return fields.lane(lane.signature().name()).orElseThrow();
    } else if (accessor instanceof WorkerAccessor worker) {
      return fields.worker(worker.method(), worker.number()).orElseThrow();
    } else {
      return fields.weaving().orElseThrow();
    }
  }

  /**
   * Writes for instance
   *
   * <pre>{@code
   * @Override
   * Task<User> loadAsync(String id) {
   *   return Weaving.ready(loadTwin, "Users.loadAsync()").call(() -> load(id));
   * }
   * }</pre>
   */
  private MethodSpec twin(TwinModel twin) {
    MethodSpec.Builder method = override(twin.signature());
    Parameters parameters = new Parameters(fields.taken());
    parameters.declare(method, twin.signature());
    List<CodeBlock> given = new ArrayList<>(parameters.arguments());
    CodeBlock head = CodeBlock.of("()");
    if (twin.form() == TwinModel.Form.GENERATE) {
      head = CodeBlock.of("$N", parameters.variable("out"));
      given.add(head);
    }
    CodeBlock ready =
        CodeBlock.of("$T.ready($N, $S)", WEAVING, fields.twin(twin), call(twin.signature()));
    CodeBlock target = CodeBlock.of("$N($L)", twin.target(), CodeBlock.join(given, ", "));
    String back = twin.form() == TwinModel.Form.TELL ? "" : "return ";
    return method
        .addStatement(Chain.on("$L$L", back, ready)
            .call("$L($L -> $L)", twin.form().verb(), head, target)
            .code())
        .build();
  }

  /**
   * Writes for instance
   *
   * <pre>{@code
   * @Override
   * void add(Item item) {
   *   if (loop != null) { // else still constructing: nobody has it yet
   *     loop.require("Cart.add(Item)");
   *   }
   *   super.add(item);
   * }
   * }</pre>
   */
  private MethodSpec checked(Signature signature) {
    MethodSpec.Builder method = override(signature);
    Parameters parameters = new Parameters(fields.taken());
    parameters.declare(method, signature);
    CodeBlock superCall = superCall(signature, parameters);
    return method
        .addCode(check(signature))
        .addStatement(signature.isVoid() ? superCall : CodeBlock.of("return $L", superCall))
        .build();
  }

  /** What refuses calls that do not come from the loop of a confined object. */
  private CodeBlock check(Signature signature) {
    return fields
        .loop()
        .map(loop -> CodeBlock.builder()
            .add("if ($N != null) { // else still constructing: nobody has it yet\n$>", loop)
            .addStatement("$N.require($S)", loop, Text.call(woven.type().label(), signature))
            .add("$<}\n")
            .build())
        .orElse(CodeBlock.of(""));
  }

  private MethodSpec guarded(GuardedModel guarded) {
    MethodSpec.Builder method = override(guarded.signature()).addJavadoc(CallSummary.of(guarded));
    Parameters parameters = new Parameters(taken(guarded));
    parameters.declare(method, guarded.signature());
    return method
        .addCode(check(guarded.signature()))
        .addCode(guardedCall(guarded, parameters))
        .build();
  }

  private CodeBlock guardedCall(GuardedModel guarded, Parameters parameters) {
    Signature signature = guarded.signature();
    CodeBlock superCall = superCall(signature, parameters);
    return new GuardedCode(guarded, fields, parameters, superCall, call(signature)).code();
  }

  /** The names of fields that the code uses, so that no variable hides them. */
  private Set<String> taken(GuardedModel guarded) {
    Set<String> taken = new LinkedHashSet<>(fields.taken());
    guarded
        .paths()
        .map(PathModel::first)
        .filter(hop -> hop.kind() == PathModel.Kind.FIELD)
        .forEach(hop -> taken.add(hop.name()));
    return taken;
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
      method.addCode(guardedCall(guarded.get(), parameters));
    } else {
      method.addStatement(superCall(close, parameters));
    }
    return method.endControlFlow().build();
  }

  private boolean isClose(GuardedModel method) {
    return woven.close().filter(method.signature()::equals).isPresent();
  }

  private static CodeBlock superCall(Signature signature, Parameters parameters) {
    return CodeBlock.of("super.$N($L)", signature.name(), parameters.given());
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
