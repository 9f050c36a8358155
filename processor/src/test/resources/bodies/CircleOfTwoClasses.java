package app;

import io.lappet.*;
import io.lappet.annotation.*;

final class Talk {
  @Shared
  interface Bus {
    Channel<String> there();

    Channel<String> back(); //= @ChannelSpec(overflow = Overflow.DROP_OLD) Channel<String> back();
  }

  @Woven(uses = Bus.class)
  abstract static class Caller {
    @Consumer(from = "back", to = "there")
    String call(String text) { //! LAP101
      return text;
    }
  }

  @Woven(uses = Bus.class)
  abstract static class Answerer {
    @Consumer(from = "there", to = "back")
    String answer(String text) {
      return text;
    }
  }
}
