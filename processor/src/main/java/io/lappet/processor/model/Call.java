package io.lappet.processor.model;

import java.util.List;

/**
 * A method that the runtime calls.
 *
 * @param position where it stands among the methods of its class
 * @param overloaded whether its name alone does not say which method is meant
 */
public record Call(int position, String method, List<Parameter> parameters, boolean overloaded) {
  /** As messages call it. */
  public String label() {
    return method + "()";
  }
}
