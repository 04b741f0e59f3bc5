"""All languages in which a fleet is described."""

from fleets import jinja, jsonnet, lab, nix, pkl


def write(fleet, folder):
    """Writes a fleet in each of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in (lab, pkl, jsonnet, nix, jinja):
        language.write(fleet, folder)
