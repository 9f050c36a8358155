package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Tree {
  abstract static class Parent {
    private final List<Child> children = new ArrayList<>();

    @Synchronized
    void add(Child child) {
      children.add(child);
      child.attach(this); //! LAP202
    }

    @Synchronized
    void changed() {}
  }

  abstract static class Child {
    private Parent parent;

    @Synchronized
    void attach(Parent to) {
      parent = to;
    }

    @Synchronized //= // Nothing is locked here.
    void touch() {
      parent.changed();
    }
  }
}
