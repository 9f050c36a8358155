package io.lappet.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** The fields and constants that a woven class declares, each with a name of its own. */
final class FieldNames {
  private final NameAllocator names = new NameAllocator();
  private final List<FieldSpec> specs = new ArrayList<>();
  private final Set<String> taken = new LinkedHashSet<>();

  /**
   * Begins with none.
   *
   * @param others the names that fields must not have
   */
  FieldNames(Collection<String> others) {
    others.forEach(names::newName);
  }

  /** Declares a field; returns its name, which is {@code wanted} if that is free. */
  String field(TypeName type, String wanted) {
    String name = newName(wanted);
    specs.add(FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL).build());
    return name;
  }

  /** Declares a constant; its name is given to what makes its value. */
  String constant(TypeName type, String wanted, Function<String, CodeBlock> value) {
    String name = newName(wanted);
    specs.add(FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value.apply(name))
        .build());
    return name;
  }

  private String newName(String wanted) {
    String name = names.newName(wanted);
    taken.add(name);
    return name;
  }

  /** What is declared, in the order in which it was. */
  List<FieldSpec> specs() {
    return specs;
  }

  /** The names of what is declared. */
  Set<String> taken() {
    return taken;
  }
}
