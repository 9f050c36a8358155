package io.lappet.processor.body.facts;

import java.util.List;
import java.util.Optional;

/** Something that a body does, in the order in which it stands there. */
public sealed interface Act {
  /** Where. */
  Spot spot();

  /** The locks that are certainly held there: those of the method, and those taken in its body. */
  List<Hold> held();

  /** How a call finds the method that runs. */
  enum Dispatch {
    /** By the object: the woven class, or another subclass, may have its own. */
    VIRTUAL,
    /** {@code super.x()}: the method as it is written, without what is woven around it. */
    SUPER,
    /** A static or private method, or a constructor. */
    FIXED
  }

  /** A lock is taken in the body, not by an annotation. */
  record Take(Hold taken, List<Hold> held, Spot spot) implements Act {}

  /**
   * A call.
   *
   * @param method the id of the method, as the compiler resolves it
   * @param name as messages call it
   * @param on the object it is called on; {@link Path#SHARED} if it is static
   * @param arguments which objects are given
   */
  record Invoke(
      String method,
      String name,
      Path on,
      List<Path> arguments,
      Dispatch dispatch,
      List<Hold> held,
      Spot spot)
      implements Act {}

  /**
   * A lambda or method reference is given away. A method of the same compilation may run it at once; if
   * it goes elsewhere, {@code method} is empty.
   *
   * @param body the id of its body
   * @param bodyOn the object that it is a method of
   * @param method the id of the method it is given to
   * @param on the object that is called
   * @param parameter which parameter it is
   */
  record Hand(
      String body, Path bodyOn, String method, Path on, int parameter, List<Hold> held, Spot spot)
      implements Act {}

  /** A parameter of a functional type is called. */
  record Run(int parameter, List<Hold> held, Spot spot) implements Act {}

  /** A parameter of a functional type is stored, given on or caught in a lambda. */
  record Keep(int parameter, List<Hold> held, Spot spot) implements Act {}

  /** What is waited for. */
  enum Wait {
    /** That a gate opens. */
    GATE,
    /** Room in a channel. */
    SEND,
    /** A message. */
    RECEIVE,
    /** The end of a task. */
    TASK,
    /** The end of all tasks of a group. */
    GROUP,
    /** A permit. */
    PERMIT,
    /** That all messages of a channel are handled. */
    IDLE,
    /** Some time. */
    SLEEP,
    /** Anything else: a thread, a latch, a condition, a barrier. */
    OTHER
  }

  /**
   * A wait in the body.
   *
   * @param what the gate, channel or permits, if the body shows it; for a task the object whose method
   *     it runs, as {@link Node.Kind#TASK}
   * @param bodies the ids of the methods whose end is waited for, if the body shows them
   * @param timed whether it is given up after a while
   * @param verb as messages say it: {@code sleeps}
   */
  record Await(
      Wait kind,
      Optional<Resource> what,
      List<String> bodies,
      boolean timed,
      String verb,
      List<Hold> held,
      Spot spot)
      implements Act {}

  /** A gate is opened. */
  record Open(Resource gate, List<Hold> held, Spot spot) implements Act {}

  /**
   * A message is sent.
   *
   * @param message which object
   * @param type its declared type, in full, without type arguments
   */
  record Send(Resource channel, Path message, String type, List<Hold> held, Spot spot)
      implements Act {}

  /**
   * A method or a lambda is made to run on another thread.
   *
   * @param body the id of the method or lambda
   * @param how as messages call it: {@code submit}, or the name of the twin
   * @param lane the lane that runs it, or one that nobody knows; empty if it has a thread of its own,
   *     and for a twin, which says that itself
   * @param repeated whether it stands in a loop
   */
  record Start(
      String body,
      Path on,
      String how,
      Optional<Resource> lane,
      boolean repeated,
      List<Hold> held,
      Spot spot)
      implements Act {}

  /** Something of the library is asked for that changes by itself, as messages call it. */
  record Ask(String what, List<Hold> held, Spot spot) implements Act {}

  /** A call of the JDK that may take its time, as messages say it: {@code reads a file}. */
  record Block(String verb, List<Hold> held, Spot spot) implements Act {}

  /** Something is called, the first in its body, of which nobody knows what it depends on. */
  record Foreign(List<Hold> held, Spot spot) implements Act {}

  /** The handle of a resource is kept or given to others. */
  record Give(Resource what, List<Hold> held, Spot spot) implements Act {}

  /** What has to be known of other methods before a value counts as used. */
  enum Doubt {
    /** Nothing. */
    NONE,
    /** Whether the method that is called on it changes it. */
    IF_CHANGED,
    /** Whether other methods change it. */
    IF_BY_OTHERS
  }

  /**
   * A value is used after it was sent.
   *
   * @param owner the full name of the class, if the variable is a field; otherwise empty
   * @param sent where it was sent; the same place if it only stays in its field
   */
  record Reuse(String variable, String owner, Sending sent, Doubt doubt, List<Hold> held, Spot spot)
      implements Act {
    /** Whether it is not used in this method, but stays in its field. */
    public boolean isKept() {
      return sent.spot().equals(spot);
    }
  }

  /**
   * What the method was given is sent.
   *
   * @param result what the method gives then, if that says whether it was sent
   */
  record Resend(int parameter, Optional<Boolean> result, Sending sent, List<Hold> held, Spot spot)
      implements Act {
    /** Whether it is so when the method has given {@code wanted}. */
    public boolean isAt(Optional<Boolean> wanted) {
      return result.isEmpty() || wanted.isEmpty() || result.equals(wanted);
    }
  }

  /**
   * What a field of this object holds, or a view of it, is given to others for good.
   *
   * @param owner the full name of the class that declares it
   * @param verb as messages say it: {@code returns}
   * @param view whether it is a view, through which others see it
   */
  record Escape(String owner, String field, String verb, boolean view, List<Hold> held, Spot spot)
      implements Act {}

  /** How a field is touched. */
  enum Touch {
    /** It is read. */
    READ,
    /** It is assigned. */
    WRITE,
    /** It is read and assigned: {@code count++}. */
    UPDATE,
    /** A method is called on what it holds, that changes it: {@code list.add(x)}. */
    MUTATE,
    /** An element of the array that it holds is read and assigned: {@code counts[i]++}. */
    TALLY;

    /** Whether what it holds is changed. */
    public boolean isOfContent() {
      return this == MUTATE || this == TALLY;
    }
  }

  /**
   * A field is read or written.
   *
   * @param owner the full name of the class that declares it
   * @param shows whether what it holds is given on, and is not only what a method is called on
   */
  record Access(
      Path of, String owner, String field, Touch touch, boolean shows, List<Hold> held, Spot spot)
      implements Act {
    /** Whether it changes something. */
    public boolean isWrite() {
      return touch != Touch.READ;
    }
  }
}
