package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import io.lappet.processor.model.Vocabulary;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the processor knows by name alone is there under that name. */
class VocabularyTest {
  static List<ClassName> names() throws IllegalAccessException {
    List<ClassName> names = new ArrayList<>();
    for (Field field : Vocabulary.class.getFields()) {
      if (field.get(null) instanceof ClassName name) {
        names.add(name);
      }
    }
    return names;
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyNameIsThatOfAClass(ClassName name) throws ClassNotFoundException {
    assertThat(Class.forName(name.reflectionName())).isNotNull();
  }

  @Test
  void thereAreNames() throws IllegalAccessException {
    assertThat(names()).hasSizeGreaterThan(20);
  }
}
