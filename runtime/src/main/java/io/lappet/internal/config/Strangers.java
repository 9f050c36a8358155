package io.lappet.internal.config;

import io.lappet.internal.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds names that seem to be said of a component and mean nothing. */
final class Strangers {
  private final Collection<Key> known;

  /** With all that can be configured. */
  Strangers(Collection<Key> known) {
    this.known = known;
  }

  /** What is wrong with the names in {@code sources}, in their order. */
  List<String> in(List<Source> sources) {
    List<String> faults = new ArrayList<>();
    for (Source source : sources) {
      Collection<String> understood = Stream.concat(
              known.stream(), known.stream().map(Key::ofAny))
          .map(key -> source.name(key.toString()))
          .collect(Collectors.toSet());
      new TreeSet<>(source.names())
          .stream()
              .filter(name -> !understood.contains(name))
              .forEach(name -> fault(source, name).ifPresent(faults::add));
    }
    return faults;
  }

  /** What is wrong with a name that nobody has asked for, if it is said of somebody here. */
  private Optional<String> fault(Source source, String name) {
    Predicate<String> isOf = owner -> name.startsWith(source.name(owner + "."));
    Optional<String> member = longest(key -> key.component() + "." + key.member(), isOf);
    if (member.isPresent()) {
      return Optional.of(fault(source, name, member.get(), Key::element));
    }
    Optional<String> anyMember = longest(key -> key.ofAny().component() + "." + key.member(), isOf);
    if (anyMember.isPresent()) {
      return Optional.of(fault(source, name, anyMember.get(), Key::element));
    }
    return longest(Key::component, isOf).map(it -> fault(source, name, it, Key::member));
  }

  /** The longest of the names that {@code part} makes of what is known. */
  private Optional<String> longest(Function<Key, String> part, Predicate<String> which) {
    return known.stream().map(part).filter(which).max(Comparator.comparingInt(String::length));
  }

  private String fault(Source source, String name, String owner, Function<Key, String> part) {
    List<Key> valid = known.stream()
        .flatMap(key -> Stream.of(key, key.ofAny()))
        .filter(key -> key.toString().startsWith(owner + "."))
        .toList();
    List<String> names = valid.stream().map(key -> source.name(key.toString())).toList();
    String meant =
        Nearest.to(name, names).map(near -> " Did you mean \"" + near + "\"?").orElse("");
    String parts = valid.stream().map(part).distinct().sorted().collect(Collectors.joining(", "));
    return source.place(name)
        + " configures nothing."
        + meant
        + " What can be configured of "
        + owner
        + ": "
        + parts
        + ".";
  }
}
