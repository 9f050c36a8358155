package boot;

import io.lappet.Gate;
import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayList;
import java.util.List;

/** The constructor calls a guarded method, which is right, and keeps a lambda for later. */
public abstract class PrintService extends Service {
  private final List<String> printers = new ArrayList<>();
  private final Runnable begin;

  protected PrintService(String... printers) {
    super("print");
    for (String printer : printers) {
      add(printer);
    }
    begin = () -> prepared().open();
  }

  abstract Gate prepared();

  public abstract Sender<String> pages();

  public void begin() {
    begin.run();
  }

  @Synchronized(lock = "printers")
  public void add(String printer) {
    printers.add(printer);
  }

  @Synchronized(lock = "printers")
  String any(int number) {
    return printers.isEmpty() ? "" : printers.get(number % printers.size());
  }

  @Override
  protected String describe(String name) {
    return "service " + name;
  }

  @Consumer(from = "pages")
  @WaitUntil("prepared")
  void print(String page) throws InterruptedException {
    System.out.println(any(page.length()) + ": " + page);
  }
}
