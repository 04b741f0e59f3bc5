package dev.homelabc.model;

import dev.homelabc.schema.Property.Platform;
import dev.homelabc.source.Place;
import dev.homelabc.value.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a statement at the top of a file came to: profiles applied, replicas counted out.
///
/// @param kind keyword of the statement
/// @param base the name as declared: for a replica that of all replicas
/// @param platforms those whose standard values hold for it; none where all is left to others
/// @param implied arguments of properties that are not given and follow from the rest of the lab
public record Declaration(
    String kind,
    Name name,
    Name base,
    Origin origin,
    Values values,
    Set<Platform> platforms,
    Map<String, String> implied) {

  static Declaration of(String kind, Name name, Values values) {
    var origin = Origin.written(values.place());
    return new Declaration(kind, name, name, origin, values, Set.of(Platform.ANY), Map.of());
  }

  /// The lab where no `lab` statement stands.
  static Declaration assumed(Name name, Values values) {
    var origin = Origin.written(values.place()).asDefault();
    return new Declaration("lab", name, name, origin, values, Set.of(Platform.ANY), Map.of());
  }

  /// A profile: what it leaves open, its VMs decide.
  static Declaration profile(Name name, Values values) {
    var origin = Origin.written(values.place());
    return new Declaration("profile", name, name, origin, values, Set.of(), Map.of());
  }

  /// A VM that runs nowhere, because of a mistake.
  static Declaration vm(Replicas.Replica replica, Values values) {
    return new Declaration(
        "vm",
        replica.name(),
        replica.base(),
        Origin.written(values.place()),
        values,
        Set.of(Platform.ANY),
        Map.of());
  }

  /// @param on the host or project that runs it
  Declaration on(Platform platform, Name on) {
    return new Declaration(
        kind, name, base, origin, values, Set.of(Platform.ANY, platform), Map.of("on", on.text()));
  }

  /// What a property says, where it can be read without its owner: a profile may leave that open.
  public <T> Optional<Sourced<T>> one(String property, Class<T> type) {
    var alone = values.fields().one(property).filter(it -> it.arguments().isEmpty());
    return alone.isPresent()
        // A switch, which then means true.
        ? alone.map(it -> new Sourced<>(type.cast(true), it.head()))
        : read().one(property, type);
  }

  /// What a property says in each block of a name, such as the size of each volume.
  public <T> List<Sourced<T>> each(String block, String property, Class<T> type) {
    var read = read();
    return values.fields().all(block).stream()
        .flatMap(it -> read.in(it).one(property, type).stream())
        .toList();
  }

  /// The same values; what cannot be read has been reported when it was bound.
  private Values read() {
    return new Values(
        values.owner(),
        values.place(),
        values.property(),
        values.fields(),
        values.scope(),
        _ -> {});
  }

  /// Its statements in the order of the schema, without those that profiles and replicas are named
  /// by, and without standard values.
  public List<Stated> stated() {
    return DeclarationPrinter.stated(this);
  }

  /// The declaration as one line with its block, and in it everything that holds for it, standard
  /// values too.
  public Line line() {
    return DeclarationLines.of(this);
  }

  /// The declaration in canonical form with everything that holds for it, standard values too.
  public String text() {
    return DeclarationPrinter.print(this, _ -> "");
  }

  /// The same with a comment behind each line that says where it comes from: `# vms.lab:12`, `#
  /// kubernetes.lab:7, profile k8s-node`, `# vms.lab:13, homelab.lock:4` or `# default`.
  public String textWithOrigins() {
    return DeclarationPrinter.print(this, Declaration::comment);
  }

  private static String comment(Origin origin) {
    var lock = origin.lock().map(it -> ", " + at(it)).orElse("");
    if (origin.isDefault()) {
      return " # default" + lock;
    }
    var profile = origin.profile().map(it -> ", profile " + it).orElse("");
    return " # " + at(origin.place()) + profile + lock;
  }

  private static String at(Place place) {
    return place.file().path() + ":" + place.line();
  }
}
