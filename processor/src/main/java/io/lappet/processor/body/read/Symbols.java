package io.lappet.processor.body.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.lappet.processor.check.Accepted;
import io.lappet.processor.model.Vocabulary;
import io.lappet.processor.read.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The names of what the compiler knows, each worked out once. */
final class Symbols {
  private final Trees trees;
  private final Types types;
  private final Elements elements;
  private final Map<ExecutableElement, String> ids = new HashMap<>();
  private final Map<TypeElement, String> names = new HashMap<>();
  private final Map<TypeElement, List<TypeElement>> lineages = new HashMap<>();

  Symbols(JavacTask task) {
    trees = Trees.instance(task);
    types = task.getTypes();
    elements = task.getElements();
  }

  Trees trees() {
    return trees;
  }

  Types types() {
    return types;
  }

  Elements elements() {
    return elements;
  }

  /** What {@code tree}, which has been attributed, stands for. */
  @Nullable
  Element element(CompilationUnitTree unit, Tree tree) {
    return trees.getElement(new TreePath(new TreePath(unit), tree));
  }

  /** The type of {@code tree}, which has been attributed. */
  @Nullable
  TypeMirror type(CompilationUnitTree unit, Tree tree) {
    return trees.getTypeMirror(new TreePath(new TreePath(unit), tree));
  }

  /** The id of {@code method}; that of a generated method is the id of what it is woven around. */
  String id(ExecutableElement method) {
    String known = ids.get(method);
    if (known != null) {
      return known;
    }
    String id = makeId(written(method));
    ids.put(method, id);
    return id;
  }

  private String makeId(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> erased(parameter.asType()))
        .collect(Collectors.joining(
            ",", name(declaring(method)) + "." + method.getSimpleName() + "(", ")"));
  }

  private ExecutableElement written(ExecutableElement method) {
    TypeElement type = declaring(method);
    if (method.getKind() != ElementKind.METHOD || !isGenerated(type)) {
      return method;
    }
    for (TypeElement above : lineage(type)) {
      for (ExecutableElement other : ElementFilter.methodsIn(above.getEnclosedElements())) {
        if (!above.equals(type)
            && other.getSimpleName().equals(method.getSimpleName())
            && elements.overrides(method, other, type)) {
          return other;
        }
      }
    }
    return method;
  }

  /** The class that {@code member} stands in. */
  static TypeElement declaring(Element member) {
    Element at = member.getEnclosingElement();
    while (at != null && !(at instanceof TypeElement)) {
      at = at.getEnclosingElement();
    }
    if (at == null) {
      throw new IllegalArgumentException("in no class: " + member);
    }
    return (TypeElement) at;
  }

  /** The full name of {@code type}; anonymous and local ones have the number they got. */
  String name(TypeElement type) {
    String known = names.get(type);
    if (known != null) {
      return known;
    }
    String canonical = type.getQualifiedName().toString();
    String name = canonical.isEmpty() ? elements.getBinaryName(type).toString() : canonical;
    names.put(type, name);
    return name;
  }

  /** The name of {@code type} without type arguments. */
  String erased(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED -> name((TypeElement) ((DeclaredType) type).asElement());
      case ARRAY -> erased(((ArrayType) type).getComponentType()) + "[]";
      case TYPEVAR, INTERSECTION, UNION, WILDCARD -> {
        TypeMirror erasure = types.erasure(type);
        yield erasure.getKind() == TypeKind.DECLARED || erasure.getKind() == TypeKind.ARRAY
            ? erased(erasure)
            : erasure.toString();
      }
      default ->
        type.getKind().isPrimitive()
            ? type.getKind().name().toLowerCase(Locale.ROOT)
            : type.toString();
    };
  }

  /** The class of {@code type}, if it is or extends one. */
  Optional<TypeElement> typeElement(@Nullable TypeMirror type) {
    if (type == null || type.getKind().isPrimitive()) {
      return Optional.empty();
    }
    TypeMirror erasure = types.erasure(type);
    return erasure.getKind() == TypeKind.DECLARED
        ? Optional.of((TypeElement) ((DeclaredType) erasure).asElement())
        : Optional.empty();
  }

  /** {@code type}, its superclasses nearest first, then all interfaces. */
  List<TypeElement> lineage(TypeElement type) {
    List<TypeElement> known = lineages.get(type);
    if (known != null) {
      return known;
    }
    Set<TypeElement> all = new LinkedHashSet<>();
    TypeMirror next = type.asType();
    while (next.getKind() == TypeKind.DECLARED) {
      TypeElement element = (TypeElement) ((DeclaredType) next).asElement();
      all.add(element);
      next = element.getSuperclass();
    }
    List<TypeElement> open = new ArrayList<>(all);
    for (int i = 0; i < open.size(); i++) {
      for (TypeMirror parent : open.get(i).getInterfaces()) {
        if (parent.getKind() == TypeKind.DECLARED) {
          TypeElement element = (TypeElement) ((DeclaredType) parent).asElement();
          if (all.add(element)) {
            open.add(element);
          }
        }
      }
    }
    List<TypeElement> lineage = List.copyOf(all);
    lineages.put(type, lineage);
    return lineage;
  }

  /** Whether {@code type} is or inherits from one of {@code names}. */
  boolean isA(TypeElement type, Set<String> wanted) {
    for (TypeElement above : lineage(type)) {
      if (wanted.contains(name(above))) {
        return true;
      }
    }
    return false;
  }

  /** Whether we have written {@code type}. */
  boolean isGenerated(TypeElement type) {
    for (Element at = type; at != null; at = at.getEnclosingElement()) {
      if (Mark.find(elements, at, Vocabulary.GENERATED).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The key that makes {@code variable} different from others of its name. */
  String variable(VariableElement variable) {
    return variable.getEnclosingElement() instanceof ExecutableElement method
            && variable.getKind() == ElementKind.PARAMETER
            && method.getParameters().contains(variable)
        ? id(method)
        : "#" + System.identityHashCode(variable);
  }

  /** The number of {@code variable} among the parameters of its method, or -1. */
  static int parameter(VariableElement variable) {
    return variable.getEnclosingElement() instanceof ExecutableElement method
        ? method.getParameters().indexOf(variable)
        : -1;
  }

  /** What {@code @SuppressWarnings} and {@code @Accept} say at {@code element} and around it. */
  Set<String> suppressed(Element element) {
    return Accepted.at(element);
  }
}
