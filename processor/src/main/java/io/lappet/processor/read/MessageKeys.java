package io.lappet.processor.read;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.lappet.internal.text.Nearest;
import io.lappet.processor.check.Problem;
import io.lappet.processor.model.BatchModel;
import io.lappet.processor.model.MessageKey;
import io.lappet.processor.read.Trail.Candidate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the key of a consumer: the method of a message that says which others it waits for. */
final class MessageKeys {
  private final ActivationReader reader;
  private final UserClass user;
  private final TypeMirror message;
  private final String name;

  private MessageKeys(ActivationReader reader) {
    this.reader = reader;
    this.user = reader.user();
    this.message = TypeParts.boxed(user.types(), reader.parameters().get(0));
    this.name = reader.mark().string("key");
  }

  /** The key, if there is one; the report says if it has no meaning. */
  static Optional<MessageKey> read(ActivationReader reader, BatchModel batch) {
    if (reader.mark().string("key").isEmpty()) {
      return Optional.empty();
    }
    MessageKeys keys = new MessageKeys(reader);
    if (batch.isList()) {
      String reason = "messages with equal keys are handled one at a time";
      keys.contradiction("batch = " + batch.size(), reason, "Leave one of the two out.");
      return Optional.empty();
    }
    if (reader.mark().number("concurrency") == 1) {
      String reason = "one thread keeps the order of all messages anyway";
      keys.contradiction("concurrency = 1", reason, "Write concurrency = 4, or leave key out.");
    }
    return keys.find();
  }

  private Optional<MessageKey> find() {
    Map<String, Candidate> known = new LinkedHashMap<>(Trail.parts(user, message));
    known
        .values()
        .removeIf(it -> !(it.element() instanceof ExecutableElement)
            || it.element().getModifiers().contains(Modifier.STATIC));
    Candidate method = known.get(name);
    if (method == null) {
      String remedy = fault()
          .or(() -> Nearest.to(name, known.keySet()).map("Did you mean \"%s\"?"::formatted))
          .orElseGet(() -> "%s has no such method without parameters. Write one, or name another."
              .formatted(TypeParts.simple(message)));
      reader
          .report()
          .add(
              reader.mark().place("key"),
              Problem.UNKNOWN_NAME,
              name,
              "a key of " + TypeParts.simple(message),
              remedy);
      return Optional.empty();
    }
    Deprecation.warning(method.element()).ifPresent(reader::suppress);
    return Optional.of(new MessageKey(name, owner(), isAmbiguous(), reader.anchor("key")));
  }

  /** Why a method of that name is none, if there is one. */
  private Optional<String> fault() {
    return methods().stream()
        .map(this::fault)
        .findFirst()
        .map(fault -> "%s() %s.".formatted(name, fault));
  }

  private String fault(ExecutableElement method) {
    if (!method.getParameters().isEmpty()) {
      return "has parameters, which nobody could give it";
    } else if (method.getReturnType().getKind() == TypeKind.VOID) {
      return "returns nothing";
    } else if (method.getModifiers().contains(Modifier.STATIC)) {
      return "is static, so all messages would have the same key";
    } else if (method.getThrownTypes().stream().anyMatch(user::isChecked)) {
      return "throws a checked exception, which nobody could handle";
    } else if (!method.getTypeParameters().isEmpty()) {
      return "has type variables of its own";
    }
    return "is out of sight of the woven class";
  }

  /** Whether a static method of the same name takes a message too. */
  private boolean isAmbiguous() {
    return message.getKind() != TypeKind.DECLARED
        || methods().stream().anyMatch(method -> method.getModifiers().contains(Modifier.STATIC));
  }

  private List<ExecutableElement> methods() {
    return Trail.declared(message)
        .map(type -> Lineage.of((TypeElement) type.asElement(), user.types(), user.elements()))
        .flatMap(lineage -> lineage.methods().stream())
        .filter(method -> method.getSimpleName().contentEquals(name))
        .toList();
  }

  /** What the method is asked of; a reference to it needs no type arguments. */
  private TypeName owner() {
    TypeName type = TypeName.get(message);
    return !isAmbiguous() && type instanceof ParameterizedTypeName generic
        ? generic.rawType()
        : type;
  }

  private void contradiction(String other, String reason, String remedy) {
    reader.contradiction("key", "key = \"%s\"".formatted(name), other, reason, remedy);
  }
}
