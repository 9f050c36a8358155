package io.lappet.processor.body.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds variables of one body whose value is used after it was sent, there or by another method of the
 * class which does so with what it is given.
 */
final class SentValues extends FlowScan {
  static final String SENDER = "io.lappet.Sender";

  private final Symbols symbols;
  private final CompilationUnitTree unit;
  private final Mutability mutability;
  private final Function<Tree, Spot> spots;
  private final @Nullable TypeElement type; // whose methods are looked into; null if none are
  private final List<Act> found = new ArrayList<>();
  private final Set<VariableElement> told = new HashSet<>();
  private final Set<VariableElement> made = new HashSet<>();
  private final Set<Element> sentParameters = new HashSet<>();

  SentValues(
      Symbols symbols,
      CompilationUnitTree unit,
      Mutability mutability,
      Function<Tree, Spot> spots,
      @Nullable TypeElement type) {
    this.symbols = symbols;
    this.unit = unit;
    this.mutability = mutability;
    this.spots = spots;
    this.type = type;
  }

  /** A message, as an argument of a call. */
  private record Sent(VariableElement variable, int argument) {}

  /** What is used again in {@code body}. */
  List<Act> in(Tree body) {
    scan(body, null);
    leave();
    return List.copyOf(found);
  }

  /** What is still in a field when a method ends is there for whoever looks next. */
  @Override
  void leave() {
    Map<VariableElement, Spot> last = done == null ? Map.of() : done;
    last.forEach((variable, where) -> {
      if (variable.getKind().isField()) {
        tell(variable, where, where);
      } else if (variable.getKind() == ElementKind.PARAMETER) {
        sentParameters.add(variable);
      }
    });
    done = null;
  }

  private void tell(VariableElement variable, Spot where, Spot at) {
    if (told.add(variable)) {
      String owner = variable.getKind().isField() ? symbols.name(Symbols.declaring(variable)) : "";
      String name = variable.getSimpleName().toString();
      found.add(new Act.Reuse(name, owner, where, List.of(), at));
    }
  }

  // What is sent and used.

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    Optional<Sent> message = sent(tree);
    if (message.isPresent()) {
      int place = message.get().argument();
      scan(tree.getMethodSelect(), null);
      for (int i = 0; i < tree.getArguments().size(); i++) {
        if (i != place) {
          scan(tree.getArguments().get(i), null);
        }
      }
      use(message.get().variable(), tree.getArguments().get(place), false);
      if (done != null) {
        done.put(message.get().variable(), spots.apply(tree));
      }
      return null;
    }
    if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      boolean isChange = Library.MUTATORS.contains(select.getIdentifier().toString());
      variable(select.getExpression()).ifPresent(it -> use(it, tree, isChange));
    }
    super.visitMethodInvocation(tree, null);
    forgetFields(tree);
    return null;
  }

  @Override
  boolean isDoneIfTrue(MethodInvocationTree call) {
    return isSend(call);
  }

  /** The variable whose value a call sends, if that could be changed afterwards. */
  private Optional<Sent> sent(MethodInvocationTree tree) {
    return isSend(tree) ? message(tree, 0) : sentByHelper(tree);
  }

  private boolean isSend(MethodInvocationTree tree) {
    return !tree.getArguments().isEmpty()
        && symbols.element(unit, tree.getMethodSelect()) instanceof ExecutableElement method
        && symbols.name(Symbols.declaring(method)).equals(SENDER);
  }

  private Optional<Sent> message(MethodInvocationTree tree, int argument) {
    return variable(tree.getArguments().get(argument))
        .filter(it -> mutability.isMutable(it.asType()))
        .map(it -> new Sent(it, argument));
  }

  /** What a method sends that says nothing: another one may tell by its result that it did not. */
  private Optional<Sent> sentByHelper(MethodInvocationTree tree) {
    if (type == null
        || tree.getArguments().isEmpty()
        || !(tree.getMethodSelect() instanceof IdentifierTree)
        || !(symbols.element(unit, tree.getMethodSelect()) instanceof ExecutableElement method)
        || !Symbols.declaring(method).equals(type)
        || method.getReturnType().getKind() != TypeKind.VOID
        || method.isVarArgs()) {
      return Optional.empty();
    }
    MethodTree helper = symbols.trees().getTree(method);
    if (helper == null || helper.getBody() == null) {
      return Optional.empty();
    }
    SentValues inside = new SentValues(symbols, unit, mutability, spots, null);
    inside.in(helper.getBody());
    List<? extends VariableElement> parameters = method.getParameters();
    return IntStream.range(0, parameters.size())
        .filter(i -> inside.sentParameters.contains(parameters.get(i)))
        .boxed()
        .findFirst()
        .flatMap(i -> message(tree, i));
  }

  /** Another method of the object may have put something else into its fields. */
  private void forgetFields(MethodInvocationTree tree) {
    if (done != null
        && symbols.element(unit, tree.getMethodSelect()) instanceof ExecutableElement method) {
      String type = symbols.name(Symbols.declaring(method));
      if (!Library.isOfJdk(type) && !Library.isOfRuntime(type)) {
        done.keySet().removeIf(variable -> variable.getKind().isField());
      }
    }
  }

  private Optional<VariableElement> variable(ExpressionTree tree) {
    ExpressionTree bare = Expressions.bare(tree);
    boolean isOfThis = bare instanceof IdentifierTree
        || bare instanceof MemberSelectTree select
            && select.getExpression() instanceof IdentifierTree of
            && of.getName().contentEquals("this");
    Element element = isOfThis ? symbols.element(unit, bare) : null;
    return element instanceof VariableElement variable ? Optional.of(variable) : Optional.empty();
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    variable(tree).ifPresent(it -> use(it, tree, false));
    return null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    variable(tree).ifPresent(it -> use(it, tree, false));
    return super.visitMemberSelect(tree, null);
  }

  private void use(VariableElement variable, Tree at, boolean isChange) {
    Spot where = done == null ? null : done.get(variable);
    // Who was given a value may have been told that it does not change: then only a change counts.
    boolean isCertain =
        isChange || made.contains(variable) || variable.getKind().isField();
    if (where != null && isCertain) {
      tell(variable, where, spots.apply(at));
    }
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
    Optional<VariableElement> variable = variable(tree.getVariable());
    if (variable.isPresent()) {
      assign(variable.get(), tree.getExpression());
    } else {
      scan(tree.getVariable(), null);
    }
    return null;
  }

  private void assign(VariableElement variable, @Nullable ExpressionTree value) {
    if (done != null) {
      done.remove(variable);
    }
    if (value != null && mutability.makesMutable(unit, Expressions.bare(value))) {
      made.add(variable);
    } else {
      made.remove(variable);
    }
  }
}
