package io.lappet.processor.body.read;

import static io.lappet.processor.model.Vocabulary.ASYNC;
import static io.lappet.processor.model.Vocabulary.SHARED;
import static io.lappet.processor.model.Vocabulary.SYNCHRONIZED;
import static io.lappet.processor.model.Vocabulary.WOVEN;

import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.read.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * What the names in annotations mean. The processor has refused names that mean nothing, so that here
 * is only asked which resource of which object it is.
 */
final class ResourceNames {
  private static final Map<String, Node.Kind> KINDS = Map.ofEntries(
      Map.entry("io.lappet.Channel", Node.Kind.CHANNEL),
      Map.entry("io.lappet.Sender", Node.Kind.CHANNEL),
      Map.entry("io.lappet.Receiver", Node.Kind.CHANNEL),
      Map.entry("io.lappet.ChannelView", Node.Kind.CHANNEL),
      Map.entry("io.lappet.Mutex", Node.Kind.LOCK),
      Map.entry("java.util.concurrent.locks.Lock", Node.Kind.LOCK),
      Map.entry("java.util.concurrent.locks.ReadWriteLock", Node.Kind.LOCK),
      Map.entry("io.lappet.Gate", Node.Kind.GATE),
      Map.entry("io.lappet.Permits", Node.Kind.PERMITS),
      Map.entry("io.lappet.Lane", Node.Kind.LANE),
      Map.entry("io.lappet.Fabric", Node.Kind.HANDLE),
      Map.entry("io.lappet.Worker", Node.Kind.HANDLE),
      Map.entry("io.lappet.Timer", Node.Kind.HANDLE));

  private final Symbols symbols;
  private final Map<ExecutableElement, Optional<Node>> accessors = new HashMap<>();
  private final Map<TypeElement, Map<String, Optional<Node>>> declared = new HashMap<>();
  private final Map<TypeElement, Map<String, Node>> implied = new HashMap<>();

  ResourceNames(Symbols symbols) {
    this.symbols = symbols;
  }

  /** The resource that {@code method} is the accessor of. */
  Optional<Node> accessor(ExecutableElement method) {
    return accessors.computeIfAbsent(method, this::readAccessor);
  }

  private Optional<Node> readAccessor(ExecutableElement method) {
    TypeElement declaring = Symbols.declaring(method);
    boolean isOne =
        method.getModifiers().contains(Modifier.ABSTRACT) || symbols.isGenerated(declaring);
    if (!isOne || !method.getParameters().isEmpty() || isForeign(declaring) || hasAsync(method)) {
      return Optional.empty();
    }
    Optional<Node.Kind> kind = symbols
        .typeElement(method.getReturnType())
        .flatMap(type -> Optional.ofNullable(KINDS.get(symbols.name(type))));
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    TypeElement owner = declaring;
    for (TypeElement above : symbols.lineage(declaring)) {
      if (ElementFilter.methodsIn(above.getEnclosedElements()).stream()
          .anyMatch(it -> it.getSimpleName().equals(method.getSimpleName())
              && it.getParameters().isEmpty())) {
        owner = above;
      }
    }
    String name = method.getSimpleName().toString();
    return Optional.of(new Node(kind.get(), symbols.name(owner), name, isShared(owner)));
  }

  /** Whether it is a class of the JDK or of our runtime, which has no accessors. */
  private boolean isForeign(TypeElement type) {
    return Library.knows(symbols.name(type));
  }

  private boolean hasAsync(ExecutableElement method) {
    return Mark.find(symbols.elements(), method, ASYNC).isPresent();
  }

  private boolean isShared(TypeElement type) {
    return Mark.find(symbols.elements(), type, SHARED).isPresent();
  }

  /** The resource with an accessor that {@code type} means by {@code name}: its own, or a shared one. */
  Optional<Node> declared(TypeElement type, String name) {
    return declared
        .computeIfAbsent(type, unused -> new HashMap<>())
        .computeIfAbsent(name, it -> own(type, it).or(() -> used(type, it)));
  }

  private Optional<Node> own(TypeElement type, String name) {
    return symbols.lineage(type).stream()
        .flatMap(it -> ElementFilter.methodsIn(it.getEnclosedElements()).stream())
        .filter(it -> it.getSimpleName().contentEquals(name))
        .flatMap(it -> accessor(it).stream())
        .findFirst();
  }

  private Optional<Node> used(TypeElement type, String name) {
    for (TypeElement above : symbols.lineage(type)) {
      Optional<Mark> woven = Mark.find(symbols.elements(), above, WOVEN);
      for (AnnotationValue value : woven.map(it -> it.list("uses")).orElse(List.of())) {
        if (value.getValue() instanceof DeclaredType used) {
          Optional<Node> node = own((TypeElement) used.asElement(), name).filter(Node::shared);
          if (node.isPresent()) {
            return node;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The lock that methods of {@code type} mean by {@code name}; empty for the unnamed one. */
  Node lock(TypeElement type, String name) {
    Optional<Node> known = name.isEmpty() ? Optional.empty() : declared(type, name);
    return known
        .filter(node -> node.kind() == Node.Kind.LOCK)
        .orElseGet(() -> implied
            .computeIfAbsent(type, unused -> new HashMap<>())
            .computeIfAbsent(
                name,
                it -> new Node(Node.Kind.LOCK, symbols.name(firstUser(type, it)), it, false)));
  }

  private TypeElement firstUser(TypeElement type, String lock) {
    TypeElement first = type;
    for (TypeElement above : symbols.lineage(type)) {
      if (ElementFilter.methodsIn(above.getEnclosedElements()).stream()
          .anyMatch(method -> lockNames(method).contains(lock))) {
        first = above;
      }
    }
    return first;
  }

  /** The channel that methods of {@code type} mean by {@code name}. */
  Node channel(TypeElement type, String name) {
    return declared(type, name)
        .filter(node -> node.kind() == Node.Kind.CHANNEL)
        .orElseGet(() -> new Node(Node.Kind.CHANNEL, symbols.name(type), name, false));
  }

  /** The names of the locks of {@code method}, as they are written; none if it takes none. */
  List<String> lockNames(ExecutableElement method) {
    Optional<Mark> mark = Mark.find(symbols.elements(), method, SYNCHRONIZED);
    if (mark.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    mark.get().list("lock").forEach(value -> names.add(String.valueOf(value.getValue())));
    return names.isEmpty() ? List.of("") : names;
  }

  /** The resource that {@code method} means by {@code text}. */
  Optional<Resource> find(ExecutableElement method, String text, Node.Kind kind) {
    TypeElement type = Symbols.declaring(method);
    if (!text.contains(".")) {
      Optional<Node> node = kind == Node.Kind.LOCK
          ? Optional.of(lock(type, text))
          : declared(type, text).filter(it -> it.kind() == kind);
      return node.map(it -> Resource.of(Path.THIS, it));
    }
    List<String> names = List.of(text.split("\\.", -1));
    Optional<Stop> stop = first(method, type, names.get(0));
    for (String name : names.subList(1, names.size() - 1)) {
      stop = stop.flatMap(at -> next(at, name));
    }
    String last = names.get(names.size() - 1);
    return stop.flatMap(at -> symbols
        .typeElement(at.type())
        .flatMap(owner -> owned(owner, last, kind))
        .map(node -> Resource.of(at.path(), node)));
  }

  private Optional<Node> owned(TypeElement owner, String name, Node.Kind kind) {
    return kind == Node.Kind.LOCK
        ? Optional.of(lock(owner, name))
        : declared(owner, name).filter(it -> it.kind() == kind);
  }

  /** The object that a parameter, or a path from one, means. */
  Path key(ExecutableElement method, String text) {
    List<String> names = List.of(text.split("\\.", -1));
    Optional<Stop> stop = first(method, Symbols.declaring(method), names.get(0));
    for (String name : names.subList(1, names.size())) {
      stop = stop.flatMap(at -> next(at, name));
    }
    return stop.map(Stop::path).orElse(Path.UNKNOWN);
  }

  private record Stop(Path path, TypeMirror type) {}

  private Optional<Stop> first(ExecutableElement method, TypeElement type, String name) {
    for (VariableElement parameter : method.getParameters()) {
      if (parameter.getSimpleName().contentEquals(name)) {
        Path path =
            Path.variable(name, symbols.id(method), method.getParameters().indexOf(parameter));
        return Optional.of(new Stop(path, parameter.asType()));
      }
    }
    return next(new Stop(Path.THIS, type.asType()), name);
  }

  private Optional<Stop> next(Stop at, String name) {
    Optional<TypeElement> type = symbols.typeElement(at.type());
    for (TypeElement above : type.map(symbols::lineage).orElse(List.of())) {
      for (VariableElement field : ElementFilter.fieldsIn(above.getEnclosedElements())) {
        if (field.getSimpleName().contentEquals(name)) {
          boolean isFinal = field.getModifiers().contains(Modifier.FINAL);
          Path path = isFinal ? at.path().field(name) : Path.UNKNOWN;
          return Optional.of(new Stop(path, field.asType()));
        }
      }
      for (ExecutableElement method : ElementFilter.methodsIn(above.getEnclosedElements())) {
        if (method.getSimpleName().contentEquals(name) && method.getParameters().isEmpty()) {
          return Optional.of(new Stop(Path.UNKNOWN, method.getReturnType()));
        }
      }
    }
    return Optional.empty();
  }
}
