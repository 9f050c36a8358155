package io.lappet.processor.body.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What expressions in one body mean: which object, which resource, which lock, which tasks. */
final class Expressions {
  private final ClassScan owner;
  private final Symbols symbols;
  private final Variables variables;
  private final MessageParts parts;

  Expressions(ClassScan owner, Variables variables) {
    this.owner = owner;
    this.symbols = owner.symbols();
    this.variables = variables;
    this.parts = new MessageParts(symbols, owner.unit());
  }

  /** {@code tree} without parentheses and casts. */
  static ExpressionTree bare(ExpressionTree tree) {
    ExpressionTree bare = tree;
    while (true) {
      if (bare instanceof ParenthesizedTree inner) {
        bare = inner.getExpression();
      } else if (bare instanceof TypeCastTree cast) {
        bare = cast.getExpression();
      } else {
        return bare;
      }
    }
  }

  /** What {@code select}, which names a method, is called on; empty if that is not written. */
  static Optional<ExpressionTree> receiver(ExpressionTree select) {
    return select instanceof MemberSelectTree member
        ? Optional.of(bare(member.getExpression()))
        : Optional.empty();
  }

  private static boolean isName(Tree tree) {
    return tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
  }

  @Nullable
  Element element(Tree tree) {
    return symbols.element(owner.unit(), tree);
  }

  @Nullable
  TypeMirror type(ExpressionTree tree) {
    return symbols.type(owner.unit(), tree);
  }

  /** The declared type of {@code tree}, without type arguments. */
  String erased(ExpressionTree tree) {
    TypeMirror type = type(tree);
    return type == null ? "?" : symbols.erased(type);
  }

  /** The local variable or parameter that {@code tree} is. */
  Optional<VariableElement> variable(ExpressionTree tree) {
    return tree instanceof IdentifierTree
            && element(tree) instanceof VariableElement variable
            && !variable.getKind().isField()
        ? Optional.of(variable)
        : Optional.empty();
  }

  /** What {@code tree} shows: itself, or the collection or array of which it is a view. */
  ExpressionTree shown(ExpressionTree tree) {
    return parts.shown(tree);
  }

  /** The object that {@code tree} means. */
  Path path(ExpressionTree tree) {
    if (tree instanceof NewClassTree) {
      return Path.FRESH;
    }
    if (!isName(tree) || !(element(tree) instanceof VariableElement variable)) {
      return Path.UNKNOWN;
    }
    String name = variable.getSimpleName().toString();
    if (name.equals("this") || name.equals("super")) {
      return thisPath(tree);
    }
    if (!variable.getKind().isField()) {
      return variables.path(variable);
    }
    if (!variable.getModifiers().contains(Modifier.FINAL)) {
      return Path.UNKNOWN;
    }
    if (variable.getModifiers().contains(Modifier.STATIC)) {
      return Path.SHARED.field(symbols.name(Symbols.declaring(variable))).field(name);
    }
    return ownerOf(tree, variable).field(name);
  }

  List<Path> paths(List<? extends ExpressionTree> trees) {
    return trees.stream().map(it -> path(bare(it))).toList();
  }

  private Path thisPath(ExpressionTree tree) {
    if (tree instanceof MemberSelectTree select
        && element(select.getExpression()) instanceof TypeElement type
        && !symbols.lineage(owner.type()).contains(type)) {
      return Path.outer(symbols.name(type));
    }
    return Path.THIS;
  }

  /** The object on which {@code method} is called. */
  Path on(ExecutableElement method, Optional<ExpressionTree> receiver) {
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return Path.SHARED;
    }
    return receiver.map(this::path).orElseGet(() -> implicit(method));
  }

  /** The object whose {@code field} it is that {@code tree} names. */
  Path ownerOf(ExpressionTree tree, VariableElement field) {
    if (field.getModifiers().contains(Modifier.STATIC)) {
      return Path.SHARED;
    }
    return tree instanceof MemberSelectTree select
        ? path(bare(select.getExpression()))
        : implicit(field);
  }

  /** The object of a member that is named without one. */
  private Path implicit(Element member) {
    TypeElement declaring = Symbols.declaring(member);
    return symbols.lineage(owner.type()).contains(declaring)
        ? Path.THIS
        : Path.outer(symbols.name(declaring));
  }

  /** The resource that {@code tree} means. */
  Optional<Resource> resource(ExpressionTree tree) {
    if (tree instanceof MethodInvocationTree call
        && element(call.getMethodSelect()) instanceof ExecutableElement method) {
      Path on = on(method, receiver(call.getMethodSelect()));
      return owner
          .names()
          .accessor(method)
          .map(node -> Resource.of(on, node))
          .map(it -> it.node().shared() && variables.areFabricsSeveral() ? it.ofSomeFabric() : it);
    }
    return isName(tree) && element(tree) instanceof VariableElement variable
        ? variables.resource(variable)
        : Optional.empty();
  }

  /** The lock that {@code tree} means, as one that is held. */
  Optional<Hold> lock(ExpressionTree tree) {
    ExpressionTree bare = bare(tree);
    if (bare instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && (select.getIdentifier().contentEquals("readLock")
            || select.getIdentifier().contentEquals("writeLock"))) {
      boolean read = select.getIdentifier().contentEquals("readLock");
      return lock(select.getExpression()).map(it -> new Hold(it.lock(), read, false));
    }
    Optional<Resource> ours = resource(bare).filter(it -> it.node().kind() == Node.Kind.LOCK);
    return ours.or(() -> foreign(bare)).map(lock -> new Hold(lock, false, false));
  }

  /** The lock that is held if {@code condition} is true: {@code if (lock.tryLock())}. */
  Optional<Hold> tried(ExpressionTree condition) {
    return condition instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("tryLock")
        ? lock(select.getExpression()).map(it -> new Hold(it.lock(), it.read(), true))
        : Optional.empty();
  }

  /** The permits that {@code tree} takes one of, or several, and waits for that. */
  Optional<Resource> acquired(ExpressionTree tree) {
    return tree instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("acquire")
        ? resource(bare(select.getExpression())).filter(it -> it.node().kind() == Node.Kind.PERMITS)
        : Optional.empty();
  }

  /** The monitor of the object that {@code tree} means. */
  Hold monitor(ExpressionTree tree) {
    Node node = new Node(Node.Kind.FOREIGN, erased(tree), "monitor", false);
    return new Hold(Resource.of(path(tree), node), false, false);
  }

  private Optional<Resource> foreign(ExpressionTree tree) {
    if (isName(tree)
        && element(tree) instanceof VariableElement field
        && field.getKind().isField()
        && field.getModifiers().contains(Modifier.FINAL)) {
      Node node = new Node(
          Node.Kind.FOREIGN,
          symbols.name(Symbols.declaring(field)),
          field.getSimpleName().toString(),
          field.getModifiers().contains(Modifier.STATIC));
      return Optional.of(Resource.of(ownerOf(tree, field), node));
    }
    return Optional.empty();
  }

  /** The bodies whose end {@code tree}, a task or a group of them, stands for. */
  List<String> tasks(ExpressionTree tree) {
    List<String> started = variables.started(tree);
    if (started.isEmpty() && tree instanceof MethodInvocationTree call) {
      // Task.all(List.of(one, other)): what is waited for stands in the arguments.
      return call.getArguments().stream()
          .flatMap(it -> tasks(bare(it)).stream())
          .toList();
    }
    if (!started.isEmpty()) {
      return started;
    }
    return tree instanceof IdentifierTree && element(tree) instanceof VariableElement variable
        ? variables.tasks(variable)
        : List.of();
  }
}
