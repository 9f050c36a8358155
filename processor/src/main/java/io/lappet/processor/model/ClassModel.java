package io.lappet.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Set;

/**
 * The class that the user wrote.
 *
 * @param generated the name of the woven class
 * @param component the first part of the names of its threads, channels and locks
 * @param self its type, with its own type variables as arguments
 * @param nestedTypes names of types that its subclasses see without import
 * @param fields names of fields that its subclasses see
 */
public record ClassModel(
    ClassName name,
    ClassName generated,
    String component,
    TypeName self,
    List<TypeVariableName> typeVariables,
    boolean isPublic,
    boolean isAbstract,
    boolean isSealed,
    Set<String> nestedTypes,
    Set<String> fields,
    Place place) {
  /** As messages call it: with its outer classes, without its package. */
  public String label() {
    return String.join(".", name.simpleNames());
  }
}
