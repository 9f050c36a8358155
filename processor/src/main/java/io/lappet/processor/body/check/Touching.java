package io.lappet.processor.body.check;

import io.lappet.processor.body.check.Threads.Root;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Resource;
import java.util.Optional;

/**
 * That a thread uses a field.
 *
 * @param isUpdate whether what is written depends on what was there
 */
record Touching(Root root, FieldUse use, boolean isUpdate) {
  /** Whether it holds a lock of ours that keeps only equal keys apart. */
  boolean isByKey() {
    return use.held().stream()
        .map(Hold::lock)
        .anyMatch(lock -> lock.node().kind() == Node.Kind.LOCK && lock.key().isPresent());
  }

  /** A lock of ours that it holds. */
  Optional<Node> lock() {
    return use.held().stream()
        .map(Hold::lock)
        .filter(lock -> lock.node().kind() == Node.Kind.LOCK && lock.isExact())
        .map(Resource::node)
        .findFirst();
  }
}
