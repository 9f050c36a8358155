package io.lappet.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Writes twins and targets as a user would, for messages. */
final class TwinText {
  private static final String SUFFIX = "Async";

  private TwinText() {}

  /** The name of the target of a twin of this name. */
  static String target(String twin) {
    boolean isSuffixed = twin.endsWith(SUFFIX) && twin.length() > SUFFIX.length();
    return isSuffixed ? twin.substring(0, twin.length() - SUFFIX.length()) : twin;
  }

  /** Whether {@code method} is called as the twin of {@code target} is. */
  static boolean isNamedAfter(Member method, Member target) {
    return method.name().equals(target.name() + SUFFIX);
  }

  /** {@code load(String, int)}. */
  static String call(Member method) {
    return method.name() + types(method);
  }

  /** {@code (String, int)}. */
  static String types(Member method) {
    return method.type().getParameterTypes().stream()
        .map(TypeParts::simple)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The twin that {@code target} should have beside it. */
  static String twinOf(UserClass user, Member target) {
    TypeMirror returned = target.type().getReturnType();
    Optional<TwinResult> own = TwinResult.of(returned).filter(it -> !it.isRaw());
    List<String> parameters = parameters(target);
    String type;
    if (own.filter(it -> it.kind() != TwinResult.Kind.NOTHING).isPresent()) {
      type = TypeParts.simple(returned);
    } else if (new TwinMatch(user, target, target).hasYield()) {
      String last = parameters.remove(parameters.size() - 1);
      type = last.substring(0, last.lastIndexOf(' ')).replaceFirst("Yield", "Generator");
    } else {
      type = "Task<%s>".formatted(result(user, returned));
    }
    String name = target(target.name()) + SUFFIX;
    return "@Async %sabstract %s%s %s(%s);"
        .formatted(
            visibility(target), variables(target), type, name, String.join(", ", parameters));
  }

  /** What a task of a target with this result hands out: {@code Integer} for {@code int}. */
  static String result(UserClass user, TypeMirror returned) {
    return returned.getKind() == TypeKind.VOID
        ? "Void"
        : TypeParts.simple(TypeParts.boxed(user.types(), returned));
  }

  /** The same method without its body: {@code abstract Task<User> loadAsync(String id);}. */
  static String bodiless(Member method) {
    return "%sabstract %s%s %s(%s);"
        .formatted(
            visibility(method),
            variables(method),
            TypeParts.simple(method.type().getReturnType()),
            method.name(),
            String.join(", ", parameters(method)));
  }

  /** The target that {@code twin} asks for. */
  static String targetOf(Member twin, String name, TwinResult result) {
    List<String> parameters = parameters(twin);
    String type = "void";
    if (result.kind() == TwinResult.Kind.GENERATOR) {
      parameters.add("Yield<%s> out".formatted(value(result)));
    } else if (result.isPromise() && !value(result).equals("Void")) {
      type = value(result);
    }
    return "%s%s %s(%s)".formatted(variables(twin), type, name, String.join(", ", parameters));
  }

  private static String value(TwinResult result) {
    return result.value().map(TypeParts::simple).orElse("Object");
  }

  private static List<String> parameters(Member method) {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < method.element().getParameters().size(); i++) {
      String type = TypeParts.simple(method.type().getParameterTypes().get(i));
      boolean isLast = i == method.element().getParameters().size() - 1;
      String written =
          isLast && method.element().isVarArgs() ? type.replaceFirst("\\[]$", "...") : type;
      parameters.add(written + " " + method.element().getParameters().get(i).getSimpleName());
    }
    return parameters;
  }

  private static String visibility(Member method) {
    if (method.is(Modifier.PUBLIC)) {
      return "public ";
    }
    return method.is(Modifier.PROTECTED) ? "protected " : "";
  }

  private static String variables(Member method) {
    List<? extends TypeParameterElement> variables = method.element().getTypeParameters();
    return variables.isEmpty()
        ? ""
        : variables.stream().map(TwinText::variable).collect(Collectors.joining(", ", "<", "> "));
  }

  private static String variable(TypeParameterElement variable) {
    String bounds = variable.getBounds().stream()
        .map(TypeParts::simple)
        .filter(bound -> !bound.equals("Object"))
        .collect(Collectors.joining(" & "));
    return variable.getSimpleName() + (bounds.isEmpty() ? "" : " extends " + bounds);
  }
}
