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
import java.util.List;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads what all activations have in common, of one method. */
final class ActivationReader {
  private final UserClass user;
  private final Member method;
  private final Mark mark;
  private final Report report;

  ActivationReader(UserClass user, Member method, Mark mark, Report report) {
    this.user = user;
    this.method = method;
    this.mark = mark;
    this.report = report;
  }

  Mark mark() {
    return mark;
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
    return new Workers(mark.string("name"), concurrency, mark.constant("thread"));
  }

  /** The worker of an activation that is never called by two threads at once. */
  Workers oneWorker() {
    return new Workers(mark.string("name"), 1, mark.constant("thread"));
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

  /** Says that the method cannot be a {@code kind}, because it {@code fault}. */
  void refuse(String kind, String fault, String remedy) {
    report.add(method.place(), Problem.ACTIVATION, method.label(), kind, fault, remedy);
  }

  /** The same at the value of {@code element}. */
  void refuseAt(String element, String kind, String fault, String remedy) {
    report.add(mark.place(element), Problem.ACTIVATION, method.label(), kind, fault, remedy);
  }

  /** Says that the type of the first parameter cannot be repeated. */
  void refuseType(String fault, String example) {
    report.add(firstParameter(), Problem.GENERIC_RESOURCE, method.label(), fault, example);
  }
}
