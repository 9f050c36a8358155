package io.lappet.processor.read;

import com.palantir.javapoet.TypeName;
import io.lappet.processor.model.MessageType;
import io.lappet.processor.model.Vocabulary;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** A message type that asks the compiler. */
final class JavacType implements MessageType {
  private final Types types;
  private final Elements elements;
  private final TypeMirror mirror;

  private JavacType(Types types, Elements elements, TypeMirror mirror) {
    this.types = types;
    this.elements = elements;
    this.mirror = mirror;
  }

  static MessageType of(UserClass user, TypeMirror mirror) {
    return new JavacType(user.types(), user.elements(), mirror);
  }

  @Override
  public TypeName name() {
    return TypeName.get(mirror).box();
  }

  @Override
  public String text() {
    return TypeName.get(mirror).toString();
  }

  @Override
  public String simple() {
    return TypeParts.simple(mirror);
  }

  @Override
  public boolean fits(MessageType other) {
    return types.isAssignable(mirror, of(other));
  }

  @Override
  public boolean isSame(MessageType other) {
    return types.isSameType(mirror, of(other));
  }

  @Override
  public MessageType boxed() {
    return mirror.getKind().isPrimitive()
        ? with(types.boxedClass((PrimitiveType) mirror).asType())
        : this;
  }

  @Override
  public Optional<MessageType> listed() {
    return TypeParts.listed(mirror).map(this::with);
  }

  @Override
  public MessageType deadLetter() {
    TypeElement deadLetter = elements.getTypeElement(Vocabulary.DEAD_LETTER.canonicalName());
    return with(types.getDeclaredType(deadLetter, ((JavacType) boxed()).mirror));
  }

  private MessageType with(TypeMirror other) {
    return new JavacType(types, elements, other);
  }

  private static TypeMirror of(MessageType type) {
    return ((JavacType) type).mirror;
  }
}
