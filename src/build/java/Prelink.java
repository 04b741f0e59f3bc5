import static java.lang.constant.ConstantDescs.CD_Character;
import static java.lang.constant.ConstantDescs.CD_Double;
import static java.lang.constant.ConstantDescs.CD_Float;
import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Long;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Replaces, in compiled classes, what the virtual machine would otherwise make at each start: the
/// code of switches over types and of the `equals`, `hashCode` and `toString` of records. The
/// compiler leaves them to `SwitchBootstraps` and `ObjectMethods`, whose work the archive of loaded
/// classes does not keep (JDK 25 keeps lambdas and string concatenation). Classes that have nothing
/// to replace stay as they are.
///
/// Then it tells the compiler which one it is: the digest of all its classes, templates and
/// libraries goes into the class `Identity`.
///
/// `java Prelink.java FOLDER CLASSPATH`; run by Maven after the compiler.
final class Prelink {
  private static final String IDENTITY = "dev/homelabc/cli/Identity.class";
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");
  private static final int MADE =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  private Prelink() {}

  /// A method that does what a call site was to be linked to.
  private record Made(String name, MethodTypeDesc type, Consumer<CodeBuilder> code) {}

  public static void main(String[] args) throws IOException {
    // The types of branches that meet are looked up: without loading a class.
    var loader = new URLClassLoader(urls(args[1]), ClassLoader.getPlatformClassLoader());
    var resolver =
        ClassHierarchyResolver.ofResourceParsing(loader)
            .orElse(ClassHierarchyResolver.defaultResolver());
    var format =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(resolver),
            // The old one would keep the names of what is no longer called.
            ClassFile.ConstantPoolSharingOption.NEW_POOL);
    try (loader;
        var files = Files.walk(Path.of(args[0]))) {
      for (var file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        var model = format.parse(Files.readAllBytes(file));
        var made = new ArrayList<Made>();
        var bytes = transform(format, model, made);
        if (!made.isEmpty()) {
          Files.write(file, bytes);
        }
      }
    }
    identify(format, Path.of(args[0]), args[1]);
  }

  /// Lets the method `digest` of a class answer with the digest of all other files of the folder
  /// and of the libraries.
  private static void identify(ClassFile format, Path folder, String libraries) throws IOException {
    var identity = folder.resolve(IDENTITY);
    var digest = sha256();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.equals(identity)) {
          digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
          digest.update(sha256().digest(Files.readAllBytes(file)));
        }
      }
    }
    for (var library : libraries.split(File.pathSeparator)) {
      if (Files.isRegularFile(Path.of(library))) {
        digest.update(sha256().digest(Files.readAllBytes(Path.of(library))));
      }
    }
    var text = HexFormat.of().formatHex(digest.digest());
    Files.write(
        identity,
        format.transformClass(
            format.parse(Files.readAllBytes(identity)),
            ClassTransform.transformingMethodBodies(
                it -> it.methodName().equalsString("digest"),
                CodeTransform.ofStateful(() -> answering(text)))));
  }

  /// Code that does nothing but return a text.
  private static CodeTransform answering(String text) {
    return new CodeTransform() {
      @Override
      public void atStart(CodeBuilder code) {
        code.loadConstant(text).areturn();
      }

      @Override
      public void accept(CodeBuilder code, CodeElement element) {}
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static URL[] urls(String path) {
    return Stream.of(path.split(File.pathSeparator))
        .map(it -> {
          try {
            return Path.of(it).toUri().toURL();
          } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
          }
        })
        .toArray(URL[]::new);
  }

  private static byte[] transform(ClassFile format, ClassModel model, List<Made> made) {
    CodeTransform replace =
        (builder, element) -> {
          var method =
              element instanceof InvokeDynamicInstruction call
                  ? method(model, call, made.size())
                  : Optional.<Made>empty();
          if (method.isEmpty()) {
            builder.with(element);
            return;
          }
          made.add(method.get());
          builder.invokestatic(
              model.thisClass().asSymbol(),
              method.get().name(),
              method.get().type(),
              model.flags().has(AccessFlag.INTERFACE));
        };
    return format.transformClass(
        model,
        ClassTransform.transformingMethodBodies(it -> isConcerned(model, it), replace)
            .andThen(
                ClassTransform.endHandler(builder ->
                    made.forEach(
                        it -> builder.withMethodBody(it.name(), it.type(), MADE, it.code())))));
  }

  private static boolean isConcerned(ClassModel model, MethodModel method) {
    return method
        .code()
        .filter(code ->
            code.elementStream()
                .anyMatch(it ->
                    it instanceof InvokeDynamicInstruction call
                        && method(model, call, 0).isPresent()))
        .isPresent();
  }

  /// What stands in for a call site, unless that is none of ours, or has a label (of an enum or a
  /// primitive type) that hardly any switch has.
  private static Optional<Made> method(
      ClassModel model, InvokeDynamicInstruction call, int number) {
    var maker = call.bootstrapMethod();
    var name = call.name().stringValue();
    var type = call.typeSymbol();
    var arguments = call.bootstrapArgs();
    switch (maker.owner().displayName() + "." + maker.methodName()) {
      case "SwitchBootstraps.typeSwitch" -> {
        return arguments.stream().allMatch(it -> it instanceof ClassDesc || it instanceof String)
            ? Optional.of(new Made("switch$" + number, type, it -> choose(it, arguments)))
            : Optional.empty();
      }
      case "ObjectMethods.bootstrap" -> {
        var self = model.thisClass().asSymbol();
        var fields = arguments.stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
        return Optional.of(
            new Made(
                name + "$" + number,
                type,
                switch (name) {
                  case "equals" -> it -> compare(it, self, fields);
                  case "hashCode" -> it -> hash(it, self, fields);
                  default -> it -> print(it, self, simpleName(model), fields);
                }));
      }
      default -> {
        return Optional.empty();
      }
    }
  }

  /// The first label, from a given one on, that fits; how many there are if none does; -1 for null.
  private static void choose(CodeBuilder code, List<ConstantDesc> labels) {
    code.aload(0).ifThen(Opcode.IFNULL, it -> it.iconst_m1().ireturn());
    for (int i = 0; i < labels.size(); i++) {
      var next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      if (labels.get(i) instanceof ClassDesc type) {
        code.aload(0).instanceOf(type);
      } else {
        code.loadConstant(labels.get(i)).aload(0);
        code.invokevirtual(CD_String, "equals", MethodTypeDesc.of(CD_boolean, CD_Object));
      }
      code.ifeq(next).loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }

  private static void compare(
      CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> fields) {
    var differ = code.newLabel();
    code.aload(0).aload(1).ifThen(Opcode.IF_ACMPEQ, it -> it.iconst_1().ireturn());
    code.aload(1).instanceOf(self).ifeq(differ);
    code.aload(1).checkcast(self).astore(2);
    for (var field : fields) {
      var type = typeOf(field);
      code.aload(0).getfield(self, field.methodName(), type);
      code.aload(2).getfield(self, field.methodName(), type);
      switch (type.descriptorString()) {
        case "Z", "B", "S", "C", "I" -> code.if_icmpne(differ);
        case "J", "F", "D" ->
            code.invokestatic(boxOf(type), "compare", MethodTypeDesc.of(CD_int, type, type))
                .ifne(differ);
        default ->
            code.invokestatic(
                    OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object))
                .ifeq(differ);
      }
    }
    code.iconst_1().ireturn().labelBinding(differ).iconst_0().ireturn();
  }

  private static void hash(CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> fields) {
    code.iconst_0();
    for (var field : fields) {
      var type = typeOf(field);
      code.bipush(31).imul().aload(0).getfield(self, field.methodName(), type);
      var hashed = type.isPrimitive() ? type : CD_Object;
      code.invokestatic(boxOf(type), "hashCode", MethodTypeDesc.of(CD_int, hashed)).iadd();
    }
    code.ireturn();
  }

  private static void print(
      CodeBuilder code, ClassDesc self, String name, List<DirectMethodHandleDesc> fields) {
    code.new_(BUILDER).dup().invokespecial(BUILDER, "<init>", MTD_void);
    append(code.loadConstant(name + "["), CD_String);
    var separator = "";
    for (var field : fields) {
      var type = typeOf(field);
      append(code.loadConstant(separator + field.methodName() + "="), CD_String);
      append(
          code.aload(0).getfield(self, field.methodName(), type),
          switch (type.descriptorString()) {
            case "B", "S" -> CD_int;
            default -> type.isPrimitive() ? type : CD_Object;
          });
      separator = ", ";
    }
    append(code.loadConstant("]"), CD_String);
    code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(CD_String)).areturn();
  }

  private static void append(CodeBuilder code, ClassDesc type) {
    code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, type));
  }

  private static ClassDesc typeOf(DirectMethodHandleDesc field) {
    return field.invocationType().returnType();
  }

  /// The class whose static methods know how values of a type are hashed and compared.
  private static ClassDesc boxOf(ClassDesc type) {
    return switch (type.descriptorString()) {
      case "Z" -> ClassDesc.of("java.lang.Boolean");
      case "B" -> ClassDesc.of("java.lang.Byte");
      case "S" -> ClassDesc.of("java.lang.Short");
      case "C" -> CD_Character;
      case "I" -> CD_Integer;
      case "J" -> CD_Long;
      case "F" -> CD_Float;
      case "D" -> CD_Double;
      default -> OBJECTS;
    };
  }

  /// As `Class.getSimpleName` has it.
  private static String simpleName(ClassModel model) {
    var name = model.thisClass().asInternalName();
    return model.findAttribute(Attributes.innerClasses()).stream()
        .flatMap(it -> it.classes().stream())
        .filter(it -> it.innerClass().asInternalName().equals(name))
        .findFirst()
        .flatMap(it -> it.innerName())
        .map(Utf8Entry::stringValue)
        .orElseGet(() -> name.substring(name.lastIndexOf('/') + 1));
  }
}
