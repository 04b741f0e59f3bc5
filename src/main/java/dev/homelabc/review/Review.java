package dev.homelabc.review;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.emit.Templates;
import dev.homelabc.plan.Outline;
import dev.homelabc.plan.Plan;

/// A change of a lab, to be looked at.
///
/// @param plan what it does to what runs
/// @param before the lab to start from
/// @param after the lab to come to
public record Review(Plan plan, Version before, Version after) {
  /// What a page begins with, so that none but ours is overwritten.
  public static final String MARK = "<!-- homelabc review -->";

  /// Characters at the beginning of a page in which the mark is.
  public static final int BEGINNING = 64;

  /// One of the two labs.
  ///
  /// @param name as people call it: a commit, a folder
  /// @param compilation one without errors
  public record Version(String name, Compilation compilation, Origins origins) {
    /// One whose lines know what made them.
    public Version(String name, Compilation compilation) {
      this(name, compilation, compilation.tree().map(Origins::of).orElse(Origins.UNKNOWN));
    }
  }

  /// The whole page, in HTML. The same change gives the same bytes.
  public String page(Language language) {
    var say = new Say(language);
    var assets = Assets.load();
    var files = new FilesSection(say).of(this);
    var plan = new PlanSection(say).of(plan());
    var findings = new FindingsSection(say).of(this);
    var capacity = new CapacitySection(say).of(this);
    var topology = new TopologySection(say).of(this);
    var outline = Outline.of(plan(), false, language);
    var view =
        new PageView(
            MARK,
            assets,
            new ChromeText(say).view(),
            new HeadSection(say).of(this, outline, files, findings),
            plan,
            topology,
            capacity,
            findings,
            files);
    return new Templates().render("review/page.html.ftl", view).text();
  }
}
