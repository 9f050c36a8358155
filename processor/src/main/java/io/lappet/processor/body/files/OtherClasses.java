package io.lappet.processor.body.files;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Resource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The classes of other compilations that something here leads to, with what their files say. */
final class OtherClasses {
  private final Elements elements;
  private final FactsFiles files;
  private final Map<String, List<ClassFacts>> read = new HashMap<>();

  /** Those that are found in {@code files}. */
  OtherClasses(Elements elements, FactsFiles files) {
    this.elements = elements;
    this.files = files;
  }

  /** The classes that {@code here} leads to, directly or by others of them. */
  Collection<ClassFacts> from(Collection<ClassFacts> here) {
    Set<String> names = new HashSet<>();
    here.forEach(type -> names.add(type.name()));
    Map<String, ClassFacts> found = new LinkedHashMap<>();
    Deque<ClassFacts> open = new ArrayDeque<>(here);
    while (!open.isEmpty()) {
      for (String name : mentionedBy(open.remove())) {
        if (names.add(name)) {
          for (ClassFacts other : of(name)) {
            boolean isNew = other.name().equals(name) || names.add(other.name());
            if (isNew && found.putIfAbsent(other.name(), other) == null) {
              open.add(other);
            }
          }
        }
      }
    }
    return found.values();
  }

  private static Set<String> mentionedBy(ClassFacts type) {
    Set<String> names = new LinkedHashSet<>(type.supertypes());
    for (MethodFacts method : type.methods()) {
      method.entry().locks().forEach(hold -> names.add(owner(hold)));
      method.entry().gate().ifPresent(pass -> names.add(pass.what().node().owner()));
      for (Act act : method.acts()) {
        if (act instanceof Act.Invoke call) {
          names.add(owner(call.method()));
        } else if (act instanceof Act.Hand hand) {
          names.add(owner(hand.method()));
        } else if (act instanceof Act.Start start) {
          names.add(owner(start.body()));
        } else if (act instanceof Act.Take take) {
          names.add(owner(take.taken()));
        } else if (act instanceof Act.Await await) {
          await.what().map(OtherClasses::owner).ifPresent(names::add);
        } else if (act instanceof Act.Open open) {
          names.add(owner(open.gate()));
        } else if (act instanceof Act.Send send) {
          names.add(owner(send.channel()));
        }
      }
    }
    return names;
  }

  private static String owner(Hold hold) {
    return owner(hold.lock());
  }

  private static String owner(Resource resource) {
    return resource.node().owner();
  }

  /** The class in the id of a method. */
  private static String owner(String method) {
    int end = method.indexOf('(');
    String name = end < 0 ? method : method.substring(0, end);
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  /** All classes of the source file in which class {@code name} stood. */
  private List<ClassFacts> of(String name) {
    if (name.isEmpty() || name.startsWith("java.") || name.startsWith("io.lappet.gen.")) {
      return List.of();
    }
    return topLevel(name)
        .map(top -> read.computeIfAbsent(
            top.getQualifiedName().toString(),
            any -> files.read(top).flatMap(FactsText::read).orElse(List.of())))
        .orElse(List.of());
  }

  private Optional<TypeElement> topLevel(String name) {
    Element at = elements.getTypeElement(name);
    while (at != null
        && at.getEnclosingElement() != null
        && at.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
      at = at.getEnclosingElement();
    }
    return at instanceof TypeElement type ? Optional.of(type) : Optional.empty();
  }
}
