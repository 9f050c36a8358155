package io.lappet.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One small change of a program, as a slip of the pen or of the mind makes it. */
enum Mutation {
  DROP_TOKEN {
    @Override
    void apply(List<String> tokens, Random random) {
      tokens.remove(random.nextInt(tokens.size()));
    }
  },
  DOUBLE_TOKEN {
    @Override
    void apply(List<String> tokens, Random random) {
      int at = random.nextInt(tokens.size());
      tokens.add(at, tokens.get(at));
    }
  },
  SWAP_TOKENS {
    @Override
    void apply(List<String> tokens, Random random) {
      int at = any(tokens, random, WORD);
      int other = any(tokens, random, WORD);
      String kept = tokens.get(at);
      tokens.set(at, tokens.get(other));
      tokens.set(other, kept);
    }
  },
  STRAY_TOKEN {
    @Override
    void apply(List<String> tokens, Random random) {
      tokens.add(random.nextInt(tokens.size()), pick(random, STRAY));
    }
  },
  OTHER_TYPE {
    @Override
    void apply(List<String> tokens, Random random) {
      tokens.set(any(tokens, random, TYPE), pick(random, TYPES));
    }
  },
  OTHER_NAME {
    @Override
    void apply(List<String> tokens, Random random) {
      tokens.set(any(tokens, random, WORD), tokens.get(any(tokens, random, WORD)));
    }
  },
  MISSPELT_NAME {
    @Override
    void apply(List<String> tokens, Random random) {
      int at = any(tokens, random, WORD);
      String name = tokens.get(at);
      int cut = random.nextInt(name.length());
      tokens.set(
          at, name.substring(0, cut) + (char) ('a' + random.nextInt(26)) + name.substring(cut));
    }
  },
  MORE_MODIFIERS {
    @Override
    void apply(List<String> tokens, Random random) {
      tokens.add(any(tokens, random, WORD), pick(random, MODIFIERS) + " ");
    }
  },
  FEWER_MODIFIERS {
    @Override
    void apply(List<String> tokens, Random random) {
      drop(tokens, random, Pattern.compile(String.join("|", MODIFIERS)));
    }
  },
  OTHER_STRING {
    @Override
    void apply(List<String> tokens, Random random) {
      tokens.set(any(tokens, random, STRING), pick(random, STRINGS));
    }
  },
  STRING_FROM_ELSEWHERE {
    @Override
    void apply(List<String> tokens, Random random) {
      tokens.set(any(tokens, random, STRING), tokens.get(any(tokens, random, STRING)));
    }
  },
  OTHER_NUMBER {
    @Override
    void apply(List<String> tokens, Random random) {
      tokens.set(any(tokens, random, NUMBER), pick(random, NUMBERS));
    }
  },
  NO_IMPORT {
    @Override
    void apply(List<String> tokens, Random random) {
      int at = any(tokens, random, Pattern.compile("import"));
      while (at < tokens.size() && !tokens.remove(at).equals(";")) {
        // the rest of the statement
      }
    }
  },
  TYPE_PARAMETERS {
    @Override
    void apply(List<String> tokens, Random random) {
      int at = any(tokens, random, Pattern.compile("class|interface"));
      int name = next(tokens, at + 1, WORD);
      tokens.add(Math.min(name + 1, tokens.size()), pick(random, PARAMETERS));
    }
  },
  TYPE_ARGUMENTS {
    @Override
    void apply(List<String> tokens, Random random) {
      tokens.add(Math.min(any(tokens, random, TYPE) + 1, tokens.size()), pick(random, ARGUMENTS));
    }
  },
  ANOTHER_ANNOTATION {
    @Override
    void apply(List<String> tokens, Random random) {
      int at = next(tokens, random.nextInt(tokens.size()), Pattern.compile("[;{}]"));
      tokens.add(Math.min(at + 1, tokens.size()), "\n" + pick(random, ANNOTATIONS) + "\n");
    }
  },
  NO_ANNOTATION {
    @Override
    void apply(List<String> tokens, Random random) {
      int at = any(tokens, random, Pattern.compile("@"));
      tokens.remove(at);
      if (at < tokens.size()) {
        tokens.remove(at);
      }
    }
  },
  OTHER_ELEMENT {
    @Override
    void apply(List<String> tokens, Random random) {
      int at = next(tokens, random.nextInt(tokens.size()), Pattern.compile("="));
      if (at > 0) {
        tokens.set(at - 1, pick(random, ELEMENTS));
      }
    }
  },
  NESTED {
    @Override
    void apply(List<String> tokens, Random random) {
      int at = any(tokens, random, Pattern.compile("class|interface|abstract"));
      tokens.add(at, pick(random, OUTER));
      tokens.add("}\n");
    }
  },
  MEMBER_TWICE {
    @Override
    void apply(List<String> tokens, Random random) {
      int from = next(tokens, random.nextInt(tokens.size()), Pattern.compile("[;}]")) + 1;
      int to = next(tokens, from, Pattern.compile("[;}]")) + 1;
      if (from < to && to <= tokens.size()) {
        tokens.addAll(to, List.copyOf(tokens.subList(from, to)));
      }
    }
  },
  MEMBER_GONE {
    @Override
    void apply(List<String> tokens, Random random) {
      int from = next(tokens, random.nextInt(tokens.size()), Pattern.compile("[;{}]")) + 1;
      int to = next(tokens, from, Pattern.compile("[;}]")) + 1;
      if (from < to && to <= tokens.size()) {
        tokens.subList(from, to).clear();
      }
    }
  },
  THROWS {
    @Override
    void apply(List<String> tokens, Random random) {
      int at = next(tokens, random.nextInt(tokens.size()), Pattern.compile("\\)"));
      tokens.add(Math.min(at + 1, tokens.size()), pick(random, THROWN));
    }
  },
  ANOTHER_PARAMETER {
    @Override
    void apply(List<String> tokens, Random random) {
      int at = next(tokens, random.nextInt(tokens.size()), Pattern.compile("\\("));
      tokens.add(Math.min(at + 1, tokens.size()), pick(random, TYPES) + " extra");
    }
  },
  SUPERTYPE {
    @Override
    void apply(List<String> tokens, Random random) {
      int at = next(tokens, any(tokens, random, Pattern.compile("class")), Pattern.compile("\\{"));
      tokens.add(Math.min(at, tokens.size()), pick(random, SUPERTYPES));
    }
  },
  OTHER_KIND {
    @Override
    void apply(List<String> tokens, Random random) {
      tokens.set(
          any(tokens, random, Pattern.compile("class|interface|record|enum")),
          pick(random, List.of("class", "interface", "record", "enum", "@interface")));
    }
  };

  private static final Pattern TOKEN = Pattern.compile(
      "\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|//[^\n]*|/\\*(?s:.*?)\\*/"
          + "|\\w+|\\s+|.");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern TYPE =
      Pattern.compile("[A-Z]\\w*|int|long|void|boolean|double|byte|char|float|short");
  private static final Pattern STRING = Pattern.compile("\".*\"");
  private static final Pattern NUMBER = Pattern.compile("\\d\\w*");

  private static final List<String> TYPES = List.of(
      "int",
      "long",
      "void",
      "String",
      "Object",
      "Missing",
      "var",
      "T",
      "int[]",
      "String[][]",
      "java.util.List<String>",
      "java.util.List<?>",
      "java.util.List<? extends Number>",
      "java.util.List",
      "java.util.Map<String, java.util.List<Missing>>",
      "Integer",
      "Void",
      "java.util.Optional<int[]>",
      "Runnable",
      "Enum<?>",
      "Comparable<? super String>",
      "char",
      "boolean",
      "io.lappet.Channel<String>",
      "io.lappet.Sender<?>",
      "io.lappet.Receiver<Integer>",
      "io.lappet.Task<Void>",
      "io.lappet.Task<?>",
      "io.lappet.Fabric",
      "io.lappet.Gate",
      "io.lappet.Permits",
      "io.lappet.Lane",
      "io.lappet.Mutex",
      "io.lappet.Tick",
      "java.util.concurrent.locks.Lock",
      "java.util.concurrent.CompletableFuture<String>",
      "io.lappet.Generator<String>",
      "Missing<String>",
      "this",
      "class",
      "int...");
  private static final List<String> MODIFIERS = List.of(
      "abstract",
      "final",
      "static",
      "private",
      "public",
      "protected",
      "synchronized",
      "sealed",
      "non-sealed",
      "default",
      "native",
      "strictfp",
      "volatile",
      "transient");
  private static final List<String> STRINGS = List.of(
      "\"\"",
      "\" \"",
      "\"a.b\"",
      "\"a.b.c\"",
      "\"1x\"",
      "\"this\"",
      "\"class\"",
      "\"5s\"",
      "\"-5s\"",
      "\"9999999999999d\"",
      "\"orders\"",
      "\"Orders\"",
      "\".\"",
      "\"a..b\"",
      "\"ä\"",
      "\"$\"",
      "\"\\\"\"",
      "\"\\n\"",
      "\"%s\"",
      "\"$T\"",
      "\"$$\"",
      "\"* * * * *\"",
      "\"fabric\"",
      "\"weaving\"",
      "\"cpu\"",
      "null",
      "(\"a\" + 1)",
      "Missing.NAME",
      "1",
      "{}",
      "{\"a\", \"b\"}",
      "\"*/\"",
      "\"\\\\\"");
  private static final List<String> NUMBERS = List.of(
      "0",
      "-1",
      "1",
      "2147483647",
      "-2147483648",
      "99999999999",
      "1L",
      "0.5",
      "1e400",
      "'c'",
      "Integer.MAX_VALUE",
      "1 + 1",
      "1 / 0",
      "Missing.NUMBER",
      "\"1\"");
  private static final List<String> STRAY = List.of(
      "(",
      ")",
      "{",
      "}",
      "<",
      ">",
      ";",
      ",",
      ".",
      "@",
      "=",
      "\"",
      "'",
      "/*",
      "//",
      "?",
      "&",
      "[",
      "]",
      "->",
      "::",
      "...",
      "\\",
      "#",
      "`",
      "\u0000",
      "ß",
      "\uD83D\uDE00",
      "@Override ",
      "case ",
      "@interface ");
  private static final List<String> PARAMETERS = List.of(
      "<T>",
      "<T extends Comparable<T>>",
      "<A, B extends A>",
      "<T extends Missing>",
      "<T extends Number & Runnable>",
      "<T extends T>",
      "<>",
      "<String>",
      "<fabric>");
  private static final List<String> ARGUMENTS = List.of(
      "<String>",
      "<?>",
      "<>",
      "<T>",
      "<int>",
      "<? super Integer>",
      "<java.util.List<?>[]>",
      "<Missing>",
      "<String, String>",
      "[]",
      "<? extends java.util.List<? super T>>");
  private static final List<String> ANNOTATIONS = List.of(
      "@Daemon",
      "@Producer",
      "@Producer(to = \"a\")",
      "@Consumer(from = \"a\")",
      "@Consumer",
      "@Consumer(from = \"a\", to = \"b\", concurrency = 4)",
      "@PeriodicTimer",
      "@Synchronized",
      "@PeriodicTimer(period = \"1s\")",
      "@PeriodicTimer(cron = \"0 0 * * *\")",
      "@Synchronized(lock = \"a\")",
      "@Synchronized(lock = {\"a\", \"b.c\"}, read = true)",
      "@WaitUntil(\"a\")",
      "@Limit(permits = 2)",
      "@Async",
      "@Async(of = \"a\")",
      "@ChannelSpec(capacity = 3)",
      "@OnError",
      "@Woven",
      "@Woven(confined = true)",
      "@Woven(uses = Missing.class)",
      "@Woven(uses = Object.class)",
      "@Shared",
      "@Woven(name = \"x y\")",
      "@SuppressWarnings(\"lock-used-once\")",
      "@Deprecated(forRemoval = true)",
      "@Missing",
      "@Override",
      "@FunctionalInterface",
      "@SafeVarargs",
      "@OnError(deadLetters = \"dead\")");
  private static final List<String> ELEMENTS = List.of(
      "from",
      "to",
      "lock",
      "read",
      "capacity",
      "order",
      "overflow",
      "concurrency",
      "period",
      "cron",
      "value",
      "permits",
      "of",
      "timeout",
      "retries",
      "key",
      "batch",
      "name",
      "uses",
      "nonsense");
  private static final List<String> OUTER = List.of(
      "class Outer { ",
      "class Outer<X> { static ",
      "interface Outer { ",
      "enum Outer { A; ",
      "abstract class Outer { private ",
      "record Outer(int x) { ",
      "final class Outer { private static ",
      "class Outer { void m() { ");
  private static final List<String> THROWN = List.of(
      " throws Exception ",
      " throws InterruptedException ",
      " throws Missing ",
      " throws T ",
      " throws java.io.IOException, Error ",
      " throws Throwable ");
  private static final List<String> SUPERTYPES = List.of(
      " extends Missing ",
      " extends Object ",
      " implements Runnable ",
      " implements AutoCloseable ",
      " extends Thread ",
      " implements Comparable<String> ",
      " extends java.util.ArrayList<String> ",
      " extends Enum<?> ",
      " implements Missing<String> ",
      " permits Missing ");

  private static final Set<String> BLANK = Set.of("", " ");

  abstract void apply(List<String> tokens, Random random);

  /** A few mutations, as the seed says. */
  static String of(String source, long seed) {
    Random random = new Random(seed);
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(source);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count && !tokens.isEmpty(); i++) {
      values()[random.nextInt(values().length)].apply(tokens, random);
    }
    return String.join("", tokens);
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** A random token of this form; any one if there is none. */
  private static int any(List<String> tokens, Random random, Pattern form) {
    int start = random.nextInt(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      int at = (start + i) % tokens.size();
      if (form.matcher(tokens.get(at)).matches()) {
        return at;
      }
    }
    return start;
  }

  /** The first token of this form from {@code start} on; the last one if there is none. */
  private static int next(List<String> tokens, int start, Pattern form) {
    for (int at = start; at < tokens.size(); at++) {
      if (form.matcher(tokens.get(at)).matches()) {
        return at;
      }
    }
    return tokens.size() - 1;
  }

  private static void drop(List<String> tokens, Random random, Pattern form) {
    int at = any(tokens, random, form);
    if (!BLANK.contains(tokens.get(at).toLowerCase(Locale.ROOT))) {
      tokens.remove(at);
    }
  }
}
