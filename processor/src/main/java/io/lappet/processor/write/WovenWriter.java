package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.FABRIC;
import static io.lappet.processor.model.Vocabulary.GENERATED;
import static io.lappet.processor.model.Vocabulary.LOCK_OWNER;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.ClassModel;
import io.lappet.processor.model.Locks;
import io.lappet.processor.model.Signature;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/** Writes a woven class. */
public final class WovenWriter {
  private WovenWriter() {}

  /** The source of the woven class of {@code woven}. */
  public static Source write(WovenModel woven, List<ChannelModel> channels) {
    Fields fields = new Fields(woven, channels);
    TypeSpec.Builder type = begin(woven.type())
        .addJavadoc(Summary.of(woven, channels))
        .addFields(fields.specs())
        .addMethods(new ConstructorCode(woven, channels, fields).all())
        .addMethods(new MethodCode(woven, fields).all());
    if (!Locks.askedFor(woven).isEmpty()) {
      type.addSuperinterface(LOCK_OWNER);
    }
    suppress(type, suppressed(woven));
    return file(woven.type(), type);
  }

  /**
   * The source of a class that only has the name and the shape of the woven one, so that the compiler
   * adds nothing to what was said about the user's class.
   */
  public static Source skeleton(WovenModel woven) {
    TypeSpec.Builder type = begin(woven.type())
        .addJavadoc(
            "Not woven, because {@link $L} has mistakes.\n", woven.type().label());
    for (Signature constructor : woven.constructors()) {
      type.addMethod(mirrored(constructor, false)).addMethod(mirrored(constructor, true));
    }
    for (Signature method : woven.abstractMethods()) {
      type.addMethod(unwritten(method));
    }
    if (woven.isHiding()) {
      type.addModifiers(Modifier.ABSTRACT);
    }
    suppress(type, woven.suppressed());
    return file(woven.type(), type);
  }

  /** The same for a class that cannot have a subclass. */
  public static Source emptySkeleton(ClassModel type) {
    TypeSpec.Builder empty = TypeSpec.classBuilder(type.generated())
        .addJavadoc("Not woven, because {@link $L} cannot be.\n", type.label())
        .addAnnotation(GENERATED)
        .addTypeVariables(bare(type.typeVariables()));
    return file(type, empty);
  }

  /** Type variables by name alone: the mistake may be in their bounds, or that two have one name. */
  private static List<TypeVariableName> bare(List<TypeVariableName> variables) {
    return variables.stream()
        .map(TypeVariableName::name)
        .distinct()
        .map(TypeVariableName::get)
        .toList();
  }

  private static TypeSpec.Builder begin(ClassModel type) {
    TypeSpec.Builder builder = TypeSpec.classBuilder(type.generated())
        .addAnnotation(GENERATED)
        .addTypeVariables(type.typeVariables())
        .superclass(imported(type))
        // What the class inherits hides imports.
        .alwaysQualify(type.nestedTypes().toArray(String[]::new));
    if (type.isPublic()) {
      builder.addModifiers(Modifier.PUBLIC);
    }
    if (type.isSealed()) {
      builder.addModifiers(Modifier.NON_SEALED);
    }
    return builder;
  }

  /**
   * The user's class, without the classes around it: to ECJ a mistake in what those extend is one in
   * the class that names them.
   */
  static TypeName imported(ClassModel type) {
    ClassName outer = type.name().enclosingClassName();
    if (outer == null || outer.packageName().isEmpty()) {
      return type.self();
    }
    ClassName name = ClassName.get(outer.canonicalName(), type.name().simpleName());
    return type.typeVariables().isEmpty()
        ? name
        : ParameterizedTypeName.get(name, type.typeVariables().toArray(TypeName[]::new));
  }

  /** Besides what the user's class brings: that the constructor hands out {@code this}, on purpose. */
  private static Set<String> suppressed(WovenModel woven) {
    Set<String> categories = new TreeSet<>(woven.suppressed());
    boolean isOpen = woven.constructors().stream()
        .anyMatch(constructor -> !constructor.visibility().isEmpty());
    boolean hasGuards = woven.guarded().stream().anyMatch(it -> it.guard().isPresent());
    if ((woven.isBound() || hasGuards) && woven.type().isPublic() && isOpen) {
      categories.add("this-escape");
    }
    return categories;
  }

  static void suppress(TypeSpec.Builder type, Set<String> categories) {
    if (!categories.isEmpty()) {
      List<CodeBlock> values =
          categories.stream().map(it -> CodeBlock.of("$S", it)).toList();
      String format = values.size() == 1 ? "$L" : "{$L}";
      type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
          .addMember("value", format, CodeBlock.join(values, ", "))
          .build());
    }
  }

  private static MethodSpec mirrored(Signature constructor, boolean withFabric) {
    MethodSpec.Builder method = MethodSpec.constructorBuilder();
    if (!constructor.visibility().isEmpty()) {
      method.addModifiers(Modifier.PUBLIC);
    }
    Parameters parameters = new Parameters(List.of());
    if (withFabric) {
      method.addParameter(FABRIC, parameters.variable("fabric"));
    }
    parameters.declare(method, constructor);
    return method.addStatement("super($L)", parameters.given()).build();
  }

  static MethodSpec unwritten(Signature signature) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(signature.name())
        .addAnnotation(Override.class)
        .addModifiers(signature.visibility().toArray(Modifier[]::new))
        .returns(signature.returns());
    new Parameters(List.of()).declare(method, signature);
    return method
        .addStatement("throw new $T($S)", IllegalStateException.class, "not woven")
        .build();
  }

  static Source file(ClassModel type, TypeSpec.Builder builder) {
    JavaFile file = JavaFile.builder(type.generated().packageName(), builder.build())
        .skipJavaLangImports(true)
        .indent("  ")
        .build();
    return new Source(type.generated().canonicalName(), Layout.of(file.toString()));
  }
}
