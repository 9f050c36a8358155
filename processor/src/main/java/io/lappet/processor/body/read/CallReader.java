package io.lappet.processor.body.read;

import static io.lappet.processor.model.Vocabulary.ASYNC;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Dispatch;
import io.lappet.processor.body.facts.Act.Wait;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.read.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Reads one call, or a method reference that runs at once: what it takes, waits for, sends, opens,
 * starts, or else where it goes.
 */
final class CallReader {
  private static final String LOCK = "java.util.concurrent.locks.Lock";

  private final BodyScan scan;
  private final Tree tree;
  private final List<? extends ExpressionTree> arguments;
  private final ExecutableElement method;
  private final Optional<ExpressionTree> receiver;
  private final Path on;
  private final String type;
  private final String name;

  CallReader(
      BodyScan scan,
      Tree tree,
      List<? extends ExpressionTree> arguments,
      ExecutableElement method,
      Optional<ExpressionTree> receiver,
      Path on) {
    this.scan = scan;
    this.tree = tree;
    this.arguments = arguments;
    this.method = method;
    this.receiver = receiver;
    this.on = on;
    this.type = scan.symbols().name(Symbols.declaring(method));
    this.name = method.getSimpleName().toString();
  }

  void read() {
    if (Library.knows(type)) {
      readLibrary();
    } else if (Mark.find(scan.symbols().elements(), method, ASYNC).isPresent()) {
      String twin = scan.symbols().id(method);
      scan.add(new Act.Start(
          twin,
          on,
          name + "()",
          Optional.empty(),
          scan.isRepeated(),
          scan.held(),
          scan.spot(tree)));
      scan.variables().start(tree, twin, on);
    } else {
      boolean isSuper = receiver.filter(CallReader::isSuper).isPresent();
      Dispatch dispatch = isSuper ? Dispatch.SUPER : Dispatch.VIRTUAL;
      scan.give(method);
      scan.invoke(method, on, scan.expressions().paths(arguments), dispatch, tree);
    }
  }

  /** Whether it is {@code super}, or that of an interface: {@code Named.super}. */
  private static boolean isSuper(ExpressionTree receiver) {
    return receiver instanceof IdentifierTree name && name.getName().contentEquals("super")
        || receiver instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("super");
  }

  private void readLibrary() {
    TypeElement declaring = Symbols.declaring(method);
    if (receiver.isPresent() && scan.symbols().isA(declaring, Set.of(LOCK))) {
      readLock(receiver.get());
      return;
    }
    LibraryCalls.outside(type, name)
        .ifPresent(what -> scan.add(new Act.Ask(what, scan.held(), scan.spot(tree))));
    String simple = type.substring(type.lastIndexOf('.') + 1);
    switch (Library.isOfRuntime(type) ? simple : "") {
      case "Gate" -> readGate(isTimed());
      case "Sender" -> readSend(isTimed());
      case "Receiver" -> readReceive(isTimed());
      case "Channel", "ChannelView" -> readView(isTimed());
      case "Permits" -> readPermits(isTimed());
      case "Task" -> readTask(isTimed());
      case "TaskGroup" -> readGroup(isTimed());
      default -> readOther();
    }
  }

  private boolean isTimed() {
    return arguments.stream().anyMatch(this::isLimit);
  }

  private boolean isLimit(ExpressionTree argument) {
    return scan.symbols()
        .typeElement(scan.expressions().type(argument))
        .map(scan.symbols()::name)
        .filter(it -> it.equals("java.time.Duration") || it.equals("java.util.concurrent.TimeUnit"))
        .isPresent();
  }

  private void readLock(ExpressionTree lock) {
    switch (name) {
      case "lock", "lockInterruptibly" ->
        scan.expressions().lock(lock).ifPresent(hold -> scan.acquire(hold, tree));
      case "unlock" -> scan.expressions().lock(lock).ifPresent(hold -> scan.giveBack(hold.lock()));
      default -> {}
    }
  }

  private Optional<Resource> resource(Node.Kind kind) {
    return receiver.flatMap(scan.expressions()::resource).filter(it -> it.node().kind() == kind);
  }

  private void await(
      Wait wait, Optional<Resource> what, List<String> bodies, boolean timed, String verb) {
    Optional<Resource> task = bodies.stream()
        .findFirst()
        .map(body -> Resource.of(
            scan.variables().owner(body).orElse(Path.UNKNOWN),
            new Node(Node.Kind.TASK, type, body, false)));
    scan.add(new Act.Await(
        wait, what.or(() -> task), bodies, timed, verb, scan.held(), scan.spot(tree)));
  }

  private void readGate(boolean timed) {
    Optional<Resource> gate = resource(Node.Kind.GATE);
    switch (name) {
      case "await" -> await(Wait.GATE, gate, List.of(), timed, "waits for a gate");
      case "open" -> gate.ifPresent(it -> scan.add(new Act.Open(it, scan.held(), scan.spot(tree))));
      default -> {}
    }
  }

  private void readSend(boolean timed) {
    scan.send();
    Optional<Resource> channel = resource(Node.Kind.CHANNEL);
    Optional<ExpressionTree> message = arguments.stream().findFirst().map(Expressions::bare);
    Path sent = message.map(scan.expressions()::path).orElse(Path.UNKNOWN);
    String of = message.map(scan.expressions()::erased).orElse("?");
    channel.ifPresent(it -> scan.add(new Act.Send(it, sent, of, scan.held(), scan.spot(tree))));
    if (name.equals("send") || timed) {
      await(Wait.SEND, channel, List.of(), timed, "sends to a channel");
    }
  }

  private void readReceive(boolean timed) {
    if (!name.equals("tryReceive") || timed) {
      await(Wait.RECEIVE, resource(Node.Kind.CHANNEL), List.of(), timed, "receives from a channel");
    }
  }

  private void readView(boolean timed) {
    if (name.equals("awaitIdle")) {
      Optional<Resource> channel = resource(Node.Kind.CHANNEL);
      await(Wait.IDLE, channel, List.of(), timed, "waits for a channel to be idle");
    } else {
      readOther();
    }
  }

  private void readPermits(boolean timed) {
    if (name.equals("acquire") || name.equals("tryAcquire") && timed) {
      await(Wait.PERMIT, resource(Node.Kind.PERMITS), List.of(), timed, "waits for a permit");
    }
  }

  private void readTask(boolean timed) {
    List<String> bodies =
        new ArrayList<>(receiver.map(scan.expressions()::tasks).orElse(List.of()));
    if (Set.of("join", "get", "joinOr").contains(name)) {
      await(Wait.TASK, Optional.empty(), bodies, timed, "waits for a task");
    } else if (name.equals("joinAll")) {
      arguments.forEach(it -> bodies.addAll(scan.expressions().tasks(Expressions.bare(it))));
      await(Wait.TASK, Optional.empty(), bodies, timed, "waits for tasks");
    } else if (Set.of("onSuccess", "onFailure").contains(name)) {
      bodies.forEach(this::startedHere);
    }
  }

  /** The value of this call stands for {@code body} as well. */
  private void startedHere(String body) {
    Path owner = scan.variables().owner(body).orElse(Path.UNKNOWN);
    scan.variables().start(tree, body, owner);
  }

  private void readGroup(boolean timed) {
    Optional<VariableElement> group = receiver.flatMap(scan.expressions()::variable);
    switch (name) {
      case "fork" ->
        group.ifPresent(it -> scan.variables().addTasks(it, scan.variables().started(tree)));
      case "add" -> {
        List<String> bodies = arguments.stream()
            .flatMap(it -> scan.expressions().tasks(Expressions.bare(it)).stream())
            .toList();
        bodies.forEach(this::startedHere);
        group.ifPresent(it -> scan.variables().addTasks(it, bodies));
      }
      case "join", "close" ->
        await(
            Wait.GROUP,
            Optional.empty(),
            group.map(scan.variables()::tasks).orElse(List.of()),
            timed,
            "waits for tasks");
      default -> {}
    }
  }

  private void readOther() {
    List<TypeElement> lineage = scan.symbols().lineage(Symbols.declaring(method));
    String verb = null;
    for (TypeElement above : lineage) {
      verb = verb == null ? Library.verb(scan.symbols().name(above), name) : verb;
    }
    if (verb != null) {
      List<String> own = receiver.map(scan.expressions()::tasks).orElse(List.of());
      List<String> bodies = own.isEmpty() ? scan.variables().started(tree) : own;
      boolean isSleep = verb.equals("sleeps");
      Wait wait = isSleep ? Wait.SLEEP : bodies.isEmpty() ? Wait.OTHER : Wait.TASK;
      await(wait, Optional.empty(), bodies, !isSleep && isTimed(), verb);
    } else {
      LibraryCalls.blocking(lineage.stream().map(scan.symbols()::name), name)
          .ifPresent(it -> scan.add(new Act.Block(it, scan.held(), scan.spot(tree))));
      if (!LibraryCalls.isPure(type)) {
        scan.callForeign(tree);
      }
    }
  }
}
