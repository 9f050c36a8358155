package boot;

/** A template: each service prepares itself when it is made. */
public abstract class Service {
  private final String name;

  protected Service(String name) {
    this.name = name;
    prepare(); // here
  }

  protected abstract void prepare();

  public String name() {
    return name;
  }
}
