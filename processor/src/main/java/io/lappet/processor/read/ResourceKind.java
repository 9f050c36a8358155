package io.lappet.processor.read;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.model.AccessorModel;
import io.lappet.processor.model.AccessorModel.GateAccessor;
import io.lappet.processor.model.AccessorModel.LaneAccessor;
import io.lappet.processor.model.AccessorModel.LockAccessor;
import io.lappet.processor.model.AccessorModel.PermitsAccessor;
import io.lappet.processor.model.Vocabulary;
import java.util.Arrays;
import java.util.List;

/** What a name in an annotation can mean besides a channel. */
enum ResourceKind {
  LOCK(
      LockAccessor.class,
      "a lock",
      "abstract Mutex %s();",
      Vocabulary.LOCK,
      Vocabulary.MUTEX,
      Vocabulary.READ_WRITE_LOCK),
  GATE(GateAccessor.class, "a gate", "abstract Gate %s();", Vocabulary.GATE),
  PERMITS(
      PermitsAccessor.class,
      "permits",
      "@Limit(permits = 2) abstract Permits %s();",
      Vocabulary.PERMITS),
  LANE(LaneAccessor.class, "a lane", "@Limit(permits = 4) abstract Lane %s();", Vocabulary.LANE);

  private final Class<? extends AccessorModel> accessor;
  private final String label;
  private final String declaration;
  private final List<ClassName> types;

  ResourceKind(
      Class<? extends AccessorModel> accessor,
      String label,
      String declaration,
      ClassName... types) {
    this.accessor = accessor;
    this.label = label;
    this.declaration = declaration;
    this.types = List.of(types);
  }

  /** Whether that is the type of a resource of any kind. */
  static boolean isAny(ClassName type) {
    return AccessorStep.isChannel(type) || Arrays.stream(values()).anyMatch(kind -> kind.has(type));
  }

  /** The model of its accessors. */
  Class<? extends AccessorModel> accessor() {
    return accessor;
  }

  /** As messages call it. */
  String label() {
    return label;
  }

  /** An accessor of that name. */
  String declaration(String name) {
    return declaration.formatted(name);
  }

  /** The types of its accessors. */
  List<ClassName> types() {
    return types;
  }

  boolean has(ClassName type) {
    return types.contains(type);
  }
}
