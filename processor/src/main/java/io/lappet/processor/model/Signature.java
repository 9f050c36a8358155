package io.lappet.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * What is repeated when a method is overridden or a constructor is mirrored.
 *
 * @param visibility {@code public}, {@code protected}, or nothing
 * @param marks its annotations, as far as they are repeated
 */
public record Signature(
    String name,
    Set<Modifier> visibility,
    List<TypeVariableName> typeVariables,
    TypeName returns,
    List<Parameter> parameters,
    boolean varargs,
    List<TypeName> thrown,
    List<AnnotationSpec> marks) {
  /** As messages call it. */
  public String label() {
    return name + "()";
  }

  /** Whether it returns nothing. */
  public boolean isVoid() {
    return returns.equals(TypeName.VOID);
  }
}
