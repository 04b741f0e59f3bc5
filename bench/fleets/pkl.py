"""A fleet in Pkl: classes with constraints, and a text with interpolations for each file."""

from fleets.facts import DEFAULTS, said
from fleets.template import FILES, For, Fact, If, Text, parts, read

CLASSES = (
    """\
class Lab {
  name: String
  domain: String
  key: String
}

class Vlan {
  name: String
  id: Int(isBetween(1, 4094))
  subnet: String
  gateway: String
  fixed prefix: Int = subnet.split("/").last.toInt()
}

class Host {
  name: String
  vlan: String
  uplink: String
  cpus: Int
  memory: Int
}

class Vm {
  name: String
  host: String
  vlan: String
  ip: String
  mac: String
  cid: Int
  vcpu: Int = 1
  memory: Int(this != 2048) = %d
  share: Boolean = false
  volume: Boolean = false
  web: Boolean = false
}

const function number(ip: String): Int =
  ip.split(".").fold(0, (sum: Int, octet) -> sum * 256 + octet.toInt())

const function isIn(ip: String, vlan: Vlan): Boolean =
  let (host = 32 - vlan.prefix)
    number(ip).ushr(host) == number(vlan.subnet.split("/").first).ushr(host)

// That no name is used twice, the language itself sees.
machines: List<Vm>(
  every((it) -> hosts.containsKey(it.host) && vlans.containsKey(it.vlan)),
  isDistinctBy((it) -> it.mac),
  isDistinctBy((it) -> it.ip),
  isDistinctBy((it) -> Pair(it.host, it.cid)),
  every((it) -> isIn(it.ip, vlans[it.vlan]))
) = vms.toMap().values

machinesOf = machines.groupBy((it) -> it.host)
"""
    % DEFAULTS["memory"]
)

MANY = {"vm": "vms", "host": "hosts", "vlan": "vlans"}


def write(fleet, folder):
    """Writes `fleet.pkl`."""
    text = [CLASSES, f"\nlab: Lab = {_object(said(fleet.lab), '')}\n"]
    text += _objects("vlans", "Vlan", fleet.vlans)
    text += _objects("hosts", "Host", fleet.hosts)
    text += _objects("vms", "Vm", fleet.vms)
    text += ["\noutput {\n  files {\n"]
    functions = []
    for number, (path, each, template) in enumerate(FILES):
        parameter = "" if each == "lab" else f"{each}: {each.capitalize()}"
        functions.append(
            f"\nfunction file{number}({parameter}): String =\n{_block(read(template), each)}\n"
        )
        entry = (
            f"[{_string(path, each)}] {{ text = file{number}({'' if each == 'lab' else each}) }}"
        )
        if each != "lab":
            entry = f"for (_, {each} in {MANY[each]}) {{\n      {entry}\n    }}"
        text.append(f"    {entry}\n")
    text += ["  }\n}\n", *functions]
    (folder / "fleet.pkl").write_text("".join(text))


def _objects(name, kind, things):
    yield f"\n{name}: Mapping<String, {kind}> = new {{\n"
    for thing in things:
        yield f'  ["{thing.name}"] {_object(said(thing), "  ").removeprefix("new ")}\n'
    yield "}\n"


def _object(facts, indent):
    lines = "".join(
        f"{indent}  {key} = {_value(value)}\n" for key, value in facts.items() if key != "prefix"
    )
    return f"new {{\n{lines}{indent}}}"


def _value(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _string(path, inner):
    return '"' + _join(parts(path), inner) + '"'


def _join(found, inner):
    return "".join(
        f"\\({_fact(part, inner)})" if isinstance(part, Fact) else part for part in found
    )


def _fact(fact, inner):
    return f"vlans[{inner}.vlan].{fact.what}" if fact.of == "net" else f"{fact.of}.{fact.what}"


def _block(block, inner):
    return "\n+ ".join(_statement(statement, inner) for statement in block)


def _statement(statement, inner):
    match statement:
        case Text(found):
            return f'"""\n{_join(found, inner)}\n"""'
        case For(each, within, body):
            many = f"machinesOf[{inner}.name]" if within else f"{MANY[each]}.toMap().values"
            return f'{many}.map(({each}) -> {_block(body, each)}).join("")'
        case If(fact, then, other):
            otherwise = _block(other, inner) or '""'
            return f"(if ({_fact(fact, inner)}) {_block(then, inner)} else {otherwise})"
