package io.lappet.internal.config;

import io.lappet.WiringException;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Overflow;
import io.lappet.internal.text.DurationText;
import io.lappet.internal.text.Nearest;
import io.lappet.internal.text.TextException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is configured for one member of a component. Each method returns the value of an element, or
 * what was declared if there is none. What the compiler would refuse is a {@link WiringException}.
 */
public final class Tuning {
  private static final String UNBOUNDED = "UNBOUNDED";

  private final Configuration configuration;
  private final String component;
  private final String member;
  private final boolean isAsked;
  private final List<Setting> found = new ArrayList<>();

  /** Makes one; {@code isAsked} says whether what it is asked for can be configured. */
  Tuning(Configuration configuration, String component, String member, boolean isAsked) {
    this.configuration = configuration;
    this.component = component;
    this.member = member;
    this.isAsked = isAsked;
  }

  /** What {@code reader} makes of the value of an element. */
  public <T> T read(String element, T declared, Reader<T> reader) {
    Setting setting = find(element);
    return setting == null ? declared : setting.read(reader);
  }

  /** The same for an element that need not be there: an empty text takes it away. */
  public <T> @Nullable T optional(String element, @Nullable T declared, Reader<T> reader) {
    Setting setting = find(element);
    if (setting == null) {
      return declared;
    }
    return setting.text().isEmpty() ? null : setting.read(reader);
  }

  private @Nullable Setting find(String element) {
    Key key = new Key(component, member, element);
    if (isAsked) {
      configuration.know(key);
    }
    Setting setting = configuration.find(key);
    if (setting != null) {
      found.add(setting);
    }
    return setting;
  }

  /** A number of at least {@code least}. */
  public int number(String element, int least, int declared) {
    return read(element, declared, text -> numberOf(text, least));
  }

  /** For how much there is room; it may have no bound. */
  public int capacity(int least, int declared) {
    return read(
        "capacity",
        declared,
        text -> text.equals(UNBOUNDED) ? ChannelSpec.UNBOUNDED : numberOf(text, least));
  }

  /** What happens when there is no room left of {@code capacity}. */
  public Overflow overflow(int capacity, Overflow declared) {
    Overflow overflow = constant("overflow", declared, Overflow.values());
    if (capacity == ChannelSpec.UNBOUNDED && overflow != Overflow.BLOCK) {
      throw contradiction(new IllegalArgumentException(
          component + "." + member + " has no bound and is never full, so it cannot " + overflow));
    }
    return overflow;
  }

  /** A duration, not negative. */
  public Duration duration(String element, Duration declared) {
    return read(element, declared, text -> DurationText.read(text).value());
  }

  /** A duration that is longer than zero. */
  public Duration period(String element, Duration declared) {
    return read(element, declared, text -> DurationText.readPositive(text).value());
  }

  /** A duration, not negative, that need not be there. */
  public @Nullable Duration optional(String element, @Nullable Duration declared) {
    return optional(element, declared, text -> DurationText.read(text).value());
  }

  /** The same for one that is longer than zero if it is there. */
  public @Nullable Duration optionalPeriod(String element, @Nullable Duration declared) {
    return optional(element, declared, text -> DurationText.readPositive(text).value());
  }

  /** One of {@code all}. */
  public <E extends Enum<E>> E constant(String element, E declared, E[] all) {
    return read(element, declared, text -> constantOf(text, all));
  }

  /** Whether it has returned anything that is configured. */
  public boolean isUsed() {
    return !found.isEmpty();
  }

  /** What to throw if values that are right by themselves do not go together. */
  public RuntimeException contradiction(IllegalArgumentException fault) {
    if (found.isEmpty()) {
      return fault;
    }
    String settings = found.stream().map(Setting::toString).collect(Collectors.joining(", "));
    return new WiringException(fault.getMessage() + ". Configured is " + settings);
  }

  /**
   * What {@code maker} makes of the values that were returned.
   *
   * @throws WiringException if it refuses them together
   */
  public <T> T make(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw contradiction(e);
    }
  }

  private static int numberOf(String text, int least) throws TextException {
    String remedy = "Write a number of at least " + least + ".";
    if (!text.matches("[+-]?\\d+")) {
      throw new TextException("is not a number", remedy);
    }
    int number;
    try {
      number = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TextException(
          text.startsWith("-") ? "is too small" : "is too large",
          "Write a number from " + least + " to " + Integer.MAX_VALUE + ".");
    }
    if (number < least) {
      throw new TextException("is too small", remedy);
    }
    return number;
  }

  private static <E extends Enum<E>> E constantOf(String text, E[] all) throws TextException {
    for (E constant : all) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    List<String> names = Arrays.stream(all).map(Enum::name).toList();
    String remedy = names.stream()
        .filter(text::equalsIgnoreCase)
        .findFirst()
        .or(() -> Nearest.to(text, names))
        .map(near -> "Did you mean " + near + "? ")
        .orElse("");
    throw new TextException(
        "is none of them", remedy + "There are " + String.join(", ", names) + ".");
  }
}
