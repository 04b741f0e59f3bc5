"""The files of a tree as templates, from which the program of each peer is written.

A line is text, in which `@vm.name@` stands for a fact, or directs: `%for vm in vms`, `%for vm in
vms of host`, `%if vm.share`, `%else`, `%end`. `@net.…@` is a fact of the VLAN that the VM, or else the
host, is in.
"""

import re
from dataclasses import dataclass
from pathlib import Path

TREE = Path(__file__).parent / "tree"

# Each file of a tree: its path, what there is one of it for, its template.
FILES = (
    ("vms/@vm.name@.nix", "vm", "vm.nix"),
    ("hosts/@host.name@/default.nix", "host", "host.nix"),
    ("hosts/@host.name@/microvms.nix", "host", "microvms.nix"),
    ("hosts/@host.name@/microvm-storage.nix", "host", "storage.nix"),
    ("hosts/@host.name@/network.nix", "host", "network.nix"),
    ("lib/homelab-constants.nix", "lab", "constants.nix"),
    ("ansible/inventory.yaml", "lab", "inventory.yaml"),
    ("flake.nix", "lab", "flake.nix"),
    ("prune.list", "lab", "prune.list"),
)

NUMBERS = {"id", "prefix", "cpus", "memory", "cid", "vcpu"}


@dataclass(frozen=True)
class Fact:
    of: str
    what: str


@dataclass(frozen=True)
class Text:
    """Whole lines; each part is a string or a fact."""

    parts: tuple


@dataclass(frozen=True)
class For:
    """Once for each `vm`, `host` or `vlan`, or for each VM of the host that `within` says."""

    each: str
    within: bool
    body: tuple


@dataclass(frozen=True)
class If:
    fact: Fact
    then: tuple
    other: tuple


def parts(text):
    """The strings and facts that a text is made of."""
    split = re.split(r"@([a-z]+)\.([a-z]+)@", text)
    found = [split[0]]
    for i in range(1, len(split), 3):
        found += [Fact(split[i], split[i + 1]), split[i + 2]]
    return tuple(part for part in found if part != "")


def read(name):
    """The template of that name."""
    lines = (TREE / name).read_text().splitlines(keepends=True)
    block, end = _block(lines, 0)
    assert end == len(lines), f"{name}:{end + 1}: nothing to end"
    return block


def _block(lines, at):
    """The statements from a line on, up to the directive that ends them."""
    found, text = [], ""

    def flush():
        nonlocal text
        if text:
            found.append(Text(parts(text)))
        text = ""

    while at < len(lines) and lines[at] not in ("%end\n", "%else\n"):
        words = lines[at].split()
        if lines[at].startswith("%for"):
            flush()
            body, at = _block(lines, at + 1)
            found.append(For(words[1], words[-2:] == ["of", "host"], body))
        elif lines[at].startswith("%if"):
            flush()
            then, at = _block(lines, at + 1)
            other = ()
            if lines[at] == "%else\n":
                other, at = _block(lines, at + 1)
            found.append(If(Fact(*words[1].split(".")), then, other))
        else:
            text += lines[at]
        at += 1
    flush()
    return tuple(found), at
