package io.lappet.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.lappet.processor.check.Problem;
import io.lappet.processor.check.Report;
import io.lappet.processor.model.Call;
import io.lappet.processor.model.End;
import io.lappet.processor.model.FailureModel;
import io.lappet.processor.model.MessageType;
import io.lappet.processor.model.Place;
import io.lappet.processor.model.Workers;
import io.lappet.processor.model.WovenModel;
import java.util.List;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads what all activations have in common, of one method. */
final class ActivationReader {
  private final UserClass user;
  private final Member method;
  private final Mark mark;
  private final List<Mark> before;
  private final WovenModel woven;
  private final Report report;

  /**
   * Reads one annotation.
   *
   * @param before those of the same kind on the method that are written before it
   */
  ActivationReader(
      UserClass user,
      Member method,
      Mark mark,
      List<Mark> before,
      WovenModel woven,
      Report report) {
    this.user = user;
    this.method = method;
    this.mark = mark;
    this.before = before;
    this.woven = woven;
    this.report = report;
  }

  UserClass user() {
    return user;
  }

  Member method() {
    return method;
  }

  WovenModel woven() {
    return woven;
  }

  Mark mark() {
    return mark;
  }

  /** Those of the same kind on the method that are written before it. */
  List<Mark> before() {
    return before;
  }

  Report report() {
    return report;
  }

  /** The name of the method, as the source has it. */
  String name() {
    return method.name();
  }

  Call call() {
    return new Call(
        method.position(),
        method.name(),
        Signatures.parameters(method.element(), method.type()),
        user.isOverloaded(method));
  }

  Workers workers() {
    int concurrency = Numbers.read(mark, "concurrency", 1, 1, report);
    return workers(concurrency, mark.place("concurrency"));
  }

  /** The worker of an activation that is never called by two threads at once. */
  Workers oneWorker() {
    return workers(1, mark.place());
  }

  private Workers workers(int concurrency, Place counted) {
    String thread = mark.constant("thread");
    return new Workers(mark.string("name"), concurrency, thread, method.anchor(counted));
  }

  FailureModel failure(ClassName annotation) {
    return Failures.read(user, method, annotation, report);
  }

  boolean isVoid() {
    return result().getKind() == TypeKind.VOID;
  }

  TypeMirror result() {
    return method.type().getReturnType();
  }

  List<? extends TypeMirror> parameters() {
    return method.type().getParameterTypes();
  }

  /** Whether the last parameter is of {@code type}. */
  boolean endsWith(ClassName type) {
    int count = parameters().size();
    return count > 0 && TypeName.get(parameters().get(count - 1)).equals(type);
  }

  /** Whether a channel is named for the results. */
  boolean sends() {
    return !mark.string("to").isEmpty();
  }

  /** The end that sends the results of the method. */
  End results() {
    return end("to", result(), End.Kind.CALLS, method.place());
  }

  /** The end that gives its messages to the first parameter. */
  End messages() {
    return end("from", parameters().get(0), End.Kind.CALLS, firstParameter());
  }

  /** The end that gives its messages in lists to the first parameter, which is one. */
  End batches(TypeMirror message, End.Kind kind) {
    return end("from", message, kind, firstParameter());
  }

  /** The end that the method sends to by the handle it is given. */
  End pushed(TypeMirror message, End.Kind kind) {
    return end("to", message, kind, firstParameter());
  }

  private End end(String element, TypeMirror type, End.Kind kind, Place typed) {
    MessageType message = JavacType.of(user, type);
    return new End(
        mark.string(element),
        method.label(),
        message,
        kind,
        method.anchor(mark.place(element)),
        method.anchor(typed));
  }

  private Place firstParameter() {
    VariableElement parameter = method.element().getParameters().get(0);
    return method.isInherited() ? Place.of(parameter).toldThere() : Place.of(parameter);
  }

  /** Where to show what is wrong with the value of {@code element}, given what the class has. */
  Place anchor(String element) {
    return method.anchor(mark.place(element));
  }

  /** Keeps a warning out of generated code. */
  void suppress(String category) {
    woven.suppress(category);
  }

  /** Says that two elements of the annotation exclude each other, at the value of the first. */
  void contradiction(String element, String one, String other, String reason, String remedy) {
    report.add(mark.place(element), Problem.CONTRADICTION, one, other, reason, remedy);
  }

  /** Says that the method cannot be a {@code kind}, because it {@code fault}. */
  void refuse(String kind, String fault, String remedy) {
    report.add(method.place(), Problem.ACTIVATION, method.label(), kind, fault, remedy);
  }

  /** The same at the value of {@code element}. */
  void refuseAt(String element, String kind, String fault, String remedy) {
    report.add(mark.place(element), Problem.ACTIVATION, method.label(), kind, fault, remedy);
  }

  /** The same at the first parameter. */
  void refuseParameter(String kind, String fault, String remedy) {
    report.add(firstParameter(), Problem.ACTIVATION, method.label(), kind, fault, remedy);
  }

  /** Says that the type of the first parameter cannot be repeated. */
  void refuseType(String fault, String example) {
    report.add(firstParameter(), Problem.GENERIC_RESOURCE, method.label(), fault, example);
  }
}
