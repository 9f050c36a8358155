package io.lappet.processor.read;

import io.lappet.processor.model.PathModel;
import io.lappet.processor.model.PathModel.Hop;
import io.lappet.processor.model.PathModel.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/**
 * Follows a dotted name: from a parameter, a field or a method of the class, through fields and
 * methods without parameters of what each of them is.
 */
final class Trail {
  /** What a name can stand for, and of what type that is. */
  record Candidate(Kind kind, TypeMirror type, Element element) {
    /** Whether a name can follow. */
    boolean hasParts() {
      return declared(type).findAny().isPresent();
    }
  }

  private final UserClass user;
  private final List<String> names;
  private final List<Hop> hops = new ArrayList<>();
  private final Set<String> warnings = new TreeSet<>();
  private Map<String, Candidate> next;
  private Optional<TypeMirror> type = Optional.empty();

  /** Before the first name of {@code text}, which is one of {@code beginnings}. */
  Trail(UserClass user, String text, Map<String, Candidate> beginnings) {
    this.user = user;
    this.names = List.of(text.split("\\.", -1));
    this.next = beginnings;
  }

  /** Follows all names but the last {@code left}; says whether they lead so far. */
  boolean follow(int left) {
    while (hops.size() < names.size() - left) {
      Optional<Candidate> found = ahead();
      if (found.isEmpty()) {
        return false;
      }
      addWarnings(found.get().element());
      hops.add(new Hop(found.get().kind(), name()));
      type = found.map(Candidate::type);
      next = parts(user, found.get().type());
    }
    return true;
  }

  /** What the compiler would warn of where the names so far are written as they are. */
  Set<String> warnings() {
    return warnings;
  }

  private void addWarnings(Element part) {
    if (!hops.isEmpty() && part.getModifiers().contains(Modifier.STATIC)) {
      warnings.add("static");
    }
    Deprecation.warning(part).ifPresent(warnings::add);
  }

  /** Whether a name can follow what the names so far lead to. */
  boolean hasParts() {
    return !next.isEmpty();
  }

  /** The next name. */
  String name() {
    return names.get(hops.size());
  }

  /** What the next name stands for. */
  Optional<Candidate> ahead() {
    return Optional.ofNullable(next.get(name()));
  }

  /** The whole with each other name that there is in the place of the next one. */
  List<String> alternatives(Predicate<Candidate> wanted) {
    return next.entrySet().stream()
        .filter(it -> wanted.test(it.getValue()))
        .map(it -> alternative(it.getKey()))
        .toList();
  }

  /** The whole with {@code name} in the place of the next one. */
  String alternative(String name) {
    List<String> other = new ArrayList<>(names);
    other.set(hops.size(), name);
    return String.join(".", other);
  }

  /** What the names so far lead to, if any were followed. */
  Optional<TypeMirror> type() {
    return type;
  }

  /** The same as messages call it. */
  Optional<String> where() {
    return type.map(it -> it.toString().replaceAll("[\\w.]*\\.(?=\\w)", ""));
  }

  /** The way so far. */
  PathModel path() {
    return new PathModel(List.copyOf(hops));
  }

  /** Everything that a name can begin with. */
  static Map<String, Candidate> beginnings(UserClass user, Member method) {
    Map<String, Candidate> all = new LinkedHashMap<>(parameters(method));
    parts(user, (DeclaredType) user.element().asType(), true).forEach(all::putIfAbsent);
    return all;
  }

  /** The parameters of {@code method}. */
  static Map<String, Candidate> parameters(Member method) {
    Map<String, Candidate> all = new LinkedHashMap<>();
    List<? extends VariableElement> parameters = method.element().getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      TypeMirror type = method.type().getParameterTypes().get(i);
      VariableElement parameter = parameters.get(i);
      all.put(parameter.getSimpleName().toString(), new Candidate(Kind.PARAMETER, type, parameter));
    }
    return all;
  }

  /** Everything that generated code can ask an object of {@code type}. */
  static Map<String, Candidate> parts(UserClass user, TypeMirror type) {
    Map<String, Candidate> all = new LinkedHashMap<>();
    declared(type).forEach(it -> parts(user, it, false).forEach(all::putIfAbsent));
    return all;
  }

  static Stream<DeclaredType> declared(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED -> Stream.of((DeclaredType) type);
      case TYPEVAR -> declared(((TypeVariable) type).getUpperBound());
      case WILDCARD ->
        Stream.ofNullable(((WildcardType) type).getExtendsBound()).flatMap(Trail::declared);
      case INTERSECTION -> ((IntersectionType) type).getBounds().stream().flatMap(Trail::declared);
      default -> Stream.empty();
    };
  }

  /** The methods and fields of an object that generated code can ask. */
  private static Map<String, Candidate> parts(UserClass user, DeclaredType type, boolean own) {
    Map<String, Candidate> all = new LinkedHashMap<>();
    if (!own && !isReachable(user, type.asElement())) {
      return all;
    }
    Lineage lineage = Lineage.of((TypeElement) type.asElement(), user.types(), user.elements());
    for (ExecutableElement method : lineage.methods()) {
      ExecutableType signature = (ExecutableType) user.types().asMemberOf(type, method);
      TypeMirror result = signature.getReturnType();
      boolean canBeAsked = method.getParameters().isEmpty()
          && method.getTypeParameters().isEmpty()
          && result.getKind() != TypeKind.VOID
          && signature.getThrownTypes().stream().noneMatch(user::isChecked);
      if (canBeAsked && isVisible(user, method, own)) {
        all.put(method.getSimpleName().toString(), new Candidate(Kind.METHOD, result, method));
      }
    }
    Set<Name> hidden = new HashSet<>();
    for (TypeElement declaring : lineage.types()) {
      for (VariableElement field : ElementFilter.fieldsIn(declaring.getEnclosedElements())) {
        // The way to a lock leads to the same one in all calls.
        boolean isSteady = !own || field.getModifiers().contains(Modifier.FINAL);
        boolean isNearest = hidden.add(field.getSimpleName());
        if (isNearest && isSteady && isVisible(user, field, own)) {
          TypeMirror result = user.types().asMemberOf(type, field);
          all.putIfAbsent(
              field.getSimpleName().toString(), new Candidate(Kind.FIELD, result, field));
        }
      }
    }
    return all;
  }

  /** Whether generated code may look into an object of that class at all. */
  static boolean isReachable(UserClass user, Element type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (!isVisible(user, at, false)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether generated code may use {@code part}.
   *
   * @param own whether the woven class inherits it
   */
  static boolean isVisible(UserClass user, Element part, boolean own) {
    boolean isNear =
        user.elements().getPackageOf(part).equals(user.elements().getPackageOf(user.element()));
    Element declaring = part.getEnclosingElement();
    boolean ofInterface = declaring != null && declaring.getKind() == ElementKind.INTERFACE;
    boolean isPublic = part.getModifiers().contains(Modifier.PUBLIC) || ofInterface;
    boolean isInherited = own && part.getModifiers().contains(Modifier.PROTECTED);
    return !part.getModifiers().contains(Modifier.PRIVATE) && (isPublic || isNear || isInherited);
  }
}
