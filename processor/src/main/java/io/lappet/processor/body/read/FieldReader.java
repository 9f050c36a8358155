package io.lappet.processor.body.read;

import static io.lappet.processor.body.read.Expressions.bare;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Touch;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** Reads what a body does to fields, and to what they hold. */
final class FieldReader {
  /** What looks like a field, and is none. */
  private static final Set<String> NO_FIELDS = Set.of("this", "super", "length", "class");

  private final BodyScan scan;
  private final ClassScan owner;
  private final Symbols symbols;
  private final Expressions expressions;

  FieldReader(BodyScan scan, ClassScan owner) {
    this.scan = scan;
    this.owner = owner;
    this.symbols = scan.symbols();
    this.expressions = scan.expressions();
  }

  /** The field that {@code tree} names. */
  Optional<VariableElement> field(ExpressionTree tree) {
    return expressions.element(tree) instanceof VariableElement variable
            && variable.getKind().isField()
        ? Optional.of(variable)
        : Optional.empty();
  }

  // Looking.

  /** Reads {@code tree}, which names {@code field} without its object. */
  void read(ExpressionTree tree, VariableElement field) {
    access(tree, field, Touch.READ, true);
  }

  /** Reads {@code tree}, which names {@code field} of some object. */
  void readSelected(MemberSelectTree tree, VariableElement field) {
    ExpressionTree of = bare(tree.getExpression());
    Optional<VariableElement> array = field(of)
        .filter(it -> tree.getIdentifier().contentEquals("length"))
        .filter(it -> it.asType().getKind() == TypeKind.ARRAY);
    if (array.isPresent()) {
      // How long it is never changes: to ask for that does not look at what it holds.
      access(of, array.get(), Touch.READ, false);
      readQualifier(of);
    } else {
      access(tree, field, Touch.READ, true);
      readQualifier(tree);
    }
  }

  /** Looks at the object whose field is named; that gives it to nobody. */
  private void readQualifier(ExpressionTree tree) {
    if (tree instanceof MemberSelectTree select) {
      Element element = expressions.element(select.getExpression());
      boolean isPlain = element instanceof VariableElement it && !it.getKind().isField()
          || element instanceof TypeElement;
      if (!isPlain) {
        scan.scan(select.getExpression(), null);
      }
    }
  }

  // Calls.

  /** Reads a call of {@code method} on what {@code field} holds, which {@code tree} names. */
  void call(ExpressionTree tree, VariableElement field, ExecutableElement method) {
    access(tree, field, touch(field, method), false);
  }

  /** Reads a call on {@code view}: {@code map.values().clear()} changes the map. */
  void callOfView(ExpressionTree view, ExecutableElement method) {
    if (view instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && Library.isView(select.getIdentifier().toString())) {
      ExpressionTree of = bare(select.getExpression());
      field(of)
          .filter(it -> touch(it, method) == Touch.MUTATE)
          .ifPresent(it -> access(of, it, Touch.MUTATE, false));
    }
  }

  /** What a call of {@code method} does to what {@code field} holds. */
  private Touch touch(VariableElement field, ExecutableElement method) {
    return Library.isMutator(
            symbols.erased(field.asType()), method.getSimpleName().toString())
        ? Touch.MUTATE
        : Touch.READ;
  }

  // Changes.

  /** Reads that {@code target} is assigned, or read and assigned, if that is a field or a part of one. */
  void assign(ExpressionTree target, Touch touch) {
    Optional<VariableElement> field = field(target);
    if (field.isPresent()) {
      readQualifier(target);
      access(target, field.get(), touch, false);
    } else if (target instanceof ArrayAccessTree element) {
      scan.scan(element.getIndex(), null);
      assignElement(bare(element.getExpression()), touch);
    }
  }

  private void assignElement(ExpressionTree array, Touch touch) {
    Optional<VariableElement> field = field(array);
    if (field.isPresent()) {
      readQualifier(array);
      Touch ofContent = touch == Touch.UPDATE ? Touch.TALLY : Touch.MUTATE;
      access(array, field.get(), ofContent, false);
    } else {
      scan.scan(array, null);
    }
  }

  /** Says that others get what a field of this object holds, if that is what {@code value} is. */
  void escape(ExpressionTree value, String verb) {
    ExpressionTree held = expressions.shown(bare(value));
    field(held)
        .filter(owner::isContainer)
        .filter(it -> expressions.ownerOf(held, it).isThis())
        .ifPresent(field -> scan.add(new Act.Escape(
            symbols.name(Symbols.declaring(field)),
            field.getSimpleName().toString(),
            verb,
            held != bare(value),
            scan.held(),
            scan.spot(held))));
  }

  private void access(ExpressionTree tree, VariableElement field, Touch touch, boolean shows) {
    String name = field.getSimpleName().toString();
    boolean isConstant =
        field.getKind() == ElementKind.ENUM_CONSTANT || field.getConstantValue() != null;
    if (isConstant || NO_FIELDS.contains(name)) {
      return;
    }
    scan.add(new Act.Access(
        expressions.ownerOf(tree, field),
        symbols.name(Symbols.declaring(field)),
        name,
        touch,
        shows,
        scan.held(),
        scan.spot(tree)));
  }
}
