// LAP201
package mail;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import java.util.Locale;
import java.util.Set;

/** Four threads count in the fields of the base class. */
public abstract class SpamStage extends AbstractStage<SpamStage.Mail, SpamStage.Verdict> {
  public record Mail(String from, String subject) {}

  public enum Verdict {
    HAM,
    SPAM
  }

  private static final Set<String> WORDS = Set.of("lottery", "inheritance", "prince");

  public abstract Sender<Mail> inbox();

  @Consumer(from = "inbox", concurrency = 4)
  void check(Mail mail) { // here
    Verdict verdict = timed(mail); // here
    if (verdict == Verdict.SPAM) {
      System.out.println("spam from " + mail.from());
    }
  }

  @Override
  protected Verdict apply(Mail mail) {
    String subject = mail.subject().toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(subject::contains) ? Verdict.SPAM : Verdict.HAM;
  }
}
