// LAP201
package web;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A template that is read when it is first needed, by whoever needs it first. */
public abstract class Templates {
  private final Path file;
  private String template; // here

  protected Templates(Path file) {
    this.file = file;
  }

  public abstract Sender<String> names();

  @Consumer(from = "names")
  void greet(String name) throws IOException { // here
    System.out.println(template().replace("{name}", name)); // here
  }

  @PeriodicTimer(every = "10m")
  void warm() throws IOException { // here
    if (template().isEmpty()) { // here
      System.out.println("empty template " + file);
    }
  }

  private String template() throws IOException {
    if (template == null) { // here
      template = Files.readString(file); // here
    }
    return template;
  }
}
