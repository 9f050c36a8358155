package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act.Access;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.FieldFacts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import java.util.List;
import java.util.Optional;

/**
 * That a method uses a field.
 *
 * @param of the object that has the field
 * @param held what is certainly held there
 */
record FieldUse(Access access, Path of, List<Hold> held, MethodFacts in) {
  /** Which field it is, of whichever object. */
  record Field(String owner, String name) {
    static Field of(Access access) {
      return new Field(access.owner(), access.field());
    }

    Optional<FieldFacts> facts(Facts facts) {
      return facts
          .type(owner)
          .flatMap(type ->
              type.fields().stream().filter(it -> it.name().equals(name)).findFirst());
    }
  }

  Field field() {
    return Field.of(access);
  }

  boolean isWrite() {
    return access.isWrite();
  }

  /** Whether {@code lock} of the object that has the field is held, and suffices. */
  boolean isUnder(Node lock) {
    return held.stream()
        .filter(hold -> hold.lock().node().equals(lock) && hold.lock().key().isEmpty())
        .filter(hold -> lock.shared() || hold.lock().of().equals(of))
        .anyMatch(hold -> !(isWrite() && hold.read()));
  }

  /** Whether {@code lock} of any object is held. */
  boolean isHeld(Node lock) {
    return held.stream().anyMatch(hold -> hold.lock().node().equals(lock));
  }

  /** Whether something is held of which nobody knows what it is. */
  boolean isUnclear() {
    return held.stream().anyMatch(hold -> !hold.lock().of().isKnown());
  }
}
