package io.lappet.processor.model;

import io.lappet.processor.model.AccessorModel.LockAccessor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything the annotations of one class say. Steps add to it; checks and writers ask it. */
public final class WovenModel {
  private final ClassModel type;
  private final List<Signature> constructors = new ArrayList<>();
  private final List<Signature> abstractMethods = new ArrayList<>();
  private final List<ActivationModel> activations = new ArrayList<>();
  private final List<GuardedModel> guarded = new ArrayList<>();
  private final List<TwinModel> twins = new ArrayList<>();
  private final List<Signature> checked = new ArrayList<>();
  private final List<AccessorModel> accessors = new ArrayList<>();
  private final List<SharedModel> used = new ArrayList<>();
  private final Scope scope = new Scope(accessors, used);
  private final Set<String> unclear = new LinkedHashSet<>();
  private boolean anyUnclear;
  private final Set<String> suppressed = new TreeSet<>();
  private Optional<Signature> close = Optional.empty();
  private Optional<QueueModel> loop = Optional.empty();
  private boolean base;
  private boolean hiding;

  /** Begins the model of a class. */
  public WovenModel(ClassModel type) {
    this.type = type;
  }

  /** The user's class. */
  public ClassModel type() {
    return type;
  }

  /** Adds a constructor that subclasses can call. */
  public void addConstructor(Signature constructor) {
    constructors.add(constructor);
  }

  /** Adds a method that has no body. */
  public void addAbstract(Signature method) {
    abstractMethods.add(method);
  }

  /** Says that a method without a body has a type that generated code cannot name. */
  public void hideAbstract() {
    hiding = true;
  }

  /** Adds an activation. */
  public void add(ActivationModel activation) {
    activations.add(activation);
  }

  /** Adds a guarded method. */
  public void add(GuardedModel method) {
    guarded.add(method);
  }

  /** Adds a twin. */
  public void add(TwinModel twin) {
    twins.add(twin);
  }

  /** Says that its objects are confined to a loop. */
  public void confine(QueueModel to) {
    loop = Optional.of(to);
  }

  /** Adds a method that only the loop may call, and that does not wait for anything. */
  public void addChecked(Signature method) {
    checked.add(method);
  }

  /** Adds an accessor. */
  public void add(AccessorModel accessor) {
    accessors.add(accessor);
  }

  /** Adds an interface whose resources its annotations may name. */
  public void use(SharedModel shared) {
    used.add(shared);
  }

  /** Says that a method with a mistake names {@code resource}, so that its name is no orphan. */
  public void unclear(String resource) {
    unclear.add(resource);
  }

  /** Notes that an end has no name, so that it may be the missing one of any channel. */
  public void unclearAny() {
    anyUnclear = true;
  }

  /** Adds a category of warnings that the woven class inherits from the user's. */
  public void suppress(String category) {
    suppressed.add(category);
  }

  /** Sets the {@code close} that is to run once. */
  public void closes(Signature method) {
    close = Optional.of(method);
  }

  /** Says that only subclasses of the class can be woven. */
  public void takeAsBase() {
    base = true;
  }

  /** Whether only subclasses of the class can be woven. */
  public boolean isBase() {
    return base;
  }

  /** The constructors that subclasses can call. */
  public List<Signature> constructors() {
    return constructors;
  }

  /** The methods without a body. */
  public List<Signature> abstractMethods() {
    return abstractMethods;
  }

  /** Whether there are methods without a body that generated code cannot write. */
  public boolean isHiding() {
    return hiding;
  }

  /** The activations, as they stand in the source. */
  public List<ActivationModel> activations() {
    return activations.stream()
        .sorted(Comparator.comparingInt(activation -> activation.call().position()))
        .toList();
  }

  /** The guarded methods. */
  public List<GuardedModel> guarded() {
    return guarded;
  }

  /** The twins. */
  public List<TwinModel> twins() {
    return twins;
  }

  /** The loop that its objects are confined to. */
  public Optional<QueueModel> loop() {
    return loop;
  }

  /** The methods that only the loop may call, besides those that wait for something. */
  public List<Signature> checked() {
    return checked;
  }

  /** The accessors. */
  public List<AccessorModel> accessors() {
    return accessors;
  }

  /** The shared interfaces that it uses. */
  public List<SharedModel> used() {
    return used;
  }

  /** What the names in its annotations can mean. */
  public Scope scope() {
    return scope;
  }

  /** The accessors of one kind. */
  public <A extends AccessorModel> Stream<A> accessors(Class<A> kind) {
    return accessors.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The names of locks that have an accessor. */
  public Stream<String> declaredLocks() {
    return accessors(LockAccessor.class).map(accessor -> accessor.signature().name());
  }

  /** The {@code close} that is to run once. */
  public Optional<Signature> close() {
    return close;
  }

  /** The categories of warnings that the woven class inherits. */
  public Set<String> suppressed() {
    return suppressed;
  }

  /** Whether a method that has a mistake names {@code resource}. */
  public boolean isUnclear(String resource) {
    return unclear.contains(resource) || anyUnclear || scope.isUnwritten(resource);
  }

  /** Whether the runtime calls a method of it. */
  public boolean isActive() {
    return !activations.isEmpty();
  }

  /** Whether it needs a fabric. */
  public boolean isBound() {
    return isActive()
        || loop.isPresent()
        || !twins.isEmpty()
        || !accessors.isEmpty()
        || !used.isEmpty()
        || guarded.stream().anyMatch(GuardedModel::needsFabric);
  }
}
