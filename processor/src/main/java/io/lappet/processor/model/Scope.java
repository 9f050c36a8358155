package io.lappet.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a name in an annotation of a class can mean: a resource with an accessor of the class, inherited
 * ones included; or else one of the shared interfaces that it uses; or else, for locks and channels,
 * a resource that is implied by its use.
 */
public final class Scope {
  private final List<AccessorModel> own;
  private final List<SharedModel> used;

  /** The scope of a class with these accessors that uses these interfaces; both may still grow. */
  Scope(List<AccessorModel> own, List<SharedModel> used) {
    this.own = own;
    this.used = used;
  }

  /** The shared resources that {@code name} may mean; several are a mistake. */
  public List<SharedResource> candidates(String name) {
    boolean isOwn = own.stream().anyMatch(it -> it.signature().name().equals(name));
    return isOwn ? List.of() : resources().filter(it -> it.name().equals(name)).toList();
  }

  /** The shared resource that {@code name} means, if that is clear. */
  public Optional<SharedResource> shared(String name) {
    List<SharedResource> candidates = candidates(name);
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  /** The names of the shared resources of this kind. */
  public List<String> names(Class<? extends AccessorModel> kind) {
    return resources()
        .filter(it -> kind.isInstance(it.accessor()))
        .map(SharedResource::name)
        .distinct()
        .toList();
  }

  /** Whether {@code name} is that of a shared resource with a mistake, which is told there. */
  public boolean isUnwritten(String name) {
    return used.stream().anyMatch(shared -> shared.unwritten().contains(name));
  }

  private Stream<SharedResource> resources() {
    return used.stream()
        .flatMap(shared ->
            shared.resources().stream().map(accessor -> new SharedResource(shared, accessor)));
  }
}
