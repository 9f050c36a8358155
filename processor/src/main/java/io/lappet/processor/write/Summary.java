package io.lappet.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.ActivationModel.ConsumerModel;
import io.lappet.processor.model.ActivationModel.DaemonModel;
import io.lappet.processor.model.ActivationModel.TimerModel;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.End;
import io.lappet.processor.model.GuardedModel;
import io.lappet.processor.model.LockUse;
import io.lappet.processor.model.SharedResource;
import io.lappet.processor.model.TimerSchedule.OfDay;
import io.lappet.processor.model.TwinModel;
import io.lappet.processor.model.WovenModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the sentence above a woven class: what runs in it, and what is guarded. */
final class Summary {
  /** The shapes of channels that nothing has been said about yet, by their names. */
  private final Map<String, String> shapes = new LinkedHashMap<>();

  private Summary(List<ChannelModel> channels) {
    channels.stream()
        .filter(channel -> channel.shared().isEmpty())
        .forEach(channel -> shapes.put(channel.name(), ShapeText.of(channel.shape())));
  }

  static CodeBlock of(WovenModel woven, List<ChannelModel> channels) {
    Summary summary = new Summary(channels);
    List<String> parts = new ArrayList<>();
    woven.activations().forEach(activation -> parts.add(summary.sentence(activation)));
    woven.twins().stream()
        .map(twin -> sentence(twin, woven.loop().isPresent()))
        .distinct()
        .forEach(parts::add);
    guards(woven).forEach((lock, methods) -> parts.add(lock + " guards " + Text.list(methods)));
    String what = parts.isEmpty() ? "" : ": " + String.join("; ", parts);
    String loop = woven.loop().isPresent() ? ", one call at a time on its loop" : "";
    String link = "{@link " + woven.type().label() + "}, woven" + loop;
    CodeBlock.Builder text = CodeBlock.builder();
    text.add("$L\n", Text.wrapped(link + Text.escaped(what) + ".", Text.WIDTH));
    for (ActivationModel activation : woven.activations()) {
      if (activation instanceof TimerModel timer && timer.schedule() instanceof OfDay times) {
        text.add("\n$L\n", Text.wrapped("<p>" + examples(timer, times), Text.WIDTH));
      }
    }
    return text.build();
  }

  /** The first runs from a day on that is always the same. */
  private static String examples(TimerModel timer, OfDay times) {
    String zone = times.zone().orElse("the zone of the fabric");
    return "From the beginning of 2030 in %s, %s with \"%s\" runs at %s."
        .formatted(
            zone,
            timer.call().label(),
            Text.escaped(times.expression()),
            Text.list(times.examples()));
  }

  private String sentence(ActivationModel activation) {
    String who = activation.call().label();
    StringBuilder text = new StringBuilder(who);
    if (activation instanceof DaemonModel) {
      text.append(" runs from start to stop");
    } else if (activation instanceof TimerModel timer) {
      text.append(" runs ").append(timer.schedule().text());
    } else if (activation instanceof ConsumerModel consumer) {
      text.append(" takes ").append(taken(consumer));
    }
    Optional<String> to = activation.to().map(this::channel);
    to.ifPresent(it -> text.append(text.length() == who.length() ? "" : " and")
        .append(" sends to ")
        .append(it));
    int threads = activation.workers().concurrency();
    String form = activation instanceof TimerModel ? ", up to %d runs at a time" : " on %d threads";
    return text + (threads > 1 ? form.formatted(threads) : "");
  }

  private static String sentence(TwinModel twin, boolean isConfined) {
    String where = isConfined ? "there" : "elsewhere";
    if (twin.form() == TwinModel.Form.GENERATE) {
      where = "value by value";
    }
    String on = twin.lane().map(lane -> "on lane " + lane).orElse(where);
    String delay = twin.delay().map(it -> " after " + it.text()).orElse("");
    String timeout = twin.timeout().map(it -> " within " + it.text()).orElse("");
    String call = twin.signature().label();
    return "%s runs %s() %s%s%s".formatted(call, twin.target(), on, delay, timeout);
  }

  private String taken(ConsumerModel consumer) {
    String most = consumer.batch().isList()
        ? "up to %d at once ".formatted(consumer.batch().size())
        : "";
    String key = consumer.key().map(it -> " by " + it.method()).orElse("");
    return "%sfrom %s%s".formatted(most, channel(consumer.source()), key);
  }

  /** The name of a channel, the first time with its shape. */
  private String channel(End end) {
    String shape = shapes.getOrDefault(end.channel(), "");
    shapes.remove(end.channel());
    return end.channel() + (shape.isEmpty() ? "" : " (%s)".formatted(shape));
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
