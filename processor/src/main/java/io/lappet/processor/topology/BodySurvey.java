package io.lappet.processor.topology;

import io.lappet.processor.body.check.BodyGraph;
import io.lappet.processor.body.check.BodyGraph.Order;
import io.lappet.processor.body.check.BodyGraph.Use;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.MethodFacts;
import java.util.ArrayList;
import java.util.List;

/** Enters what bodies show, and declarations do not, into the topology of a module. */
public final class BodySurvey {
  private final Topology topology;
  private final Facts facts;

  private BodySurvey(Topology topology, Facts facts) {
    this.topology = topology;
    this.facts = facts;
  }

  /** Enters what {@code facts} say; what is declared has been entered. */
  public static void enter(Topology topology, Facts facts) {
    BodySurvey survey = new BodySurvey(topology, facts);
    BodyGraph graph = new BodyGraph(facts);
    graph.uses().forEach(survey::use);
    graph.orders().forEach(survey::order);
    graph.unfollowed().forEach(topology::addUnfollowed);
  }

  private void use(Use use) {
    MethodFacts method = use.method();
    String from = method.owner() + "." + method.name();
    if (!topology.has(from)) {
      topology.add(new Node(Node.Kind.METHOD, method.owner(), method.name(), ""));
    }
    for (String to : ids(use.what())) {
      topology.add(new Edge(from, kind(use.how()), to));
    }
  }

  private static Edge.Kind kind(BodyGraph.How how) {
    return switch (how) {
      case SENDS -> Edge.Kind.SENDS;
      case RECEIVES -> Edge.Kind.RECEIVES;
      case TAKES -> Edge.Kind.TAKES;
      case READS -> Edge.Kind.READS;
      case WAITS -> Edge.Kind.WAITS;
    };
  }

  private void order(Order order) {
    for (String held : ids(order.held())) {
      for (String taken : ids(order.taken())) {
        topology.add(new Edge(held, Edge.Kind.THEN, taken));
      }
    }
  }

  /** What a resource is called here: by the class that declares it, or by each that inherits it. */
  private List<String> ids(io.lappet.processor.body.facts.Node resource) {
    String name = name(resource);
    String own = resource.owner() + "." + name;
    if (topology.has(own)) {
      return List.of(own);
    }
    List<String> ids = new ArrayList<>();
    for (ClassFacts type : facts.classes()) {
      String inherited = type.name() + "." + name;
      if (type.supertypes().contains(resource.owner()) && topology.has(inherited)) {
        ids.add(inherited);
      }
    }
    return ids.isEmpty() ? List.of(own) : ids;
  }

  private static String name(io.lappet.processor.body.facts.Node resource) {
    String name = resource.name();
    if (name.isEmpty()) {
      return "this";
    }
    // Permits that belong to one method alone are named by its id.
    return name.contains("(")
        ? name.replaceAll("\\(.*", "").replaceAll(".*\\.", "") + " permits"
        : name;
  }
}
