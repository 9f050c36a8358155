package io.lappet.processor.model;

import java.util.Optional;

/** That calls of a method take a permit. */
public sealed interface PermitUse {
  /** How long they wait for it. */
  Optional<DurationModel> timeout();

  /** One of the permits that belong to this method alone. */
  record OfMethod(PermitsShape shape, Optional<DurationModel> timeout) implements PermitUse {}

  /** One of the permits that others use as well. */
  record OfAll(Handle permits, Optional<DurationModel> timeout) implements PermitUse {}
}
