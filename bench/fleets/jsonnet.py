"""A fleet in Jsonnet: objects, asserts, and strings put together."""

import json

from fleets.facts import DEFAULTS, said
from fleets.template import FILES, For, Fact, If, Text, parts, read

CHECKS = """\
local number(ip) =
  std.foldl(function(sum, octet) sum * 256 + std.parseInt(octet), std.split(ip, '.'), 0);
local isIn(ip, vlan) =
  local size = std.pow(2, 32 - vlan.prefix);
  std.floor(number(ip) / size) == std.floor(number(std.split(vlan.subnet, '/')[0]) / size);
// Jsonnet ends each file that it writes with a newline.
local line(text) = std.substr(text, 0, std.length(text) - 1);
local isDistinct(values) = std.length(std.set(values)) == std.length(values);

// That no name is used twice, the language itself sees.
local machines = std.objectValues(vms);
local machinesOf = {
  [host]: [vm for vm in machines if vm.host == host]
  for host in std.objectFields(hosts)
};
local all(holds) = std.length(std.filter(holds, machines)) == std.length(machines);

assert all(function(vm) std.objectHas(hosts, vm.host)) : 'a VM on no host';
assert isDistinct([vm.mac for vm in machines]) : 'two VMs with one MAC address';
assert isDistinct([vm.ip for vm in machines]) : 'two VMs with one address';
assert isDistinct([vm.host + ' ' + vm.cid for vm in machines]) : 'two VMs with one CID';
assert all(function(vm) vm.memory != 2048) : 'a VM with 2048 MiB';
assert all(function(vm) isIn(vm.ip, vlans[vm.vlan])) : 'a VM outside its subnet';
"""

MANY = {"vm": "machines", "host": "std.objectValues(hosts)", "vlan": "std.objectValues(vlans)"}


def write(fleet, folder):
    """Writes `fleet.jsonnet`."""
    text = [f"local lab = {json.dumps(said(fleet.lab))};\n"]
    text += _objects("vlans", fleet.vlans)
    text += _objects("hosts", fleet.hosts)
    text += [f"local base = {json.dumps(DEFAULTS)};\n"]
    text += _objects("vms", fleet.vms, "base + ")
    text += [CHECKS, "\n"]
    entries = []
    for path, each, template in FILES:
        file = f"line({_block(read(template), each)})"
        if each == "lab":
            entries.append(f"{{\n  {json.dumps(path)}:\n    {file},\n}}")
        else:
            name = _strings(parts(path), each)
            entries.append(f"{{\n  [{name}]:\n    {file}\n  for {each} in {MANY[each]}\n}}")
    text += ["\n+ ".join(entries), "\n"]
    (folder / "fleet.jsonnet").write_text("".join(text))


def _objects(name, things, base=""):
    yield f"local {name} = {{\n"
    for thing in things:
        yield f"  {thing.name}: {base}{json.dumps(said(thing))},\n"
    yield "};\n"


def _strings(found, inner):
    return " + ".join(
        _fact(part, inner) if isinstance(part, Fact) else json.dumps(part) for part in found
    )


def _fact(fact, inner):
    return f"vlans[{inner}.vlan].{fact.what}" if fact.of == "net" else f"{fact.of}.{fact.what}"


def _block(block, inner):
    return "\n    + ".join(_statement(statement, inner) for statement in block)


def _statement(statement, inner):
    match statement:
        case Text(found):
            return _strings(found, inner)
        case For(each, within, body):
            many = f"machinesOf[{inner}.name]" if within else MANY[each]
            return f"std.join('', [{_block(body, each)} for {each} in {many}])"
        case If(fact, then, other):
            otherwise = _block(other, inner) or "''"
            return f"(if {_fact(fact, inner)} then {_block(then, inner)} else {otherwise})"
