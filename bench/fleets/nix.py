"""A fleet in Nix: attribute sets, and a text with interpolations for each file.

Nix evaluates and does not write: its value is an attribute set of the texts, by path.
"""

from fleets.facts import DEFAULTS, said
from fleets.template import FILES, NUMBERS, For, Fact, If, Text, parts, read

CHECKS = """
  inherit (builtins) all attrNames attrValues concatStringsSep elemAt filter foldl' groupBy isString;
  inherit (builtins) length listToAttrs map split;

  number =
    ip: foldl' (sum: octet: sum * 256 + builtins.fromJSON octet) 0 (filter isString (split "\\\\." ip));
  power = n: if n == 0 then 1 else 2 * power (n - 1);
  isIn =
    ip: vlan:
    let
      size = power (32 - vlan.prefix);
    in
    number ip / size == number (elemAt (split "/" vlan.subnet) 0) / size;
  isDistinct =
    values: length (attrNames (groupBy (value: value) values)) == length values;
  check = holds: fault: if holds then true else throw fault;

  # That no name is used twice, the language itself sees.
  machines = attrValues vms;
  machinesOf = groupBy (vm: vm.host) machines;
  each = values: text: concatStringsSep "" (map text values);
in
assert check (all (vm: hosts ? ${vm.host}) machines) "a VM on no host";
assert check (isDistinct (map (vm: vm.mac) machines)) "two VMs with one MAC address";
assert check (isDistinct (map (vm: vm.ip) machines)) "two VMs with one address";
assert check (isDistinct (map (vm: "${vm.host} ${toString vm.cid}") machines)) "two VMs with one CID";
assert check (all (vm: vm.memory != 2048) machines) "a VM with 2048 MiB";
assert check (all (vm: isIn vm.ip vlans.${vm.vlan}) machines) "a VM outside its subnet";
"""

MANY = {"vm": "machines", "host": "attrValues hosts", "vlan": "attrValues vlans"}


def write(fleet, folder):
    """Writes `fleet.nix`."""
    text = [f"let\n  lab = {_set(said(fleet.lab))};\n"]
    text += _sets("vlans", fleet.vlans)
    text += _sets("hosts", fleet.hosts)
    text += [f"  base = {_set(DEFAULTS)};\n"]
    text += _sets("vms", fleet.vms, "base // ")
    text += [CHECKS]
    entries = []
    for path, each, template in FILES:
        file, name = _block(read(template), each), _string(parts(path), each)
        if each == "lab":
            entries.append(f"{{\n  {name} =\n{file};\n}}")
        else:
            entries.append(
                f"listToAttrs (map ({each}: {{\n  name = {name};\n  value =\n{file};\n}}) ({MANY[each]}))"
            )
    text += ["\n// ".join(entries), "\n"]
    (folder / "fleet.nix").write_text("".join(text))


def _sets(name, things, base=""):
    yield f"  {name} = {{\n"
    for thing in things:
        yield f"    {thing.name} = {base}{_set(said(thing))};\n"
    yield "  };\n"


def _set(facts):
    return "{ " + "".join(f"{key} = {_value(value)}; " for key, value in facts.items()) + "}"


def _value(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _string(found, inner):
    return '"' + "".join(_part(part, inner) for part in found) + '"'


def _part(part, inner):
    if isinstance(part, Fact):
        fact = _fact(part, inner)
        return f"${{toString {fact}}}" if part.what in NUMBERS else f"${{{fact}}}"
    return part.replace("\\", "\\\\").replace('"', '\\"').replace("${", "\\${")


def _fact(fact, inner):
    return f"vlans.${{{inner}.vlan}}.{fact.what}" if fact.of == "net" else f"{fact.of}.{fact.what}"


def _block(block, inner):
    return "\n+ ".join(_statement(statement, inner) for statement in block)


def _statement(statement, inner):
    match statement:
        case Text(found):
            return _string(found, inner)
        case For(each, within, body):
            many = f"machinesOf.${{{inner}.name}}" if within else f"({MANY[each]})"
            return f"each {many} ({each}: {_block(body, each)})"
        case If(fact, then, other):
            otherwise = _block(other, inner) or '""'
            return f"(if {_fact(fact, inner)} then {_block(then, inner)} else {otherwise})"
