// -Alappet.check.sendable=warn
package party;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Sealed types, enums, copies and times: nothing of it can change. */
public abstract class Greetings {
  public enum Tone {
    WARM,
    COOL
  }

  public sealed interface Card permits Birthday, Wedding {}

  public record Birthday(String name, LocalDate day, Tone tone) implements Card {}

  public record Wedding(Set<String> couple, Optional<String> place) implements Card {
    public Wedding {
      couple = Set.copyOf(couple);
    }
  }

  public abstract Sender<Card> cards();

  @Consumer(from = "cards")
  void print(Card card) {
    if (card instanceof Birthday birthday) {
      System.out.println(birthday.name() + birthday.day() + birthday.tone());
    } else if (card instanceof Wedding wedding) {
      System.out.println(wedding.couple());
    }
  }
}
