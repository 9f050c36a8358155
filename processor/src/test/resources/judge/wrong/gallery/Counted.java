// LAP201
package gallery;

/** What all parts of the gallery count. */
public abstract class Counted {
  protected int rendered; // here
  protected int failed;

  protected void renderedOne() {
    rendered++; // here
  }

  public int rendered() {
    return rendered;
  }
}
