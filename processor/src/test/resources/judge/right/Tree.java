// objects that were made in the method are locked in any order: nobody else has them
package tree;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

public abstract class Tree {
  private final List<Tree> children = new ArrayList<>();
  private final Supplier<Tree> maker;
  private String name = "";

  protected Tree(Supplier<Tree> maker) {
    this.maker = maker;
  }

  @Synchronized
  public void rename(String text) {
    name = text;
  }

  @Synchronized
  public String name() {
    return name;
  }

  @Synchronized
  public int size() {
    return children.size();
  }

  public Tree plant(String text) {
    Tree child = new WovenTree(maker);
    child.rename(text);
    adopt(child);
    return child;
  }

  @Synchronized
  void adopt(Tree child) {
    children.add(child);
  }

  @Synchronized
  public Tree copy() {
    Tree copy = new WovenTree(maker);
    copy.rename(name + " copy");
    return copy;
  }
}
