package io.lappet.processor.body.read;

import com.sun.source.tree.Tree;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.VariableElement;

/** What the variables of one method stand for, lambdas included, and what was started in it. */
final class Variables {
  private final Symbols symbols;
  private final String method;
  private final Set<String> assigned;
  private final boolean severalFabrics;
  private final Map<VariableElement, Resource> fields;
  private final Map<VariableElement, Path> paths = new HashMap<>();
  private final Map<VariableElement, Resource> resources = new HashMap<>();
  private final Map<VariableElement, Resource> leases = new HashMap<>();
  private final Map<VariableElement, List<String>> tasks = new HashMap<>();
  private final Set<VariableElement> chosen = new HashSet<>();
  private final Set<VariableElement> given = new HashSet<>();
  private final Map<String, Path> owners = new HashMap<>();
  private final Map<Tree, List<String>> started = new IdentityHashMap<>();

  /**
   * Begins.
   *
   * @param method the id of the method
   * @param assigned the names of the variables that are assigned again
   * @param severalFabrics whether several fabrics are made in it
   * @param fields the resources that final fields hold
   */
  Variables(
      Symbols symbols,
      String method,
      Set<String> assigned,
      boolean severalFabrics,
      Map<VariableElement, Resource> fields) {
    this.symbols = symbols;
    this.method = method;
    this.assigned = assigned;
    this.severalFabrics = severalFabrics;
    this.fields = fields;
  }

  /** Whether the body works with several fabrics, each of which has its own shared resources. */
  boolean areFabricsSeveral() {
    return severalFabrics;
  }

  /** Whether it is a parameter of the method itself. */
  boolean isOwn(VariableElement variable) {
    return Symbols.parameter(variable) >= 0 && symbols.variable(variable).equals(method);
  }

  void declare(
      VariableElement variable, Path value, Optional<Resource> resource, List<String> bodies) {
    if (isSteady(variable)) {
      paths.put(variable, value);
      resource.ifPresent(it -> resources.put(variable, it));
      tasks.put(variable, new ArrayList<>(bodies));
    }
  }

  /** Says that {@code variable} is one of several objects: who chooses may well order them. */
  void choose(VariableElement variable) {
    chosen.add(variable);
  }

  /** Says that {@code parameter} is a handle of {@code resource}. */
  void bind(VariableElement parameter, Resource resource) {
    resources.put(parameter, resource);
  }

  /** Says that {@code variable} is a lease of {@code permits}. */
  void lease(VariableElement variable, Resource permits) {
    leases.put(variable, permits);
  }

  /** The permits that {@code variable} is a lease of. */
  Optional<Resource> lease(VariableElement variable) {
    return Optional.ofNullable(leases.get(variable));
  }

  /** Says that a final field was given {@code resource}. */
  void alias(VariableElement field, Optional<Resource> resource) {
    boolean isFinal = field.getKind().isField()
        && field.getModifiers().contains(javax.lang.model.element.Modifier.FINAL);
    resource.filter(it -> isFinal).ifPresent(it -> fields.put(field, it));
  }

  private boolean isSteady(VariableElement variable) {
    return !assigned.contains(variable.getSimpleName().toString());
  }

  /** Says that others may have the object of {@code variable} from now on. */
  void giveAway(VariableElement variable) {
    given.add(variable);
  }

  /** The object that {@code variable}, which is no field, means. */
  Path path(VariableElement variable) {
    if (!isSteady(variable) || chosen.contains(variable)) {
      return Path.UNKNOWN;
    }
    Path value = paths.getOrDefault(variable, Path.UNKNOWN);
    boolean isAnother = value.root() != Path.Root.UNKNOWN && !value.isFresh();
    Path self = Path.variable(
        variable.getSimpleName().toString(),
        symbols.variable(variable),
        Symbols.parameter(variable));
    if (value.isFresh() && !given.contains(variable)) {
      return self.fresh();
    }
    return isAnother ? value : self;
  }

  Optional<Resource> resource(VariableElement variable) {
    return Optional.ofNullable(
        variable.getKind().isField() ? fields.get(variable) : resources.get(variable));
  }

  List<String> tasks(VariableElement variable) {
    return List.copyOf(tasks.getOrDefault(variable, List.of()));
  }

  /** Adds to the tasks of a group. */
  void addTasks(VariableElement group, List<String> bodies) {
    tasks.computeIfAbsent(group, unused -> new ArrayList<>()).addAll(bodies);
  }

  /** Says that {@code call} starts {@code body} of {@code on}. */
  void start(Tree call, String body, Path on) {
    started.computeIfAbsent(call, unused -> new ArrayList<>()).add(body);
    owners.put(body, on);
  }

  /** The object whose method {@code body} is. */
  Optional<Path> owner(String body) {
    return Optional.ofNullable(owners.get(body));
  }

  List<String> started(Tree call) {
    return List.copyOf(started.getOrDefault(call, List.of()));
  }
}
