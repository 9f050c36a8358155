package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.FOLD;
import static io.lappet.processor.model.Vocabulary.GAP;
import static io.lappet.processor.model.Vocabulary.OVERLAP;
import static io.lappet.processor.model.Vocabulary.THEN;
import static io.lappet.processor.model.Vocabulary.THREAD_KIND;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.ActivationModel.ConsumerModel;
import io.lappet.processor.model.ActivationModel.DaemonModel;
import io.lappet.processor.model.ActivationModel.ProducerModel;
import io.lappet.processor.model.ActivationModel.TimerModel;
import io.lappet.processor.model.BatchModel;
import io.lappet.processor.model.Call;
import io.lappet.processor.model.End;
import io.lappet.processor.model.FailureModel;
import io.lappet.processor.model.Parameter;
import io.lappet.processor.model.TimerRuns;
import io.lappet.processor.model.TimerSchedule.OfDay;
import io.lappet.processor.model.TimerSchedule.Periodic;
import io.lappet.processor.model.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes how a worker is made:
 *
 * <pre>{@code
 * weaving.consumer("parse", rawChannel).concurrency(4).maps(this::parse, eventsChannel);
 * }</pre>
 */
final class ActivationCode {
  private final Fields fields;
  private final String weaving;
  private final NameAllocator names;

  /**
   * Writes into one constructor.
   *
   * @param weaving the name of its weaving
   * @param names all names of its variables
   */
  ActivationCode(Fields fields, String weaving, NameAllocator names) {
    this.fields = fields;
    this.weaving = weaving;
    this.names = names;
  }

  CodeBlock of(ActivationModel activation) {
    Chain chain;
    if (activation instanceof DaemonModel daemon) {
      chain = daemon(daemon);
    } else if (activation instanceof ProducerModel producer) {
      chain = producer(producer);
    } else if (activation instanceof ConsumerModel consumer) {
      chain = consumer(consumer);
    } else {
      chain = timer((TimerModel) activation);
    }
    return chain.code();
  }

  private Chain daemon(DaemonModel daemon) {
    Chain chain = begin(daemon, "daemon($S)", daemon.call().method());
    return body(common(chain, daemon), daemon.call(), "runs", true, Optional.empty());
  }

  private Chain producer(ProducerModel producer) {
    Chain chain = common(begin(producer, "producer($S)", producer.call().method()), producer);
    boolean isGivenWorker = producer.call().parameters().size() > (producer.pushes() ? 1 : 0);
    String verb = (producer.pushes() ? "pushes" : "pulls") + (isGivenWorker ? "With" : "");
    return body(chain, producer.call(), verb, false, producer.to());
  }

  private Chain consumer(ConsumerModel consumer) {
    String from = fields.channel(consumer.source().channel());
    Chain chain = begin(consumer, "consumer($S, $N)", consumer.call().method(), from);
    BatchModel batch = consumer.batch();
    chain.callIf(batch.isList(), "batch($L)", batch.size());
    batch.linger().ifPresent(it -> chain.call("linger($L)", DurationCode.of(it)));
    common(chain, consumer);
    consumer
        .failure()
        .deadLetters()
        .ifPresent(letters -> chain.call("deadLetter($N)", fields.channel(letters.channel())));
    String verb = (consumer.to().isPresent() ? "maps" : "runs") + (batch.isList() ? "Batch" : "");
    return body(chain, consumer.call(), verb, false, consumer.to());
  }

  private Chain timer(TimerModel timer) {
    String method = timer.call().method();
    Chain chain = begin(method, timer.number(), "timer($S)", method);
    if (timer.schedule() instanceof Periodic periodic) {
      String rate = periodic.fixedDelay() ? "fixedDelay($L)" : "every($L)";
      chain.call(rate, DurationCode.of(periodic.period()));
      periodic.initialDelay().ifPresent(it -> chain.call("initialDelay($L)", DurationCode.of(it)));
    } else if (timer.schedule() instanceof OfDay times) {
      chain.call("cron($N)", fields.table(timer));
      times.zone().ifPresent(zone -> chain.call("zone($S)", zone));
      chain
          .callIf(!times.gap().equals("AUTO"), "gap($T.$L)", GAP, times.gap())
          .callIf(!times.fold().equals("AUTO"), "fold($T.$L)", FOLD, times.fold());
    }
    TimerRuns runs = timer.runs();
    runs.jitter().ifPresent(it -> chain.call("jitter($L)", DurationCode.of(it)));
    chain.callIf(!runs.overlap().equals("SKIP"), "overlap($T.$L)", OVERLAP, runs.overlap());
    runs.timeout().ifPresent(it -> chain.call("timeout($L)", DurationCode.of(it)));
    chain.callIf(timer.daemon(), "daemon()");
    common(chain, timer);
    return body(chain, timer.call(), timer.to().isPresent() ? "sends" : "runs", true, timer.to());
  }

  private Chain begin(ActivationModel activation, String maker, Object... arguments) {
    return begin(activation.call().method(), 1, maker, arguments);
  }

  private Chain begin(String method, int number, String maker, Object... arguments) {
    CodeBlock call = CodeBlock.of(maker, arguments);
    return fields
        .worker(method, number)
        .map(field -> Chain.on("$N = $N.$L", field, weaving, call))
        .orElseGet(() -> Chain.on("$N.$L", weaving, call));
  }

  private Chain common(Chain chain, ActivationModel activation) {
    Workers workers = activation.workers();
    FailureModel failure = activation.failure();
    FailureModel byDefault = FailureModel.DEFAULT;
    chain
        .callIf(!workers.name().isEmpty(), "named($S)", workers.name())
        .callIf(workers.concurrency() != 1, "concurrency($L)", workers.concurrency())
        .callIf(!workers.thread().equals("AUTO"), "thread($T.$L)", THREAD_KIND, workers.thread())
        .callIf(failure.retries() != 0, "retries($L)", failure.retries());
    failure.backoff().ifPresent(it -> chain.call("backoff($L)", DurationCode.of(it)));
    failure.maxBackoff().ifPresent(it -> chain.call("maxBackoff($L)", DurationCode.of(it)));
    chain
        .callIf(failure.jitter() != byDefault.jitter(), "jitter($L)", failure.jitter())
        .callIf(
            failure.maxFailures() != byDefault.maxFailures(),
            "maxFailures($L)",
            failure.maxFailures());
    failure.window().ifPresent(it -> chain.call("window($L)", DurationCode.of(it)));
    chain.callIf(!failure.then().equals(byDefault.then()), "then($T.$L)", THEN, failure.then());
    fields.loop().ifPresent(loop -> chain.call("loop($N)", loop));
    return chain;
  }

  /**
   * Adds the last call, which says what runs.
   *
   * @param with whether the verb has a second form for methods with a parameter
   */
  private Chain body(Chain chain, Call call, String verb, boolean with, Optional<End> to) {
    String suffix = with && !call.parameters().isEmpty() ? "With" : "";
    CodeBlock target =
        to.map(end -> CodeBlock.of(", $N", fields.channel(end.channel()))).orElse(CodeBlock.of(""));
    return chain.call("$L($L$L)", verb + suffix, method(call), target);
  }

  /**
   * {@code this::parse}, or {@code (String line) -> parse(line)} if there are several of the name. What
   * comes as an object and is taken as a number has no type there, but one where it is handed on.
   */
  private CodeBlock method(Call call) {
    if (!call.overloaded()) {
      return CodeBlock.of("this::$N", call.method());
    }
    NameAllocator inside = names.clone();
    List<CodeBlock> declared = new ArrayList<>();
    List<CodeBlock> given = new ArrayList<>();
    boolean isUnboxed =
        call.parameters().stream().anyMatch(parameter -> parameter.type().isPrimitive());
    for (Parameter parameter : call.parameters()) {
      String name = inside.newName(parameter.name());
      declared.add(
          isUnboxed ? CodeBlock.of("$N", name) : CodeBlock.of("$T $N", parameter.type(), name));
      given.add(
          parameter.type().isPrimitive()
              ? CodeBlock.of("($T) $N", parameter.type(), name)
              : CodeBlock.of("$N", name));
    }
    return CodeBlock.of(
        "($L) -> $N($L)",
        CodeBlock.join(declared, ", "),
        call.method(),
        CodeBlock.join(given, ", "));
  }
}
