package mail;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Woven;

/** Four threads use the base class, which locks. */
@Woven
public abstract class VirusStage extends AbstractStage<VirusStage.Mail, Boolean> {
  public record Mail(String from, byte[] attachment) {}

  public abstract Sender<Mail> inbox();

  @Consumer(from = "inbox", concurrency = 4)
  void check(Mail mail) {
    if (timed(mail)) {
      System.out.println("virus from " + mail.from() + ", mail " + handled());
    }
  }

  @Override
  protected Boolean apply(Mail mail) {
    for (byte it : mail.attachment()) {
      if (it == 0x4d) {
        return true;
      }
    }
    return false;
  }
}
