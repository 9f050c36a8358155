package io.lappet.processor.body.read;

import static io.lappet.processor.model.Vocabulary.LIMIT;
import static io.lappet.processor.model.Vocabulary.SYNCHRONIZED;
import static io.lappet.processor.model.Vocabulary.WAIT_UNTIL;

import io.lappet.processor.body.facts.Entry;
import io.lappet.processor.body.facts.Entry.Guard;
import io.lappet.processor.body.facts.Entry.Pass;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.read.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Reads from annotations what a call waits for and holds. */
final class Entries {
  private final Symbols symbols;
  private final ResourceNames names;

  Entries(Symbols symbols, ResourceNames names) {
    this.symbols = symbols;
    this.names = names;
  }

  /** What a call of {@code method} waits for and holds. */
  Entry of(ExecutableElement method) {
    if (method.getAnnotationMirrors().isEmpty()
        || method.getModifiers().contains(Modifier.ABSTRACT)) {
      return Entry.NONE;
    }
    Optional<Mark> wait = mark(method, WAIT_UNTIL);
    Optional<Guard> guard = wait.flatMap(it -> guard(method, it));
    Optional<Pass> gate =
        guard.isPresent() ? Optional.empty() : wait.flatMap(it -> gate(method, it));
    Optional<Pass> permit = mark(method, LIMIT).flatMap(it -> permit(method, it));
    List<Hold> locks = mark(method, SYNCHRONIZED).map(it -> locks(method, it)).orElse(List.of());
    return new Entry(gate, permit, locks, guard);
  }

  private Optional<Mark> mark(ExecutableElement method, com.palantir.javapoet.ClassName name) {
    return Mark.find(symbols.elements(), method, name);
  }

  private List<Hold> locks(ExecutableElement method, Mark mark) {
    List<Hold> holds = new ArrayList<>();
    Optional<Path> key = Optional.of(mark.string("key"))
        .filter(text -> !text.isEmpty())
        .map(text -> names.key(method, text));
    for (String name : names.lockNames(method)) {
      names
          .find(method, name, Node.Kind.LOCK)
          .map(lock -> lock.on(lock.of(), key))
          .map(lock -> new Hold(lock, mark.flag("read"), !mark.string("timeout").isEmpty()))
          .ifPresent(holds::add);
    }
    return List.copyOf(holds);
  }

  private Optional<Pass> permit(ExecutableElement method, Mark mark) {
    boolean timed = !mark.string("timeout").isEmpty();
    String name = mark.string("value");
    if (name.isEmpty()) {
      Node own = new Node(
          Node.Kind.PERMITS, symbols.name(Symbols.declaring(method)), symbols.id(method), false);
      return Optional.of(new Pass(Resource.of(Path.THIS, own), timed, mark.number("permits")));
    }
    return names.find(method, name, Node.Kind.PERMITS).map(it -> new Pass(it, timed));
  }

  private Optional<Pass> gate(ExecutableElement method, Mark mark) {
    return names
        .find(method, mark.string("value"), Node.Kind.GATE)
        .map(gate -> new Pass(gate, !mark.string("timeout").isEmpty()));
  }

  private Optional<Guard> guard(ExecutableElement method, Mark mark) {
    String text = mark.string("value");
    boolean negated = text.startsWith("!");
    String name = negated ? text.substring(1) : text;
    for (TypeElement type : symbols.lineage(Symbols.declaring(method))) {
      for (ExecutableElement guard : ElementFilter.methodsIn(type.getEnclosedElements())) {
        if (guard.getSimpleName().contentEquals(name)
            && guard.getReturnType().getKind() == TypeKind.BOOLEAN) {
          return Optional.of(
              new Guard(symbols.id(guard), negated, !mark.string("timeout").isEmpty()));
        }
      }
    }
    return Optional.empty();
  }
}
