package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.FABRIC;
import static io.lappet.processor.model.Vocabulary.WEAVING;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.lappet.processor.model.ActivationModel;
import io.lappet.processor.model.ChannelModel;
import io.lappet.processor.model.Parameter;
import io.lappet.processor.model.Signature;
import io.lappet.processor.model.TwinModel;
import io.lappet.processor.model.WovenModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes a constructor for each of the user's, with a fabric in front where one is needed. */
final class ConstructorCode {
  private final WovenModel woven;
  private final List<ChannelModel> channels;
  private final Fields fields;
  private final ResourceCode resources;

  ConstructorCode(WovenModel woven, List<ChannelModel> channels, Fields fields) {
    this.woven = woven;
    this.channels = channels;
    this.fields = fields;
    this.resources = new ResourceCode(fields);
  }

  List<MethodSpec> all() {
    return woven.isBound() ? woven.constructors().stream().map(this::bound).toList() : free();
  }

  /** Both forms of each: a plain one, and one with a fabric that the locks wait through. */
  private List<MethodSpec> free() {
    List<MethodSpec> all = new ArrayList<>();
    Set<List<TypeName>> plain = new HashSet<>();
    for (Signature constructor : woven.constructors()) {
      all.add(free(constructor, false));
      plain.add(types(constructor));
    }
    for (Signature constructor : woven.constructors()) {
      List<TypeName> types = new ArrayList<>(types(constructor));
      types.add(0, FABRIC);
      // The user may have a constructor with a fabric in front; it means what it says.
      if (!plain.contains(types)) {
        all.add(free(constructor, true));
      }
    }
    return all;
  }

  private static List<TypeName> types(Signature constructor) {
    return constructor.parameters().stream().map(Parameter::type).toList();
  }

  private MethodSpec free(Signature constructor, boolean withFabric) {
    Parameters parameters = new Parameters(fields.taken());
    MethodSpec.Builder method = begin(constructor);
    CodeBlock fabric = CodeBlock.of("");
    if (withFabric) {
      String name = parameters.variable("fabric");
      method.addParameter(FABRIC, name);
      fabric = CodeBlock.of("$N, ", name);
    }
    parameters.declare(method, constructor);
    addSuper(method, parameters);
    resources.free(woven.type().component(), fabric).forEach(method::addStatement);
    return method.build();
  }

  /**
   * Writes for instance
   *
   * <pre>{@code
   * WovenSweeper(Fabric fabric) {
   *   Weaving weaving = Weaving.of(fabric, 1, "Sweeper", this);
   *   ordersLock = weaving.lock("orders");
   *   weaving.timer("sweep").every(Duration.ofSeconds(5)).runs(this::sweep);
   *   weaving.register();
   * }
   * }</pre>
   */
  private MethodSpec bound(Signature constructor) {
    Parameters parameters = new Parameters(fields.taken());
    MethodSpec.Builder method = begin(constructor);
    String fabric = parameters.variable("fabric");
    method.addParameter(FABRIC, fabric);
    parameters.declare(method, constructor);
    addSuper(method, parameters);
    String weaving = fields.weaving().orElseGet(() -> parameters.variable("weaving"));
    CodeBlock made = CodeBlock.of(
        "$N = $T.of($N, 1, $S, this)", weaving, WEAVING, fabric, woven.type().component());
    if (fields.weaving().isPresent()) {
      method.addStatement(made);
    } else if (isWeavingUsed()) {
      method.addStatement("$T $L", WEAVING, made);
    }
    SharedCode shared = new SharedCode(fabric, parameters);
    TwinCode twins = new TwinCode(woven.scope(), fields, weaving, shared);
    woven.loop().map(twins::loop).ifPresent(method::addStatement);
    resources.bound(weaving, shared).forEach(method::addStatement);
    ChannelCode code = new ChannelCode(weaving, parameters.names());
    for (ChannelModel channel : channels) {
      String field = fields.channel(channel.name());
      channel
          .shared()
          .ifPresentOrElse(
              resource -> shared.assign(field, resource).forEach(method::addStatement),
              () -> method.addStatement(code.of(channel, field)));
    }
    for (TwinModel twin : woven.twins()) {
      twins.of(twin).forEach(method::addStatement);
    }
    ActivationCode activations = new ActivationCode(fields, weaving, parameters.names());
    for (ActivationModel activation : woven.activations()) {
      method.addStatement(activations.of(activation));
    }
    if (woven.isActive()) {
      method.addStatement("$N.register()", weaving);
    }
    return method.build();
  }

  /** Whether anything is made that is not shared. */
  private boolean isWeavingUsed() {
    return woven.isActive()
        || fields.hasOwn()
        || !fields.timeouts().all().isEmpty()
        || woven.loop().isPresent()
        || !woven.twins().isEmpty()
        || channels.stream().anyMatch(channel -> channel.shared().isEmpty());
  }

  private static void addSuper(MethodSpec.Builder method, Parameters parameters) {
    if (!parameters.given().isEmpty()) {
      method.addStatement("super($L)", parameters.given());
    }
  }

  /** As visible as the class, if subclasses can call the user's from anywhere. */
  private static MethodSpec.Builder begin(Signature constructor) {
    MethodSpec.Builder method = MethodSpec.constructorBuilder();
    return constructor.visibility().isEmpty() ? method : method.addModifiers(Modifier.PUBLIC);
  }
}
