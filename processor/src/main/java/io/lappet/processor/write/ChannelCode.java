package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.OVERFLOW;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.ChannelShape;
import io.lappet.processor.model.MessageKey;
import io.lappet.processor.model.Vocabulary;
import java.util.Comparator;

/**
 * Writes how a channel is made:
 *
 * <pre>{@code
 * rawChannel = weaving.<RawLine>channel("raw").capacity(64).sentBy("read").receivedBy("parse", 4).make();
 * }</pre>
 */
final class ChannelCode {
  private final String weaving;
  private final NameAllocator names;

  /**
   * Writes into one constructor.
   *
   * @param weaving the name of its weaving
   * @param names all names of its variables
   */
  ChannelCode(String weaving, NameAllocator names) {
    this.weaving = weaving;
    this.names = names;
  }

  CodeBlock of(ChannelModel channel, String field) {
    ChannelShape shape = channel.shape();
    Chain chain =
        Chain.on("$N = $N.<$T>channel($S)", field, weaving, channel.type().name(), channel.name());
    shape(chain, shape);
    channel.key().ifPresent(key -> chain.call("keyed($L)", key(key)));
    chain.callIf(shape.topic(), "topic()");
    channel.onlySenders().forEach(sender -> end(chain, "sentBy", sender));
    channel.onlyReceivers().forEach(receiver -> end(chain, "receivedBy", receiver));
    return chain
        .callIf(channel.isSentByHand(), "sentByHand()")
        .callIf(channel.isReceivedByHand(), "receivedByHand()")
        .call("make()")
        .code();
  }

  private static void end(Chain chain, String verb, ActivationModel worker) {
    int threads = worker.workers().concurrency();
    if (threads == 1) {
      chain.call("$L($S)", verb, worker.member());
    } else {
      chain.call("$L($S, $L)", verb, worker.member(), threads);
    }
  }

  private static void shape(Chain chain, ChannelShape shape) {
    ChannelShape byDefault = ChannelShape.DEFAULT;
    CodeBlock capacity = shape.isUnbounded()
        ? CodeBlock.of("$T.UNBOUNDED", Vocabulary.CHANNEL_SPEC)
        : CodeBlock.of("$L", shape.capacity());
    chain
        .callIf(shape.capacity() != byDefault.capacity(), "capacity($L)", capacity)
        .callIf(
            !shape.overflow().equals(byDefault.overflow()),
            "overflow($T.$L)",
            OVERFLOW,
            shape.overflow());
    switch (shape.order()) {
      case "LIFO" -> chain.call("lifo()");
      case "PRIORITY" -> chain.call("priority($L)", comparator(shape));
      case "DELAY" -> chain.call("delayed()");
      default -> {}
    }
  }

  private static CodeBlock comparator(ChannelShape shape) {
    return shape
        .comparator()
        .map(type -> CodeBlock.of("new $T()", type))
        .orElse(CodeBlock.of("$T.naturalOrder()", Comparator.class));
  }

  /** {@code Order::accountId}, or {@code (Order message) -> message.accountId()}. */
  private CodeBlock key(MessageKey key) {
    if (!key.ambiguous()) {
      return CodeBlock.of("$T::$N", key.of(), key.method());
    }
    String message = names.clone().newName("message");
    return CodeBlock.of("($T $N) -> $N.$N()", key.of(), message, message, key.method());
  }
}
