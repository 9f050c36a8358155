package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is accepted, and for which reason. */
class AcceptTest {
  private static final String HEAD = """
      package app;
      import io.lappet.*;
      import io.lappet.annotation.*;
      """;

  private static List<String> said(String source, String... options) {
    Compilation compilation = Javac.compile(List.of(options), HEAD + source);
    return compilation.diagnostics().stream()
        .map(it -> it.getMessage(Locale.ROOT))
        .toList();
  }

  private static String account(String onClass, String onMethod) {
    return onClass + (onClass.isEmpty() ? "" : " ") + "abstract class Account { " + onMethod
        + " @Synchronized(lock = \"balance\") void deposit() {} }";
  }

  @Test
  void aWarningIsAcceptedOnTheMethodOrItsClass() {
    String accept = "@Accept(check = \"lock-used-once\", reason = \"others come\")";
    assertThat(said(account("", ""))).hasSize(1);
    assertThat(said(account("", accept))).isEmpty();
    assertThat(said(account(accept, ""))).isEmpty();
    assertThat(said(account("", "@SuppressWarnings(\"lock-used-once\")"))).isEmpty();
    assertThat(said(account("", accept), "-Alappet.strict=true")).isEmpty();
  }

  @Test
  void severalAreReadAsOneIs() {
    assertThat(said(account("", """
            @Accept(check = "lock-used-once", reason = "others come")
            @Accept(check = "also-synchronized", reason = "a base class wants it")
            synchronized"""))).isEmpty();
  }

  @Test
  void anErrorOfABodyIsAcceptedOnEitherMethod() {
    String catalog = """
        abstract class Catalog {
          %s @Synchronized(lock = "entries", read = true) int size() { load(); return 1; }
          %s @Synchronized(lock = "entries") void load() {}
        }
        """;
    String accept = "@Accept(check = \"lock-upgrade\", reason = \"never called\")";
    assertThat(said(catalog.formatted("", ""))).singleElement().asString().endsWith("(LAP225)");
    assertThat(said(catalog.formatted(accept, ""))).isEmpty();
    assertThat(said(catalog.formatted("", accept))).isEmpty();
    assertThat(said(catalog.formatted("@SuppressWarnings(\"lock-upgrade\")", "")))
        .isEmpty();
    assertThat(said(catalog.formatted("", "@SuppressWarnings(\"lock-upgrade\")")))
        .isEmpty();
  }

  @Test
  void aKeyThatThereIsNotIsAnError() {
    assertThat(said(account("", "@Accept(check = \"lock-used-onse\", reason = \"x\")")))
        .anySatisfy(it -> assertThat(it)
            .startsWith("[unknown-name] \"lock-used-onse\" is not the key of a check.")
            .contains("Did you mean \"lock-used-once\"?")
            .endsWith("(LAP004)"));
  }

  @Test
  void whatCannotTakeEffectIsNotAccepted() {
    assertThat(said("@Accept(check = \"duration\", reason = \"x\") class Plain {}"))
        .singleElement()
        .asString()
        .startsWith("[contradiction] @Accept contradicts \"duration\":");
  }

  @Test
  void aReasonIsGiven() {
    assertThat(said("@Accept(check = \"lock-order\", reason = \" \") class Plain {}"))
        .anySatisfy(
            it -> assertThat(it).startsWith("[contradiction] @Accept contradicts its reason"));
  }

  @Test
  void aClassThatOnlyAcceptsIsNotWoven() {
    Compilation compilation =
        Javac.compile(HEAD + "@Accept(check = \"lock-used-once\", reason = \"x\") class Plain {}");
    assertThat(compilation.generatedSourceFiles()).isEmpty();
    assertThat(compilation.errors()).isEmpty();
  }
}
