package io.lappet.processor.body.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Doubt;
import io.lappet.processor.body.facts.Sending;
import io.lappet.processor.body.facts.Spot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds variables of one method whose value is used after it was sent, and parameters that it sends.
 * Whether other methods send what they are given is not known yet, nor whether they change it.
 */
final class SentValues extends FlowScan {
  private final Symbols symbols;
  private final CompilationUnitTree unit;
  private final Mutability mutability;
  private final Senders senders;
  private final MessageParts parts;
  private final Function<Tree, Spot> spots;
  private final ExecutableElement method;
  private final boolean givesAway;

  private final Set<Act> found = new LinkedHashSet<>();
  private final Set<VariableElement> told = new HashSet<>();
  private final Set<VariableElement> made = new HashSet<>();
  private final Set<VariableElement> replaced = new HashSet<>();
  /** The calls whose result is in a variable. */
  private final Map<VariableElement, Spot> results = new HashMap<>();

  private final Set<Tree> rounds = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<SentSoFar> exits = new ArrayList<>();

  /** Of {@code method}, whose result is sent if it {@code givesAway}. */
  SentValues(
      Symbols symbols,
      CompilationUnitTree unit,
      Senders senders,
      Function<Tree, Spot> spots,
      ExecutableElement method,
      boolean givesAway) {
    this.symbols = symbols;
    this.unit = unit;
    this.mutability = new Mutability(symbols);
    this.senders = senders;
    this.parts = new MessageParts(symbols, unit);
    this.spots = spots;
    this.method = method;
    this.givesAway = givesAway;
  }

  /** What is used again in {@code body}, and which parameters it sends. */
  List<Act> in(Tree body) {
    scan(body, null);
    if (done.isReached()) {
      leave(null, new Outcome(done, done));
    }
    // Another result than true or false does not say what was sent: then it has to be so at each
    // end.
    Predicate<VariableElement> isSent = method.getReturnType().getKind() == TypeKind.VOID
        ? parameter -> true
        : parameter -> exits.stream().allMatch(exit -> exit.of(parameter).isPresent());
    for (SentSoFar exit : exits) {
      exit.variables().forEach((variable, sent) -> {
        if (isSent.test(variable)) {
          sends(variable, Optional.empty(), sent);
        }
      });
    }
    return List.copyOf(found);
  }

  // Where it ends.

  /** What is still in a field when a method ends is there for whoever looks next. */
  @Override
  void leave(@Nullable ExpressionTree result, Outcome outcome) {
    SentSoFar last = outcome.either();
    if (givesAway && result != null) {
      Sent there = new Sent(Sending.at(spots.apply(result)), false);
      for (VariableElement part : parts.of(result).keySet()) {
        last = last.with(part, there);
      }
    }
    last.variables().forEach((variable, sent) -> {
      if (variable.getKind().isField()) {
        // Who has just made it anew will do so again before the next change.
        Doubt doubt = made.contains(variable) ? Doubt.IF_BY_OTHERS : Doubt.NONE;
        tell(variable, sent.sending(), sent.sending().spot(), doubt);
      }
    });
    if (method.getReturnType().getKind() == TypeKind.BOOLEAN) {
      sends(outcome.whenTrue(), true);
      sends(outcome.whenFalse(), false);
    } else if (last.isReached()) {
      exits.add(last);
    }
  }

  private void sends(SentSoFar last, boolean result) {
    last.variables().forEach((variable, sent) -> sends(variable, Optional.of(result), sent));
  }

  private void sends(VariableElement variable, Optional<Boolean> result, Sent sent) {
    int parameter = Symbols.parameter(variable);
    if (parameter >= 0 && !sent.inside() && !replaced.contains(variable)) {
      Spot spot = sent.sending().spot();
      found.add(new Act.Resend(parameter, result, sent.sending(), List.of(), spot));
    }
  }

  private void tell(VariableElement variable, Sending sending, Spot at, Doubt doubt) {
    boolean isCertain = sending.isCertain() && doubt == Doubt.NONE;
    if (mutability.isMutable(variable.asType())
        && (isCertain ? told.add(variable) : !told.contains(variable))) {
      String owner = variable.getKind().isField() ? symbols.name(Symbols.declaring(variable)) : "";
      String name = variable.getSimpleName().toString();
      found.add(new Act.Reuse(name, owner, sending, doubt, List.of(), at));
    }
  }

  // What is sent.

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    if (!(symbols.element(unit, tree.getMethodSelect()) instanceof ExecutableElement called)) {
      return super.visitMethodInvocation(tree, null);
    }
    readReceiver(tree, called);
    String type = symbols.name(Symbols.declaring(called));
    if (Library.runsForEach(type, called.getSimpleName().toString())) {
      rounds.addAll(tree.getArguments());
    }
    super.visitMethodInvocation(tree, null);
    if (!Library.knows(type)) {
      // Another method of the object may have put something else into its fields.
      done = done.without(variable -> variable.getKind().isField());
    }
    if (senders.isSend(called)) {
      send(tree);
    } else if (senders.mayResend(called)) {
      give(tree);
    }
    return null;
  }

  private void send(MethodInvocationTree tree) {
    Sending there = Sending.at(spots.apply(tree));
    parts
        .of(tree.getArguments().get(0))
        .forEach((variable, inside) -> done = done.with(variable, new Sent(there, inside)));
  }

  /** Each argument may be sent by the method that is called. */
  private void give(MethodInvocationTree tree) {
    for (int i = 0; i < tree.getArguments().size(); i++) {
      Sent given = new Sent(Sending.given(spots.apply(tree), i), false);
      parts
          .variable(tree.getArguments().get(i))
          .ifPresent(variable -> done = done.with(variable, given));
    }
  }

  @Override
  boolean isRound(LambdaExpressionTree lambda) {
    return rounds.contains(lambda);
  }

  @Override
  SentSoFar after(ExpressionTree condition, boolean result) {
    if (condition instanceof LiteralTree literal && literal.getValue() instanceof Boolean value) {
      return value == result ? done : SentSoFar.UNREACHED;
    }
    Spot call = null;
    if (condition instanceof MethodInvocationTree) {
      call = spots.apply(condition);
    } else if (condition instanceof IdentifierTree
        && symbols.element(unit, condition) instanceof VariableElement variable) {
      call = results.get(variable);
    }
    return call == null ? done : done.after(call, result);
  }

  // What is used.

  private void readReceiver(MethodInvocationTree tree, ExecutableElement called) {
    if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      boolean isChange = Library.MUTATORS.contains(select.getIdentifier().toString());
      boolean isOurs = !Library.isOfJdk(symbols.name(Symbols.declaring(called)));
      parts.variable(select.getExpression()).ifPresent(variable -> {
        if (isChange || isOurs) {
          change(variable, tree, isChange ? Doubt.NONE : Doubt.IF_CHANGED);
        }
      });
    }
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    parts.variable(tree).ifPresent(it -> read(it, tree));
    return null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    parts.variable(tree).ifPresent(it -> read(it, tree));
    return super.visitMemberSelect(tree, null);
  }

  /** Who was given a value may have been told that it does not change: then only a change counts. */
  private void read(VariableElement variable, Tree at) {
    if (made.contains(variable) || variable.getKind().isField()) {
      done.of(variable)
          .filter(sent -> !sent.inside())
          .ifPresent(sent -> tell(variable, sent.sending(), spots.apply(at), Doubt.NONE));
    }
  }

  private void change(VariableElement variable, Tree at, Doubt doubt) {
    done.of(variable).ifPresent(sent -> tell(variable, sent.sending(), spots.apply(at), doubt));
  }

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    scan(tree.getInitializer(), null);
    if (symbols.element(unit, tree) instanceof VariableElement variable) {
      assign(variable, tree.getInitializer());
    }
    return null;
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void unused) {
    scan(tree.getExpression(), null);
    Optional<VariableElement> variable = parts.variable(tree.getVariable());
    if (variable.isPresent()) {
      assign(variable.get(), tree.getExpression());
    } else {
      changePart(tree.getVariable(), tree);
      scan(tree.getVariable(), null);
    }
    return null;
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
    changePart(tree.getVariable(), tree);
    return super.visitCompoundAssignment(tree, null);
  }

  @Override
  public Void visitUnary(UnaryTree tree, Void unused) {
    switch (tree.getKind()) {
      case POSTFIX_DECREMENT, POSTFIX_INCREMENT, PREFIX_DECREMENT, PREFIX_INCREMENT ->
        changePart(tree.getExpression(), tree);
      default -> {}
    }
    return super.visitUnary(tree, null);
  }

  /** An element or a field of what a variable holds is assigned. */
  private void changePart(ExpressionTree part, Tree at) {
    ExpressionTree bare = Expressions.bare(part);
    if (bare instanceof ArrayAccessTree access) {
      parts.variable(access.getExpression()).ifPresent(it -> change(it, at, Doubt.NONE));
    } else if (bare instanceof MemberSelectTree select) {
      parts.variable(select.getExpression()).ifPresent(it -> change(it, at, Doubt.NONE));
    }
  }

  private void assign(VariableElement variable, @Nullable ExpressionTree value) {
    done = done.without(variable::equals);
    if (variable.getKind() == ElementKind.PARAMETER) {
      replaced.add(variable);
    }
    ExpressionTree bare = value == null ? null : Expressions.bare(value);
    if (bare != null && mutability.makesMutable(unit, bare)) {
      made.add(variable);
    } else {
      made.remove(variable);
    }
    if (bare instanceof MethodInvocationTree && variable.asType().getKind() == TypeKind.BOOLEAN) {
      results.put(variable, spots.apply(bare));
    } else {
      results.remove(variable);
    }
  }
}
