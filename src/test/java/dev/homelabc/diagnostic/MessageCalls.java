package dev.homelabc.diagnostic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.PseudoInstruction;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.constant.ConstantDescs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What compiled classes say: the template of each call of `Message.of`, and the calls whose
/// template is no constant, so that nobody could look up its translation.
///
/// @param templates with the number of arguments that they are given
/// @param unclear the methods with such a call
record MessageCalls(SortedMap<String, Integer> templates, List<String> unclear) {
  private static final String MESSAGE = "dev/homelabc/diagnostic/Message";

  /// The array of the arguments that a call with `Object...` is about to get.
  private record Prepared(Optional<String> template, int size) {}

  static MessageCalls below(Path folder) {
    var calls = new MessageCalls(new TreeMap<>(), new ArrayList<>());
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(it -> it.toString().endsWith(".class")).sorted().toList()) {
        calls.read(ClassFile.of().parse(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return calls;
  }

  private void read(ClassModel model) {
    if (model.thisClass().asInternalName().equals(MESSAGE)) {
      return;
    }
    for (var entry : model.constantPool()) {
      if (entry instanceof MethodHandleEntry handle
          && handle.reference().owner().asInternalName().equals(MESSAGE)
          && handle.reference().name().equalsString("of")) {
        unclear.add(model.thisClass().asInternalName() + " refers to Message::of");
      }
    }
    for (var method : model.methods()) {
      var where = model.thisClass().asInternalName() + "." + method.methodName().stringValue();
      method.code().ifPresent(it -> read(it, where));
    }
  }

  /// javac puts a call together as: the template, the number of the others, a new array of so many,
  /// each of them, the call. Calls nest in that.
  private void read(CodeModel code, String where) {
    var prepared = new ArrayDeque<Prepared>();
    var before = new ArrayList<CodeElement>();
    for (var element : code) {
      if (element instanceof PseudoInstruction && !(element instanceof LabelTarget)) {
        continue;
      }
      if (element instanceof NewReferenceArrayInstruction array
          && array.componentType().matches(ConstantDescs.CD_Object)) {
        prepared.push(prepared(before));
      } else if (element instanceof InvokeInstruction call) {
        invoke(call, prepared, where);
      }
      before.add(element);
    }
  }

  private static Prepared prepared(List<CodeElement> before) {
    int last = before.size() - 1;
    int size = before.get(last) instanceof ConstantInstruction it ? (int) it.constantValue() : -1;
    return last > 0
            && before.get(last - 1) instanceof ConstantInstruction it
            && it.constantValue() instanceof String template
        ? new Prepared(Optional.of(template), size)
        : new Prepared(Optional.empty(), size);
  }

  private void invoke(InvokeInstruction call, ArrayDeque<Prepared> prepared, String where) {
    boolean isMessage = call.owner().asInternalName().equals(MESSAGE);
    if (isMessage && call.name().equalsString("<init>")) {
      unclear.add(where + " makes a Message without Message.of");
    }
    if (!call.type().stringValue().contains("[Ljava/lang/Object;)")) {
      return;
    }
    var arguments = Optional.ofNullable(prepared.poll());
    if (isMessage) {
      arguments
          .filter(it -> it.template.isPresent() && it.size >= 0)
          .ifPresentOrElse(
              it -> templates.merge(it.template.orElseThrow(), it.size, Math::max),
              () -> unclear.add(where + " gives Message.of a template that is no constant"));
    }
  }
}
