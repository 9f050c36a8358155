package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.OVERFLOW;

import com.palantir.javapoet.CodeBlock;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.ChannelShape;
import io.lappet.processor.model.Vocabulary;

/**
 * Writes how a channel is made:
 *
 * <pre>{@code
 * rawChannel = weaving.<RawLine>channel("raw").capacity(64).make();
 * }</pre>
 */
final class ChannelCode {
  private ChannelCode() {}

  static CodeBlock of(ChannelModel channel, String weaving, String field) {
    ChannelShape shape = channel.shape();
    ChannelShape byDefault = ChannelShape.DEFAULT;
    CodeBlock capacity = shape.isUnbounded()
        ? CodeBlock.of("$T.UNBOUNDED", Vocabulary.CHANNEL_SPEC)
        : CodeBlock.of("$L", shape.capacity());
    return Chain.on(
            "$N = $N.<$T>channel($S)", field, weaving, channel.type().name(), channel.name())
        .callIf(shape.capacity() != byDefault.capacity(), "capacity($L)", capacity)
        .callIf(
            !shape.overflow().equals(byDefault.overflow()),
            "overflow($T.$L)",
            OVERFLOW,
            shape.overflow())
        .callIf(channel.isSentByHand(), "sentByHand()")
        .callIf(channel.isReceivedByHand(), "receivedByHand()")
        .call("make()")
        .code();
  }
}
