package io.lappet.processor.model;

import io.lappet.processor.model.PermitUse.OfAll;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A method whose calls wait for something, in this order: a gate, a permit, locks, a guard.
 *
 * @param interruptible whether waiting ends with an {@link InterruptedException}
 */
public record GuardedModel(
    Signature signature,
    Optional<GateUse> gate,
    Optional<PermitUse> permit,
    Optional<HoldModel> hold,
    Optional<GuardUse> guard,
    boolean interruptible,
    Place place) {
  /** The locks that its calls hold. */
  public List<LockUse> locks() {
    return hold.map(HoldModel::locks).orElse(List.of());
  }

  /** The ways to other objects that its calls go. */
  public Stream<PathModel> paths() {
    Stream<Handle> permits =
        permit.stream().filter(OfAll.class::isInstance).map(use -> ((OfAll) use).permits());
    Stream<Handle> handles = Stream.of(
            gate.stream().map(GateUse::gate), permits, locks().stream().map(LockUse::lock))
        .flatMap(it -> it);
    Stream<PathModel> keys = hold.flatMap(HoldModel::key).stream().map(KeyUse::path);
    return Stream.concat(handles.flatMap(handle -> handle.way().stream()), keys);
  }

  /** Whether its calls wait for something that the object itself has a field for. */
  public boolean waitsForOwn() {
    boolean isOwnPermit = permit.stream()
        .anyMatch(use -> !(use instanceof OfAll all) || all.permits() instanceof Handle.Own);
    return gate.stream().anyMatch(use -> use.gate() instanceof Handle.Own)
        || isOwnPermit
        || hold.stream().anyMatch(HoldModel::isOwn);
  }

  /** Whether it needs something that only a fabric can give. */
  public boolean needsFabric() {
    return gate.isPresent() || permit.filter(OfAll.class::isInstance).isPresent();
  }
}
