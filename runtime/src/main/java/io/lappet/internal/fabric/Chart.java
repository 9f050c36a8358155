package io.lappet.internal.fabric;

import io.lappet.annotation.ChannelSpec;
import io.lappet.internal.channel.ChannelCore;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Workers and the channels between them, as a Mermaid flow chart. */
final class Chart {
  private final StringBuilder text = new StringBuilder("flowchart LR\n");
  private final Map<ChannelCore<?>, String> ids = new LinkedHashMap<>();

  private Chart() {}

  /** Draws; what is drawn keeps the order of what is given. */
  static String of(Collection<ChannelCore<?>> channels, List<WorkerCore> workers) {
    Chart chart = new Chart();
    channels.forEach(chart::draw);
    int number = 0;
    for (WorkerCore worker : workers) {
      chart.draw(worker, "w" + ++number);
    }
    return chart.text.toString();
  }

  private void draw(ChannelCore<?> channel) {
    int number = ids.size() + 1;
    String id = "c" + number;
    ids.put(channel, id);
    line(id + "([" + label(channel.name(), shape(channel)) + "])");
    if (channel.isSentByHand()) {
      line("s" + number + "((" + label("by hand") + ")) --> " + id);
    }
    if (channel.isReceivedByHand()) {
      line(id + " --> r" + number + "((" + label("by hand") + "))");
    }
  }

  private static String shape(ChannelCore<?> channel) {
    String depth = Integer.toString(channel.depth());
    String bound = switch (channel.capacity()) {
      case 0 -> "hand-over";
      case ChannelSpec.UNBOUNDED -> depth + ", unbounded";
      default -> depth + " of " + channel.capacity();
    };
    return (channel.isTopic() ? "topic, " : "") + bound + (channel.isClosed() ? ", closed" : "");
  }

  private void draw(WorkerCore worker, String id) {
    String label = label(worker.name(), threads(worker));
    line(id
        + switch (worker.kind()) {
          case CONSUMER, PRODUCER -> "[" + label + "]";
          case TIMER -> "{{" + label + "}}";
          case DAEMON -> "[[" + label + "]]";
        });
    ChannelCore<?> input = worker.input();
    if (input != null) {
      line(ids.get(input) + " --> " + id);
    }
    for (ChannelCore<?> output : worker.outputs()) {
      boolean dead = worker instanceof ConsumerWorker<?, ?, ?> c && c.deadLetters == output;
      line(id + (dead ? " -. dead letters .-> " : " --> ") + ids.get(output));
    }
  }

  private static String threads(WorkerCore worker) {
    return switch (worker.kind()) {
      case TIMER -> "timer";
      case DAEMON -> "daemon, " + count(worker.parts());
      case PRODUCER, CONSUMER -> count(worker.parts());
    };
  }

  private static String count(int threads) {
    return threads == 1 ? "1 thread" : threads + " threads";
  }

  private void line(String line) {
    text.append("  ").append(line).append('\n');
  }

  private static String label(String... rows) {
    StringBuilder label = new StringBuilder("\"");
    for (String row : rows) {
      label.append(label.length() > 1 ? "<br/>" : "");
      row.codePoints().forEach(c -> appendEscaped(label, c));
    }
    return label.append('"').toString();
  }

  /** Names are chosen by users; what could end a label or mean something in it is written as code. */
  private static void appendEscaped(StringBuilder label, int c) {
    if (Character.isLetterOrDigit(c) || " .,-_$".indexOf(c) >= 0) {
      label.appendCodePoint(c);
    } else {
      label.append('#').append(c).append(';');
    }
  }
}
