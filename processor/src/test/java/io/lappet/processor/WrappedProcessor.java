package io.lappet.processor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** The processor in an environment that a tool has wrapped, and that has no place for one file. */
final class WrappedProcessor extends AbstractProcessor {
  private final LappetProcessor processor = new LappetProcessor();
  private final String refused;

  WrappedProcessor(String refused) {
    this.refused = refused;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return processor.getSupportedAnnotationTypes();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return processor.getSupportedSourceVersion();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Filer filer = wrapped(Filer.class, (proxy, method, arguments) -> {
      if (method.getName().equals("createSourceFile") && arguments[0].equals(refused)) {
        throw new IllegalStateException("no place for " + refused);
      }
      return invoke(environment.getFiler(), method, arguments);
    });
    processor.init(wrapped(
        ProcessingEnvironment.class,
        (proxy, method, arguments) ->
            method.getName().equals("getFiler") ? filer : invoke(environment, method, arguments)));
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return processor.process(annotations, round);
  }

  private static <T> T wrapped(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
