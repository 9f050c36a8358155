package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.CHANNEL;
import static io.lappet.processor.model.Vocabulary.FABRIC;
import static io.lappet.processor.model.Vocabulary.GATE;
import static io.lappet.processor.model.Vocabulary.GENERATED;
import static io.lappet.processor.model.Vocabulary.LANE;
import static io.lappet.processor.model.Vocabulary.MONITOR;
import static io.lappet.processor.model.Vocabulary.PERMITS;
import static io.lappet.processor.model.Vocabulary.READ_WRITE_MONITOR;
import static io.lappet.processor.model.Vocabulary.SHARED_RESOURCES;
import static io.lappet.processor.model.Vocabulary.WEAVING;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.lappet.processor.model.AccessorModel;
import io.lappet.processor.model.AccessorModel.ChannelAccessor;
import io.lappet.processor.model.AccessorModel.GateAccessor;
import io.lappet.processor.model.AccessorModel.LaneAccessor;
import io.lappet.processor.model.AccessorModel.LockAccessor;
import io.lappet.processor.model.AccessorModel.PermitsAccessor;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.ClassModel;
import io.lappet.processor.model.PermitsShape;
import io.lappet.processor.model.SharedModel;
import io.lappet.processor.model.Signature;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the class with the resources of a shared interface, for instance
 *
 * <pre>{@code
 * public final class WovenBooks implements Books {
 *   private static final SharedResources<WovenBooks> SHARED =
 *       new SharedResources<>(1, "Books", WovenBooks::new);
 *
 *   private final Monitor ledgerLock;
 *
 *   private WovenBooks(Weaving weaving) {
 *     ledgerLock = weaving.lock("ledger");
 *   }
 *
 *   public static Books in(Fabric fabric) {
 *     return SHARED.in(fabric);
 *   }
 *
 *   @Override
 *   public Mutex ledger() {
 *     return ledgerLock;
 *   }
 * }
 * }</pre>
 */
public final class SharedWriter {
  private final SharedModel shared;
  private final ClassModel type;
  private final NameAllocator names = new NameAllocator();

  private SharedWriter(SharedModel shared) {
    this.shared = shared;
    this.type = shared.type();
    type.fields().forEach(names::newName);
  }

  /** The source of the class of {@code shared}. */
  public static Source write(SharedModel shared) {
    return new SharedWriter(shared).write();
  }

  /** The source of a class of the same shape, for an interface with mistakes. */
  public static Source skeleton(SharedModel shared) {
    TypeSpec.Builder skeleton = begin(shared.type()).addJavadoc(unwritten(shared.type()));
    skeleton.addMethod(unwrittenIn(shared.type()));
    shared.methods().forEach(method -> skeleton.addMethod(WovenWriter.unwritten(method)));
    return WovenWriter.file(shared.type(), skeleton);
  }

  private Source write() {
    String shares = names.newName("SHARED");
    TypeName sharedResources = ParameterizedTypeName.get(SHARED_RESOURCES, type.generated());
    TypeSpec.Builder written = begin(type)
        .addJavadoc(SharedSummary.of(shared))
        .addField(FieldSpec.builder(
                sharedResources, shares, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(
                "\nnew $T<>(1, $S, $T::new)", SHARED_RESOURCES, type.component(), type.generated())
            .build());
    List<MethodSpec> methods = new ArrayList<>();
    String weaving = names.newName("weaving");
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(WEAVING, weaving);
    MethodSpec in = in(type)
        .addJavadoc("The {@link $L} of {@code fabric}, made by the first who asks.\n", type.label())
        .addStatement("return $N.in(fabric)", shares)
        .build();
    for (AccessorModel resource : shared.resources()) {
      Signature signature = resource.signature();
      String field = names.newName(Text.ending(signature.name(), suffix(resource)));
      written.addField(fieldType(resource), field, Modifier.PRIVATE, Modifier.FINAL);
      constructor.addStatement(made(resource, weaving, field));
      MethodSpec.Builder method = MethodCode.override(signature);
      new Parameters(List.of()).declare(method, signature);
      methods.add(method.addStatement("return $N", field).build());
    }
    written.addMethod(constructor.build()).addMethod(in).addMethods(methods);
    WovenWriter.suppress(written, shared.suppressed());
    return WovenWriter.file(type, written);
  }

  private static TypeSpec.Builder begin(ClassModel type) {
    TypeSpec.Builder builder = TypeSpec.classBuilder(type.generated())
        .addAnnotation(GENERATED)
        .addSuperinterface(WovenWriter.imported(type))
        // What the interface declares hides imports.
        .alwaysQualify(type.nestedTypes().toArray(String[]::new));
    if (type.isPublic()) {
      builder.addModifiers(Modifier.PUBLIC);
    }
    return builder.addModifiers(Modifier.FINAL);
  }

  private static MethodSpec.Builder in(ClassModel type) {
    MethodSpec.Builder in = MethodSpec.methodBuilder("in");
    if (type.isPublic()) {
      in.addModifiers(Modifier.PUBLIC);
    }
    return in.addModifiers(Modifier.STATIC).returns(type.name()).addParameter(FABRIC, "fabric");
  }

  private static MethodSpec unwrittenIn(ClassModel type) {
    return in(type)
        .addStatement("throw new $T($S)", IllegalStateException.class, "not written")
        .build();
  }

  private static CodeBlock unwritten(ClassModel type) {
    return CodeBlock.of("Not written, because {@link $L} has mistakes.\n", type.label());
  }

  private static String suffix(AccessorModel resource) {
    if (resource instanceof LockAccessor) {
      return "Lock";
    } else if (resource instanceof GateAccessor) {
      return "Gate";
    }
    if (resource instanceof LaneAccessor) {
      return "Lane";
    }
    return resource instanceof PermitsAccessor ? "Permits" : "Channel";
  }

  private static TypeName fieldType(AccessorModel resource) {
    if (resource instanceof LockAccessor lock) {
      return lock.readWrite() ? READ_WRITE_MONITOR : MONITOR;
    } else if (resource instanceof ChannelAccessor channel) {
      return ParameterizedTypeName.get(CHANNEL, channel.channel().type().name());
    }
    if (resource instanceof LaneAccessor) {
      return LANE;
    }
    return resource instanceof GateAccessor ? GATE : PERMITS;
  }

  private CodeBlock made(AccessorModel resource, String weaving, String field) {
    String name = resource.signature().name();
    if (resource instanceof ChannelAccessor channel) {
      return new ChannelCode(weaving, names).of(ChannelModel.ofAccessor(channel), field);
    } else if (resource instanceof PermitsAccessor permits) {
      PermitsShape shape = permits.shape();
      String maker = shape.fair() ? "fairPermits" : "permits";
      return CodeBlock.of("$N = $N.$L($S, $L)", field, weaving, maker, name, shape.permits());
    }
    if (resource instanceof LaneAccessor lane) {
      return ResourceCode.lane(lane, weaving, field);
    }
    return CodeBlock.of("$N = $N.$L($S)", field, weaving, maker(resource), name);
  }

  private static String maker(AccessorModel resource) {
    if (resource instanceof LockAccessor lock) {
      return lock.readWrite() ? "readWriteLock" : "lock";
    }
    return "gate";
  }
}
