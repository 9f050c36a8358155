package io.lappet.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import io.lappet.processor.model.Parameter;
import io.lappet.processor.model.Signature;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads what generated code repeats of a method or constructor. */
final class Signatures {
  private static final Set<Modifier> VISIBILITIES = Set.of(Modifier.PUBLIC, Modifier.PROTECTED);

  /** Where an annotation has to be allowed if a parameter is to have it. */
  private static final Set<ElementType> PARAMETERS =
      Set.of(ElementType.PARAMETER, ElementType.TYPE_USE);

  private Signatures() {}

  static Signature of(Member method) {
    List<AnnotationSpec> marks = deprecated(method.element());
    if (method.element().isVarArgs() && isPolluting(method.type())) {
      marks.add(suppress("unchecked"));
    }
    return read(method.element(), method.type(), marks);
  }

  static Signature ofConstructor(UserClass user, ExecutableElement constructor) {
    List<AnnotationSpec> marks = deprecated(constructor);
    if (constructor.isVarArgs() && constructor.getAnnotation(SafeVarargs.class) != null) {
      marks.add(AnnotationSpec.builder(SafeVarargs.class).build());
      marks.add(suppress("varargs"));
    } else if (constructor.isVarArgs() && isPolluting(user.typeOf(constructor))) {
      marks.add(suppress("unchecked"));
    }
    return read(constructor, user.typeOf(constructor), marks);
  }

  static List<Parameter> parameters(ExecutableElement method, ExecutableType type) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      parameters.add(new Parameter(
          parameter.getSimpleName().toString(),
          TypeName.get(type.getParameterTypes().get(i)),
          markers(parameter)));
    }
    return parameters;
  }

  private static Signature read(
      ExecutableElement method, ExecutableType type, List<AnnotationSpec> marks) {
    Set<Modifier> visibility = EnumSet.noneOf(Modifier.class);
    visibility.addAll(method.getModifiers());
    visibility.retainAll(VISIBILITIES);
    return new Signature(
        method.getSimpleName().toString(),
        visibility,
        type.getTypeVariables().stream().map(TypeVariableName::get).toList(),
        TypeName.get(type.getReturnType()),
        parameters(method, type),
        method.isVarArgs(),
        type.getThrownTypes().stream().map(TypeName::get).toList(),
        marks);
  }

  /**
   * The annotations without values that everyone can see: more would be guessing. Those that must not
   * stand there are left out, as the compiler says so once.
   */
  private static List<AnnotationSpec> markers(VariableElement parameter) {
    return parameter.getAnnotationMirrors().stream()
        .filter(mirror -> mirror.getElementValues().isEmpty())
        .filter(Signatures::isPublic)
        .filter(Signatures::isForParameters)
        .map(AnnotationSpec::get)
        .distinct()
        .toList();
  }

  private static boolean isForParameters(AnnotationMirror mirror) {
    Element annotation = mirror.getAnnotationType().asElement();
    Target target = annotation.getAnnotation(Target.class);
    boolean isForThem = target == null || Stream.of(target.value()).anyMatch(PARAMETERS::contains);
    return isForThem
        && ElementFilter.methodsIn(annotation.getEnclosedElements()).stream()
            .allMatch(element -> element.getDefaultValue() != null);
  }

  private static boolean isPublic(AnnotationMirror mirror) {
    for (Element at = mirror.getAnnotationType().asElement();
        at instanceof TypeElement;
        at = at.getEnclosingElement()) {
      if (!at.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  private static List<AnnotationSpec> deprecated(ExecutableElement method) {
    List<AnnotationSpec> marks = new ArrayList<>();
    Deprecation.of(method).map(Deprecation::repeated).ifPresent(marks::add);
    return marks;
  }

  /** Whether the array behind {@code T...} cannot check what is stored in it. */
  private static boolean isPolluting(ExecutableType type) {
    List<? extends TypeMirror> parameters = type.getParameterTypes();
    TypeMirror component = ((ArrayType) parameters.get(parameters.size() - 1)).getComponentType();
    return TypeParts.of(component).stream()
        .anyMatch(part -> part.getKind() == TypeKind.TYPEVAR || hasArguments(part));
  }

  private static boolean hasArguments(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && !((DeclaredType) type).getTypeArguments().isEmpty();
  }

  private static AnnotationSpec suppress(String category) {
    return AnnotationSpec.builder(SuppressWarnings.class)
        .addMember("value", "$S", category)
        .build();
  }
}
