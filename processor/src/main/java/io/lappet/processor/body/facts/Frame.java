package io.lappet.processor.body.facts;

import io.lappet.processor.body.facts.Act.Invoke;
import java.util.List;

/**
 * How the objects of a method that is called are named by who calls it.
 *
 * @param callee the method that is called
 * @param on the object that it is called on
 * @param same whether the callee is a lambda of the caller, which sees the same variables
 */
public record Frame(MethodFacts callee, Path on, List<Path> arguments, boolean same) {
  /** The frame of {@code callee} when {@code call} runs it. */
  public static Frame of(Invoke call, MethodFacts callee) {
    boolean same = callee.kind() == MethodFacts.Kind.LAMBDA;
    return new Frame(callee, call.on(), call.arguments(), same);
  }

  /** What {@code inner} is called outside. */
  public Path path(Path inner) {
    if (same && inner.root() != Path.Root.FRESH) {
      return inner;
    }
    Path begin = switch (inner.root()) {
      case THIS -> on;
      case SHARED -> Path.SHARED;
      case VARIABLE -> argument(inner);
      case FRESH -> inner;
      case OUTER, UNKNOWN -> Path.UNKNOWN;
    };
    if (inner.root() == Path.Root.SHARED || inner.root() == Path.Root.FRESH) {
      return inner;
    }
    for (String field : inner.fields()) {
      begin = begin.field(field);
    }
    return begin;
  }

  private Path argument(Path variable) {
    boolean given = variable.parameter() >= 0
        && variable.parameter() < arguments.size()
        && variable.variable().equals(callee.id());
    return given ? arguments.get(variable.parameter()) : Path.UNKNOWN;
  }

  /** What {@code inner} is called outside. */
  public Resource resource(Resource inner) {
    return inner.on(path(inner.of()), inner.key().map(this::path));
  }

  /** What {@code inner} is called outside. */
  public Hold hold(Hold inner) {
    return new Hold(resource(inner.lock()), inner.read(), inner.timed());
  }

  /** What the callee calls {@code outer}; of an object that it does not know, if it cannot name it. */
  public Hold inward(Hold outer) {
    Resource lock = outer.lock();
    return new Hold(
        lock.on(inward(lock.of()), lock.key().map(this::inward)), outer.read(), outer.timed());
  }

  private Path inward(Path outer) {
    if (same || outer.root() == Path.Root.SHARED) {
      return outer;
    }
    if (outer.isKnown() && outer.equals(on)) {
      return Path.THIS;
    }
    if (on.isThis() && outer.isOfThis()) {
      return outer;
    }
    int argument = outer.isKnown() ? arguments.indexOf(outer) : -1;
    return argument < 0 ? Path.UNKNOWN : Path.variable(outer.name(), callee.id(), argument);
  }
}
