package io.lappet.processor.body.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.ClassFacts;
import io.lappet.processor.body.facts.Entry;
import io.lappet.processor.body.facts.FieldFacts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.body.facts.Spot;
import io.lappet.processor.model.Vocabulary;
import io.lappet.processor.read.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Reads one class; classes inside it are read on their own. */
final class ClassScan {
  private final Symbols symbols;
  private final ResourceNames names;
  private final CompilationUnitTree unit;
  private final ClassTree tree;
  private final TypeElement type;
  private final Consumer<ClassFacts> results;
  private final Senders senders;
  private final Activations activations;
  private final Entries entries;
  private final FieldTraits traits;
  private final Map<VariableElement, Resource> fieldResources = new HashMap<>();
  private final List<MethodFacts> methods = new ArrayList<>();

  /** At the method that is read now. */
  private Set<String> suppressed = Set.of();

  ClassScan(
      Symbols symbols,
      ResourceNames names,
      Senders senders,
      CompilationUnitTree unit,
      ClassTree tree,
      TypeElement type,
      Consumer<ClassFacts> results) {
    this.symbols = symbols;
    this.names = names;
    this.senders = senders;
    this.unit = unit;
    this.tree = tree;
    this.type = type;
    this.results = results;
    this.activations = new Activations(symbols, names);
    this.entries = new Entries(symbols, names);
    this.traits = new FieldTraits(symbols);
  }

  Symbols symbols() {
    return symbols;
  }

  ResourceNames names() {
    return names;
  }

  Senders senders() {
    return senders;
  }

  CompilationUnitTree unit() {
    return unit;
  }

  TypeElement type() {
    return type;
  }

  Spot spot(Tree at) {
    return new SourceSpot(symbols.trees(), unit, at);
  }

  /** Whether {@code field} holds an array, or a collection that is not made for several threads. */
  boolean isContainer(VariableElement field) {
    return field.asType().getKind() == TypeKind.ARRAY || traits.isPlainCollection(field.asType());
  }

  void read() {
    initialisers(false, MethodFacts.Kind.INITIALISER, "<init>");
    initialisers(true, MethodFacts.Kind.STATIC_INITIALISER, "<clinit>");
    // Constructors first: what they put into final fields is needed to read the methods.
    for (boolean isConstructor : List.of(true, false)) {
      for (Tree member : tree.getMembers()) {
        if (member instanceof MethodTree method
            && symbols.element(unit, method) instanceof ExecutableElement element
            && (element.getKind() == ElementKind.CONSTRUCTOR) == isConstructor) {
          method(method, element);
        }
      }
    }
    for (Tree member : tree.getMembers()) {
      if (member instanceof ClassTree inner) {
        inner(inner);
      }
    }
    results.accept(facts());
  }

  /** Reads a class that stands in this one. */
  void inner(ClassTree inner) {
    if (symbols.element(unit, inner) instanceof TypeElement element) {
      new ClassScan(symbols, names, senders, unit, inner, element, results).read();
    }
  }

  private void initialisers(boolean isStatic, MethodFacts.Kind kind, String name) {
    String id = symbols.name(type) + "." + name;
    BodyScan scan = new BodyScan(
        this, id, false, new Variables(symbols, id, Set.of(), false, fieldResources), List.of());
    for (Tree member : tree.getMembers()) {
      if (member instanceof BlockTree block && block.isStatic() == isStatic) {
        scan.scan(block, null);
      } else if (member instanceof VariableTree field
          && field.getModifiers().getFlags().contains(Modifier.STATIC) == isStatic
          && field.getInitializer() != null) {
        scan.scan(field.getInitializer(), null);
        if (symbols.element(unit, field) instanceof VariableElement element) {
          new Variables(symbols, id, Set.of(), false, fieldResources)
              .alias(
                  element, scan.expressions().resource(Expressions.bare(field.getInitializer())));
        }
      }
    }
    if (!scan.acts().isEmpty()) {
      add(
          id,
          name,
          "the initialiser of " + type.getSimpleName(),
          kind,
          Set.of(),
          scan.acts(),
          tree);
    }
  }

  private void add(
      String id,
      String name,
      String label,
      MethodFacts.Kind kind,
      Set<Modifier> modifiers,
      List<Act> acts,
      Tree at) {
    methods.add(new MethodFacts(
        id,
        symbols.name(type),
        name,
        label,
        kind,
        modifiers,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Entry.NONE,
        acts,
        symbols.suppressed(type),
        spot(at)));
  }

  void addLambda(String id, String enclosing, Tree at, List<Act> acts) {
    String method = enclosing.replaceAll("\\$\\d+", "");
    String name = method.substring(
        method.lastIndexOf('.', method.indexOf('(') < 0 ? method.length() : method.indexOf('('))
            + 1);
    String label = "a lambda in " + name.replaceAll("\\(.*", "") + "()";
    methods.add(new MethodFacts(
        id,
        symbols.name(type),
        "lambda",
        label,
        MethodFacts.Kind.LAMBDA,
        Set.of(),
        List.of(),
        List.of(),
        Optional.of(enclosing),
        Optional.empty(),
        Entry.NONE,
        acts,
        suppressed,
        spot(at)));
  }

  private void method(MethodTree method, ExecutableElement element) {
    String id = symbols.id(element);
    boolean isConstructor = element.getKind() == ElementKind.CONSTRUCTOR;
    Entry entry = isConstructor ? Entry.NONE : entries.of(element);
    suppressed = symbols.suppressed(element);
    BlockTree body = method.getBody();
    List<Act> acts = body == null ? List.of() : acts(body, element, entry);
    String name = isConstructor ? "<init>" : element.getSimpleName().toString();
    methods.add(new MethodFacts(
        id,
        symbols.name(type),
        name,
        isConstructor ? "the constructor of " + type.getSimpleName() : name + "()",
        isConstructor ? MethodFacts.Kind.CONSTRUCTOR : MethodFacts.Kind.METHOD,
        element.getModifiers(),
        element.getParameters().stream().map(it -> symbols.erased(it.asType())).toList(),
        isConstructor ? List.of() : overridden(element),
        Optional.empty(),
        activations.twin(element),
        entry,
        acts,
        suppressed,
        spot(method)));
  }

  /** What the {@code body} of {@code method} does. */
  private List<Act> acts(BlockTree body, ExecutableElement method, Entry entry) {
    String id = symbols.id(method);
    Names named = new Names();
    named.scan(body, null);
    Variables variables =
        new Variables(symbols, id, named.assigned, named.fabrics > 1, fieldResources);
    activations
        .pushed(method)
        .ifPresent(channel ->
            method.getParameters().forEach(parameter -> variables.bind(parameter, channel)));
    List<Hold> held = new ArrayList<>(entry.locks());
    if (method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
      held.add(monitor(method));
    }
    BodyScan scan = new BodyScan(this, id, false, variables, List.copyOf(held));
    scan.scan(body, null);
    List<Act> acts = new ArrayList<>(scan.acts());
    boolean givesAway = activations.givesAway(method);
    if (scan.isSending() || givesAway) {
      acts.addAll(new SentValues(symbols, unit, senders, this::spot, method, givesAway).in(body));
    }
    return List.copyOf(acts);
  }

  private Hold monitor(ExecutableElement method) {
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    Node node = new Node(Node.Kind.FOREIGN, symbols.name(type), "monitor", isStatic);
    return new Hold(Resource.of(Path.THIS, node), false, false);
  }

  /** The methods that {@code method} overrides, in classes that are no part of the JDK. */
  private List<String> overridden(ExecutableElement method) {
    List<String> ids = new ArrayList<>();
    boolean canOverride = !method.getModifiers().contains(Modifier.STATIC)
        && !method.getModifiers().contains(Modifier.PRIVATE);
    for (TypeElement above : canOverride ? symbols.lineage(type) : List.<TypeElement>of()) {
      if (above.equals(type) || Library.isOfJdk(symbols.name(above))) {
        continue;
      }
      for (ExecutableElement other : ElementFilter.methodsIn(above.getEnclosedElements())) {
        if (other.getSimpleName().equals(method.getSimpleName())
            && other.getParameters().size() == method.getParameters().size()
            && symbols.elements().overrides(method, other, type)) {
          ids.add(symbols.id(other));
        }
      }
    }
    return ids;
  }

  /** What the names in a body say before it is read. */
  private static final class Names extends TreeScanner<Void, Void> {
    /** The names of the variables that are assigned after they were declared. */
    private final Set<String> assigned = new HashSet<>();

    /** How many variables are fabrics. */
    private int fabrics;

    @Override
    public Void visitVariable(VariableTree variable, Void unused) {
      Tree type = variable.getType();
      if (type instanceof IdentifierTree name && name.getName().toString().endsWith("Fabric")) {
        fabrics++;
      }
      return super.visitVariable(variable, null);
    }

    @Override
    public Void visitAssignment(AssignmentTree assignment, Void unused) {
      add(assignment.getVariable());
      return super.visitAssignment(assignment, null);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree assignment, Void unused) {
      add(assignment.getVariable());
      return super.visitCompoundAssignment(assignment, null);
    }

    @Override
    public Void visitUnary(UnaryTree unary, Void unused) {
      switch (unary.getKind()) {
        case POSTFIX_DECREMENT, POSTFIX_INCREMENT, PREFIX_DECREMENT, PREFIX_INCREMENT ->
          add(unary.getExpression());
        default -> {}
      }
      return super.visitUnary(unary, null);
    }

    private void add(ExpressionTree target) {
      if (Expressions.bare(target) instanceof IdentifierTree name) {
        assigned.add(name.getName().toString());
      }
    }
  }

  private ClassFacts facts() {
    List<FieldFacts> fields = new ArrayList<>();
    MadeValues made = new MadeValues(symbols, unit, tree);
    for (Tree member : tree.getMembers()) {
      if (member instanceof VariableTree field
          && symbols.element(unit, field) instanceof VariableElement element
          && element.getKind() == ElementKind.FIELD) {
        boolean isOwn = made.isMadeHere(element);
        fields.add(traits.read(element, symbols.name(type), isOwn, spot(field)));
      }
    }
    return new ClassFacts(
        symbols.name(type),
        type.getModifiers(),
        type.getKind().isInterface(),
        symbols.lineage(type).stream()
            .filter(it -> !it.equals(type))
            .map(symbols::name)
            .filter(it -> !it.equals("java.lang.Object"))
            .toList(),
        activations.isWoven(type) && !isLocal(type),
        isLocal(type) ? activations.firstMark(type) : Optional.empty(),
        Mark.find(symbols.elements(), type, Vocabulary.WOVEN)
            .filter(it -> it.flag("confined"))
            .isPresent(),
        List.copyOf(methods),
        fields,
        activations.of(type),
        activations.channels(type, this::spotOf),
        activations.accessors(type, this::spotOf),
        symbols.suppressed(type),
        spot(tree));
  }

  /** Whether it stands in a method, so that no processor is shown it. */
  private static boolean isLocal(TypeElement type) {
    for (Element at = type; at != null; at = at.getEnclosingElement()) {
      if (at instanceof TypeElement it
          && (it.getNestingKind() == NestingKind.LOCAL
              || it.getNestingKind() == NestingKind.ANONYMOUS)) {
        return true;
      }
    }
    return false;
  }

  private Spot spotOf(ExecutableElement method) {
    for (Tree member : tree.getMembers()) {
      if (member instanceof MethodTree it && method.equals(symbols.element(unit, it))) {
        return spot(it);
      }
    }
    return spot(tree);
  }
}
