package io.lappet.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.ActivationModel.ConsumerModel;
import io.lappet.processor.model.ActivationModel.DaemonModel;
import io.lappet.processor.model.ActivationModel.TimerModel;
import io.lappet.processor.model.End;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.LockUse;
import io.lappet.processor.model.SharedResource;
import io.lappet.processor.model.WovenModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the sentence above a woven class: what runs in it, and what is guarded. */
final class Summary {
  private Summary() {}

  static CodeBlock of(WovenModel woven) {
    List<String> parts = new ArrayList<>();
    woven.activations().forEach(activation -> parts.add(sentence(activation)));
    guards(woven).forEach((lock, methods) -> parts.add(lock + " guards " + Text.list(methods)));
    String what = parts.isEmpty() ? "" : ": " + String.join("; ", parts);
    String link = "{@link " + woven.type().label() + "}, woven";
    return CodeBlock.of("$L\n", Text.wrapped(link + Text.escaped(what) + ".", Text.WIDTH));
  }

  private static String sentence(ActivationModel activation) {
    String who = activation.call().label();
    StringBuilder text = new StringBuilder(who);
    if (activation instanceof DaemonModel) {
      text.append(" runs from start to stop");
    } else if (activation instanceof TimerModel timer) {
      text.append(" runs every ").append(timer.every().text());
    } else if (activation instanceof ConsumerModel consumer) {
      text.append(" takes from ").append(consumer.source().channel());
    }
    Optional<String> to = activation.to().map(End::channel);
    to.ifPresent(it -> text.append(text.length() == who.length() ? "" : " and")
        .append(" sends to ")
        .append(it));
    int threads = activation.workers().concurrency();
    return text + (threads > 1 ? " on %d threads".formatted(threads) : "");
  }

  private static Map<String, List<String>> guards(WovenModel woven) {
    Map<String, List<String>> guards = new LinkedHashMap<>();
    for (GuardedModel method : woven.guarded()) {
      for (LockUse use : method.locks().stream().filter(LockUse::isOwn).toList()) {
        String lock = use.name();
        String label = woven.scope().shared(lock).map(SharedResource::label).orElse(lock);
        String name = lock.isEmpty() ? "its own lock" : "\"%s\"".formatted(label);
        guards
            .computeIfAbsent(name, key -> new ArrayList<>())
            .add(method.signature().label());
      }
    }
    return guards;
  }
}
