package io.lappet.processor.body.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Which methods may send what they are given, as far as can be said without their bodies. */
final class Senders {
  private static final String SENDER = "io.lappet.Sender";

  /** Who has a fabric gets shared channels from it. */
  private static final Set<String> SOURCES = Set.of(SENDER, "io.lappet.Fabric");

  private final Symbols symbols;
  private final Map<TypeElement, Boolean> known = new HashMap<>();

  Senders(Symbols symbols) {
    this.symbols = symbols;
  }

  /** Whether {@code method} itself is that of a channel. */
  boolean isSend(ExecutableElement method) {
    return !method.getParameters().isEmpty()
        && symbols.name(Symbols.declaring(method)).equals(SENDER);
  }

  /** Whether {@code method} has parameters, and maybe a channel to send them to. */
  boolean mayResend(ExecutableElement method) {
    TypeElement type = Symbols.declaring(method);
    String name = symbols.name(type);
    return !method.getParameters().isEmpty()
        && !method.isVarArgs()
        && !Library.knows(name)
        && (type.getKind().isInterface()
            || method.getParameters().stream().anyMatch(it -> isSource(it.asType()))
            || known.computeIfAbsent(type, this::hasSource));
  }

  private boolean hasSource(TypeElement type) {
    return symbols.lineage(type).stream()
        .filter(above -> !Library.isOfJdk(symbols.name(above)))
        .flatMap(above -> above.getEnclosedElements().stream())
        .anyMatch(this::isSource);
  }

  private boolean isSource(Element member) {
    return member instanceof ExecutableElement method && isSource(method.getReturnType())
        || member instanceof VariableElement field && isSource(field.asType());
  }

  private boolean isSource(TypeMirror type) {
    Optional<TypeElement> declared = symbols.typeElement(type);
    return declared.filter(it -> symbols.isA(it, SOURCES)).isPresent();
  }
}
