package io.lappet.examples.rules;

/** What a method of a program does with what it gets, as a test says it. */
interface Act<T> {
  void on(T message) throws Exception;
}
