package io.lappet.processor.body.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** The variables of a body whose values a message is, or shows. */
final class MessageParts {
  /** What looks like a variable, and is the object itself. */
  private static final Set<String> OBJECT = Set.of("this", "super");

  private final Symbols symbols;
  private final CompilationUnitTree unit;

  MessageParts(Symbols symbols, CompilationUnitTree unit) {
    this.symbols = symbols;
    this.unit = unit;
  }

  /** The variable that {@code tree} is: a local one, a parameter, or a field of this object. */
  Optional<VariableElement> variable(ExpressionTree tree) {
    ExpressionTree bare = Expressions.bare(tree);
    boolean isVariable = bare instanceof IdentifierTree name
        ? !OBJECT.contains(name.getName().toString())
        : bare instanceof MemberSelectTree select
            && select.getExpression() instanceof IdentifierTree of
            && of.getName().contentEquals("this");
    return isVariable && symbols.element(unit, bare) instanceof VariableElement variable
        ? Optional.of(variable)
        : Optional.empty();
  }

  /** The variables that {@code message} shows, each with whether it is only part of it. */
  Map<VariableElement, Boolean> of(ExpressionTree message) {
    Map<VariableElement, Boolean> all = new LinkedHashMap<>();
    Optional<VariableElement> itself = variable(message);
    if (itself.isPresent()) {
      all.put(itself.get(), false);
    } else {
      addInside(Expressions.bare(message), all);
    }
    return all;
  }

  private void addInside(ExpressionTree tree, Map<VariableElement, Boolean> all) {
    ExpressionTree shown = shown(tree);
    Optional<VariableElement> variable = variable(shown);
    if (variable.isPresent()) {
      all.putIfAbsent(variable.get(), true);
    } else if (shown instanceof NewClassTree made && keepsItsArguments(made)) {
      made.getArguments().forEach(argument -> addInside(Expressions.bare(argument), all));
    }
  }

  /** What {@code tree} shows: itself, or the collection or array of which it is a view. */
  ExpressionTree shown(ExpressionTree tree) {
    if (!(tree instanceof MethodInvocationTree call)
        || !(symbols.element(unit, call.getMethodSelect()) instanceof ExecutableElement method)) {
      return tree;
    }
    String type = symbols.name(Symbols.declaring(method));
    String name = method.getSimpleName().toString();
    Optional<ExpressionTree> of = Expressions.receiver(call.getMethodSelect());
    if (of.isPresent() && Library.shows(type, name)) {
      return shown(of.get());
    }
    return Library.wraps(type, name) && call.getArguments().size() == 1
        ? shown(Expressions.bare(call.getArguments().get(0)))
        : tree;
  }

  /** Whether it is a record of this compilation that copies nothing. */
  private boolean keepsItsArguments(NewClassTree tree) {
    return symbols.element(unit, tree) instanceof ExecutableElement constructor
        && constructor.getEnclosingElement() instanceof TypeElement type
        && type.getKind() == ElementKind.RECORD
        && symbols.elements().getOrigin(constructor) == Elements.Origin.MANDATED;
  }
}
