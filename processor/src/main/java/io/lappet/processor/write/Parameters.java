package io.lappet.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import io.lappet.processor.model.Parameter;
import io.lappet.processor.model.Signature;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The parameters and variables of one method that repeats a signature of the user. */
final class Parameters {
  private final NameAllocator names = new NameAllocator();
  private final Map<String, CodeBlock> given = new LinkedHashMap<>();

  /** Begins with the {@code names} that are taken. */
  Parameters(Collection<String> taken) {
    taken.forEach(names::newName);
  }

  /** Adds what a declaration says before its body. */
  void declare(MethodSpec.Builder method, Signature signature) {
    method.addTypeVariables(signature.typeVariables()).addAnnotations(signature.marks());
    for (Parameter parameter : signature.parameters()) {
      String name = names.newName(parameter.name());
      method.addParameter(ParameterSpec.builder(parameter.type(), name)
          .addAnnotations(parameter.marks())
          .build());
      given.put(parameter.name(), CodeBlock.of("$N", name));
    }
    method.varargs(signature.varargs()).addExceptions(signature.thrown());
  }

  /** The parameter that the user calls {@code name}. */
  CodeBlock named(String name) {
    return Objects.requireNonNull(given.get(name), name);
  }

  /** A name that no parameter and no field has. */
  String variable(String wanted) {
    return names.newName(wanted);
  }

  /** All names that are taken now. */
  NameAllocator names() {
    return names.clone();
  }

  /** The parameters, one by one. */
  Collection<CodeBlock> arguments() {
    return given.values();
  }

  /** The parameters, as they are handed on. */
  CodeBlock given() {
    return CodeBlock.join(given.values(), ", ");
  }
}
