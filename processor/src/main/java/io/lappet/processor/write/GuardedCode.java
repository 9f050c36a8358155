package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.GATE;
import static io.lappet.processor.model.Vocabulary.GATES;
import static io.lappet.processor.model.Vocabulary.LIMITS;
import static io.lappet.processor.model.Vocabulary.PERMITS;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.Handle;
import io.lappet.processor.model.PermitUse;
import java.util.ArrayList;
import java.util.List;

/** Writes one call of a method that waits, from outside to inside: gate, permit, locks, guard. */
final class GuardedCode {
  private final GuardedModel guarded;
  private final Fields fields;
  private final Parameters parameters;
  private final Frame frame;
  private final CodeBlock superCall;
  private final String call;

  /**
   * Begins.
   *
   * @param superCall the call of the user's method
   * @param call the call, as messages name it
   */
  GuardedCode(
      GuardedModel guarded,
      Fields fields,
      Parameters parameters,
      CodeBlock superCall,
      String call) {
    this.guarded = guarded;
    this.fields = fields;
    this.parameters = parameters;
    this.frame = new Frame(fields, parameters, superCall, guarded.signature().isVoid(), call);
    this.superCall = superCall;
    this.call = call;
  }

  CodeBlock code() {
    guarded.gate().ifPresent(use -> addGate(use.gate()));
    guarded.permit().ifPresent(this::addPermit);
    guarded
        .hold()
        .ifPresent(new LockCode(guarded, fields, parameters, frame, superCall, call)::add);
    return frame.code();
  }

  private void addGate(Handle gate) {
    CodeBlock target = gate instanceof Handle.Own
        ? frame.own(GATE, "gate", fields.gate(gate.text()))
        : reach(gate);
    frame.before(wait(GATES, "await", target, Wait.GATE));
  }

  private void addPermit(PermitUse use) {
    CodeBlock permits = permits(use);
    CodeBlock enter = wait(LIMITS, "enter", permits, Wait.LIMIT);
    frame.around(enter, CodeBlock.of("$T.exit($L)", LIMITS, permits));
  }

  private CodeBlock permits(PermitUse use) {
    if (use instanceof PermitUse.OfMethod alone) {
      return frame.own(PERMITS, "permits", fields.permits(guarded, alone.shape()));
    }
    Handle shared = ((PermitUse.OfAll) use).permits();
    if (shared instanceof Handle.Own) {
      return frame.own(PERMITS, "permits", fields.permits(shared.text()));
    }
    CodeBlock permits = frame.variable("permits");
    frame.before(CodeBlock.of("$T $L = $L", PERMITS, permits, reach(shared)));
    return permits;
  }

  private CodeBlock wait(ClassName how, String verb, CodeBlock target, Wait kind) {
    String interruptibly = guarded.interruptible() ? "Interruptibly" : "";
    List<CodeBlock> arguments = new ArrayList<>(List.of(target));
    fields.timeouts().of(guarded, kind).ifPresent(arguments::add);
    arguments.add(CodeBlock.of("$S", call));
    return Arguments.of(CodeBlock.of("$T.$L$L", how, verb, interruptibly), arguments);
  }

  private CodeBlock reach(Handle handle) {
    return PathCode.of(((Handle.Path) handle).path(), parameters);
  }
}
