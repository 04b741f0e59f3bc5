package dev.homelabc.adopt;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.YamlNode;
import dev.homelabc.source.SourceFile;
import dev.homelabc.value.Reading;
import dev.homelabc.value.Whole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// `spec.yaml` of v-auto: a group of VMs that differ in their numbers only.
///
/// @param prefix what their names begin with
/// @param replicas how many there are; one where it does not say
/// @param cloudInit the script, in the form in which it stands
/// @param user the account whose password v-auto asks for
record Spec(
    YamlFile file,
    Given<String> prefix,
    Optional<Given<String>> replicas,
    Given<String> cpu,
    Given<Quantity> memory,
    Given<String> image,
    Given<Quantity> disk,
    Optional<Given<String>> storageClass,
    List<Given<String>> networks,
    List<Map.Entry<Given<String>, Given<String>>> nodeSelector,
    Optional<Given<YamlNode.Mapping>> affinity,
    Optional<Given<YamlNode.Scalar>> cloudInit,
    Optional<Given<String>> user) {
  private static final int MOST = 99;

  private static final String IMAGE = "https://images.example.com/rhel.qcow2";

  private static final List<String> FIELDS =
      List.of(
          "name_prefix",
          "replicas",
          "cpu",
          "memory",
          "image_url",
          "disk_size",
          "storage_class",
          "networks",
          "node_selector",
          "affinity",
          "auth",
          "cloud_init");

  /// Empty if the file cannot be read or names no VM, which is then reported, as is all else in it
  /// that is wrong.
  static Optional<Spec> read(SourceFile source, Consumer<Diagnostic> report) {
    return YamlFile.read(source, report).flatMap(it -> read(it, report));
  }

  private static Optional<Spec> read(YamlFile file, Consumer<Diagnostic> report) {
    var fields = new Fields(file, Message.of("a spec"), FIELDS, report);
    var prefix = fields.text("name_prefix");
    var affinity =
        fields
            .mapping("affinity")
            .filter(it -> !it.members().isEmpty())
            .map(it -> new Given<>(it, fields.key("affinity"), file.at(it.span())));
    affinity.ifPresent(it -> AffinityText.check(it.value(), new Slips(file, report)));
    var cloudInit = fields.script("cloud_init").filter(it -> !it.value().value().isBlank());
    var auth = fields.fields("auth", List.of("username"));
    if (cloudInit.isEmpty()) {
      auth.ifPresent(it -> it.idle("username", Message.of("`cloud_init`")));
    }
    var spec =
        new Spec(
            file,
            fields.required("name_prefix", "web", prefix, ""),
            fields.text("replicas"),
            fields.required("cpu", "2", fields.text("cpu"), "1"),
            fields.required("memory", "4Gi", fields.quantity("memory"), Quantity.ANY),
            fields.required("image_url", IMAGE, fields.text("image_url"), IMAGE),
            fields.required("disk_size", "40Gi", fields.quantity("disk_size"), Quantity.ANY),
            fields.text("storage_class"),
            fields.texts("networks"),
            fields.pairs("node_selector"),
            affinity,
            cloudInit,
            auth.filter(_ -> cloudInit.isPresent()).flatMap(it -> it.text("username")));
    return Optional.of(spec).filter(_ -> prefix.isPresent());
  }

  /// How many VMs there are, 1 to 99; 1 where the number is none, which the compiler reports.
  int count() {
    return replicas
        .flatMap(it ->
            Whole.read(it.value(), 1, MOST) instanceof Reading.Good<Integer>(var count)
                ? Optional.of(count)
                : Optional.empty())
        .orElse(1);
  }

  /// The names that its VMs and their group have.
  Stream<String> names() {
    return Stream.concat(
        Stream.of(prefix.value()),
        IntStream.rangeClosed(1, count()).mapToObj(it -> "%s-%02d".formatted(prefix, it)));
  }
}
