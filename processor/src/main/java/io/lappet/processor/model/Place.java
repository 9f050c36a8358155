package io.lappet.processor.model;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Where to show a message: an element, and if possible an annotation on it and a value in that. The
 * one thing of the compiler that models hold; it does not outlive its round.
 *
 * @param told whether the class in which this place stands tells what is wrong here by itself
 */
public record Place(
    Element element,
    @Nullable AnnotationMirror annotation,
    @Nullable AnnotationValue value,
    boolean told) {
  /** The place of {@code element} itself. */
  public static Place of(Element element) {
    return new Place(element, null, null, false);
  }

  /** The place of {@code value}, or of the annotation if the value is not written there. */
  public static Place of(
      Element element, AnnotationMirror annotation, @Nullable AnnotationValue value) {
    return new Place(element, annotation, value, false);
  }

  /** The same place in a class that is looked at by itself, so that nothing is said twice. */
  public Place toldThere() {
    return new Place(element, annotation, value, true);
  }

  /** Shows {@code text} here. */
  public void print(Messager messager, Diagnostic.Kind kind, String text) {
    messager.printMessage(kind, text, element, annotation, value);
  }
}
