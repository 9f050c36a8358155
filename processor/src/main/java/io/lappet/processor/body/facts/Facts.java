package io.lappet.processor.body.facts;

import io.lappet.processor.body.facts.Act.Dispatch;
import io.lappet.processor.body.facts.Act.Hand;
import io.lappet.processor.body.facts.Act.Invoke;
import io.lappet.processor.body.facts.Act.Start;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Everything that the bodies of one compilation say, and what is known of those that they call in other
 * compilations.
 */
public final class Facts {
  /** An interface with more implementations is not followed: a call could go anywhere. */
  private static final int FOLLOWED = 3;

  /** A call, and where it stands. */
  public record Site(MethodFacts in, Invoke call) {}

  private final Collection<ClassFacts> here;
  private final Map<String, ClassFacts> classes = new LinkedHashMap<>();
  private final Map<String, MethodFacts> methods = new LinkedHashMap<>();
  private final Map<String, List<MethodFacts>> overriders = new LinkedHashMap<>();
  private final Map<String, List<Site>> sites = new LinkedHashMap<>();
  private final Set<String> loose = new HashSet<>();
  private final Map<Node, ChannelFacts> channels = new LinkedHashMap<>();
  private final List<MethodFacts> local;
  private final boolean tested;
  private final int release;

  /**
   * The facts of some classes.
   *
   * @param here those that are compiled
   * @param elsewhere those of other compilations
   * @param tested whether a test framework can be seen, so that this may be a test
   * @param release the release of Java that they are compiled for
   */
  public Facts(
      Collection<ClassFacts> here, Collection<ClassFacts> elsewhere, boolean tested, int release) {
    this.here = here;
    this.tested = tested;
    this.release = release;
    here.forEach(this::enter);
    elsewhere.forEach(this::enter);
    methods.replaceAll((id, method) -> Handed.link(method, methods));
    local = here.stream()
        .flatMap(type -> type.methods().stream())
        .map(method -> methods.getOrDefault(method.id(), method))
        .toList();
    for (MethodFacts method : methods.values()) {
      method.overrides().forEach(id -> put(overriders, id, method));
    }
    activations().forEach(activation -> loose.add(activation.method()));
    for (MethodFacts method : methods.values()) {
      method.twinOf().ifPresent(loose::add);
      for (Act act : method.acts()) {
        if (act instanceof Start start) {
          loose.add(start.body());
        } else if (act instanceof Hand hand && !Handed.isRun(hand, methods)) {
          loose.add(hand.body());
        }
        if (act instanceof Invoke call) {
          targets(call).forEach(target -> put(sites, target.id(), new Site(method, call)));
        }
      }
    }
  }

  private void enter(ClassFacts type) {
    classes.put(type.name(), type);
    type.methods().forEach(method -> methods.put(method.id(), method));
    type.channels().forEach(channel -> channels.put(channel.node(), channel));
  }

  private static <T> void put(Map<String, List<T>> lists, String key, T value) {
    lists.computeIfAbsent(key, unused -> new ArrayList<>()).add(value);
  }

  /** Whether this may be a test, in which stand-ins are right. */
  public boolean isTested() {
    return tested;
  }

  /** The release of Java that the classes are compiled for. */
  public int release() {
    return release;
  }

  /** How many permits these are, or how many threads that lane has; 0 if nobody says so. */
  public int count(Node node) {
    return method(node.name())
        .flatMap(it -> it.entry().permit())
        .map(Entry.Pass::count)
        .or(() -> accessor(node).map(ClassFacts.Accessor::count))
        .orElse(0);
  }

  private Optional<ClassFacts.Accessor> accessor(Node node) {
    return type(node.owner())
        .flatMap(type ->
            type.resources().stream().filter(it -> it.node().equals(node)).findFirst());
  }

  /** What is known of a channel. */
  public Optional<ChannelFacts> channel(Node node) {
    return Optional.ofNullable(channels.get(node));
  }

  /** Whether a send to {@code channel} may have to wait; one that is not known does. */
  public boolean blocks(Node channel) {
    return channel(channel).map(ChannelFacts::blocks).orElse(true);
  }

  /** The classes that are compiled, in the order in which they were read. */
  public Collection<ClassFacts> classes() {
    return here;
  }

  /** The same, and those of other compilations. */
  public Collection<ClassFacts> allClasses() {
    return classes.values();
  }

  /** The class of that full name. */
  public Optional<ClassFacts> type(String name) {
    return Optional.ofNullable(classes.get(name));
  }

  /** The resources that others than this compilation see too. */
  public Set<Node> exported() {
    Set<Node> exported = new HashSet<>();
    for (ClassFacts type : classes.values()) {
      type.resources().stream()
          .filter(ClassFacts.Accessor::exported)
          .forEach(accessor -> exported.add(accessor.node()));
    }
    return exported;
  }

  /** The methods that are compiled, in the order in which they were read. */
  public Collection<MethodFacts> methods() {
    return local;
  }

  /** The same, and those of other compilations. */
  public Collection<MethodFacts> allMethods() {
    return methods.values();
  }

  /** The method of that id. */
  public Optional<MethodFacts> method(String id) {
    return Optional.ofNullable(methods.get(id));
  }

  /** The methods that have a body and may run when that call is made; none if it is not followed. */
  public List<MethodFacts> targets(Invoke call) {
    List<MethodFacts> targets = implementations(call);
    return targets.size() <= FOLLOWED ? targets : List.of();
  }

  /** Whether so many methods may run when that call is made that it is not followed. */
  public boolean isUnfollowed(Invoke call) {
    return implementations(call).size() > FOLLOWED;
  }

  private List<MethodFacts> implementations(Invoke call) {
    List<MethodFacts> targets = new ArrayList<>();
    method(call.method()).filter(it -> !it.is(Modifier.ABSTRACT)).ifPresent(targets::add);
    if (call.dispatch() == Dispatch.VIRTUAL) {
      overriders.getOrDefault(call.method(), List.of()).stream()
          .filter(it -> !it.is(Modifier.ABSTRACT))
          .forEach(targets::add);
    }
    return targets;
  }

  /** The calls that may run {@code method}. */
  public List<Site> sitesOf(MethodFacts method) {
    return sites.getOrDefault(method.id(), List.of());
  }

  /** Whether others than the calls that are seen may run {@code method}: threads, or who got it. */
  public boolean isLoose(MethodFacts method) {
    return loose.contains(method.id());
  }

  /** The activations of all classes. */
  public List<Activation> activations() {
    return classes.values().stream().flatMap(it -> it.activations().stream()).toList();
  }
}
