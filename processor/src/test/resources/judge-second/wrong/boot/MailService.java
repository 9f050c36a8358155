// LAP208
package boot;

import io.lappet.Gate;
import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.WaitUntil;

/** The constructor of the base calls what uses a gate that is not there yet. */
public abstract class MailService extends Service {
  protected MailService(String host) { // here
    super("mail " + host); // here
  }

  abstract Gate prepared();

  public abstract Sender<String> mails();

  @Override
  protected void prepare() { // here
    System.out.println("preparing");
    prepared().open(); // here
  }

  @Consumer(from = "mails")
  @WaitUntil("prepared")
  void deliver(String mail) throws InterruptedException {
    System.out.println("delivering " + mail);
  }
}
