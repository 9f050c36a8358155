package io.lappet.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.Optional;

/** The type of messages, with the questions that wiring asks about it. */
public interface MessageType {
  /** How it is written as a type argument: primitives are boxed. */
  TypeName name();

  /** How it was written, in full. */
  String text();

  /** The same without packages, as one writes it. */
  String simple();

  /** Whether a message of this type can be given to who takes {@code other}. */
  boolean fits(MessageType other);

  /** Whether both are one type. */
  boolean isSame(MessageType other);

  /** The same type where there are no primitives. */
  MessageType boxed();

  /** The type of what is in such a list; empty if it is no list. */
  Optional<MessageType> listed();

  /** The type of dead letters with such messages. */
  MessageType deadLetter();
}
