package io.lappet.processor.body.files;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Activation;
import io.lappet.processor.body.facts.ChannelFacts;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Entry;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.body.facts.Spot;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Writes facts as text, part by part; {@link FactsReader} reads the parts in the same order. Fields
 * are left out: nobody outside looks at them.
 */
final class FactsWriter {
  /** Most paths by far are one of these. */
  static final Map<Path, String> WORDS =
      Map.of(Path.THIS, "this", Path.SHARED, "*", Path.UNKNOWN, "?");

  private final StringBuilder text;
  // Local variables are known by numbers that differ from run to run.
  private final Map<String, String> variables = new HashMap<>();

  FactsWriter(StringBuilder text) {
    this.text = text;
  }

  void write(ClassFacts type) {
    begin("class");
    put(type.name());
    names(type.modifiers());
    put(type.isInterface());
    texts(type.supertypes());
    put(type.woven());
    put(type.confined());
    texts(new TreeSet<>(type.suppressed()));
    put(type.spot());
    all(type.activations(), this::write);
    all(type.channels(), this::write);
    all(type.resources(), accessor -> {
      begin("accessor");
      put(accessor.method());
      put(accessor.node());
      put(accessor.count());
      put(accessor.exported());
      put(accessor.spot());
    });
    all(type.methods(), this::write);
    text.append('\n');
  }

  private void write(Activation activation) {
    begin("activation");
    put(activation.kind());
    put(activation.method());
    put(activation.concurrency());
    put(activation.keyed());
    optional(activation.from(), this::put);
    optional(activation.to(), this::put);
    optional(activation.deadLetters(), this::put);
  }

  private void write(ChannelFacts channel) {
    begin("channel");
    put(channel.node());
    put(channel.capacity());
    put(channel.blocks());
    put(channel.exported());
    put(channel.spot());
  }

  private void write(MethodFacts method) {
    begin("method");
    put(method.id());
    put(method.owner());
    put(method.name());
    put(method.label());
    put(method.kind());
    names(method.modifiers());
    texts(method.parameters());
    texts(method.overrides());
    optional(method.enclosing(), this::put);
    optional(method.twin(), this::write);
    write(method.entry());
    texts(new TreeSet<>(method.suppressed()));
    put(method.spot());
    all(method.acts(), this::write);
  }

  private void write(MethodFacts.Twin twin) {
    put(twin.target());
    optional(twin.lane(), this::put);
    put(twin.inPlace());
  }

  private void write(Entry entry) {
    optional(entry.gate(), this::write);
    optional(entry.permit(), this::write);
    holds(entry.locks());
    optional(entry.guard(), guard -> {
      put(guard.method());
      put(guard.negated());
      put(guard.timed());
    });
  }

  private void write(Entry.Pass pass) {
    put(pass.what());
    put(pass.timed());
    put(pass.count());
  }

  private void write(Act act) {
    begin(act.getClass().getSimpleName());
    holds(act.held());
    put(act.spot());
    if (act instanceof Act.Take take) {
      put(take.taken());
    } else if (act instanceof Act.Invoke call) {
      put(call.method());
      put(call.name());
      put(call.on());
      all(call.arguments(), this::put);
      put(call.dispatch());
    } else if (act instanceof Act.Hand hand) {
      put(hand.body());
      put(hand.bodyOn());
      put(hand.method());
      put(hand.on());
      put(hand.parameter());
    } else if (act instanceof Act.Run run) {
      put(run.parameter());
    } else if (act instanceof Act.Keep keep) {
      put(keep.parameter());
    } else if (act instanceof Act.Await await) {
      put(await.kind());
      optional(await.what(), this::put);
      texts(await.bodies());
      put(await.timed());
      put(await.verb());
    } else if (act instanceof Act.Open open) {
      put(open.gate());
    } else if (act instanceof Act.Send send) {
      put(send.channel());
      put(send.message());
      put(send.type());
    } else if (act instanceof Act.Start start) {
      put(start.body());
      put(start.on());
      put(start.how());
      optional(start.lane(), this::put);
      put(start.repeated());
    } else if (act instanceof Act.Block block) {
      put(block.verb());
    } else if (act instanceof Act.Access access) {
      put(access.of());
      put(access.owner());
      put(access.field());
      put(access.touch());
      put(access.shows());
    } else {
      throw new IllegalArgumentException("is not written: " + act);
    }
  }

  private void put(Hold hold) {
    put(hold.lock());
    put(hold.read());
    put(hold.timed());
  }

  private void put(Resource resource) {
    put(resource.of());
    put(resource.node());
    optional(resource.key(), this::put);
  }

  private void put(Node node) {
    put(node.kind());
    put(node.owner());
    put(node.name());
    put(node.shared());
  }

  private void put(Path path) {
    String word = WORDS.get(path);
    if (word != null) {
      put(word);
      return;
    }
    put(path.root());
    put(path.name());
    put(variable(path.variable()));
    put(path.parameter());
    texts(path.fields());
  }

  private String variable(String name) {
    return name.startsWith("#")
        ? variables.computeIfAbsent(name, any -> "#" + variables.size())
        : name;
  }

  private void put(Spot spot) {
    put(spot.text());
  }

  private void holds(Collection<Hold> holds) {
    all(holds, this::put);
  }

  private void names(Collection<? extends Enum<?>> values) {
    all(new TreeSet<>(values.stream().map(Enum::name).toList()), this::put);
  }

  private void texts(Collection<String> values) {
    all(values, this::put);
  }

  private <T> void all(Collection<T> values, Consumer<T> write) {
    put(values.size());
    values.forEach(write);
  }

  private <T> void optional(Optional<T> value, Consumer<T> write) {
    put(value.isPresent());
    value.ifPresent(write);
  }

  /** Begins a line. */
  private void begin(String kind) {
    if (text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
    text.append(kind);
  }

  private void put(Enum<?> value) {
    put(value.name());
  }

  private void put(boolean value) {
    put(value ? "+" : "-");
  }

  private void put(int value) {
    put(Integer.toString(value));
  }

  private void put(String value) {
    text.append('\t').append(escaped(value));
  }

  private static String escaped(String value) {
    boolean isPlain = value.indexOf('\\') < 0 && value.indexOf('\t') < 0 && value.indexOf('\n') < 0;
    return isPlain ? value : value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }
}
