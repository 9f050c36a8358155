package io.lappet.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * A parameter that is repeated in generated code.
 *
 * @param marks its annotations, as far as they are repeated
 */
public record Parameter(String name, TypeName type, List<AnnotationSpec> marks) {}
