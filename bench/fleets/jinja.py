"""A fleet in Jinja2: data as JSON, a template for each file, and a program that checks and writes."""

import json

from fleets.facts import DEFAULTS, said
from fleets.template import FILES, Fact, For, If, Text, parts, read

PROGRAM = '''\
"""Checks the fleet beside this program, and writes its files to a folder."""

import ipaddress
import json
import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

here, out = Path(__file__).parent, Path(sys.argv[1])
fleet = json.loads((here / "fleet.json").read_text())
vlans, hosts, vms = fleet["vlans"], fleet["hosts"], []
for vm in fleet["vms"]:
    vms.append(%(defaults)r | vm)


def check(holds, fault):
    if not holds:
        sys.exit(f"fleet: {fault}")


def distinct(values):
    return len(set(values)) == len(values)


nets = {name: ipaddress.ip_network(vlan["subnet"]) for name, vlan in vlans.items()}
check(distinct([vm["name"] for vm in vms]), "two VMs with one name")
check(all(vm["host"] in hosts for vm in vms), "a VM on no host")
check(distinct([vm["mac"] for vm in vms]), "two VMs with one MAC address")
check(distinct([vm["ip"] for vm in vms]), "two VMs with one address")
check(distinct([(vm["host"], vm["cid"]) for vm in vms]), "two VMs with one CID")
check(all(vm["memory"] != 2048 for vm in vms), "a VM with 2048 MiB")
check(all(ipaddress.ip_address(vm["ip"]) in nets[vm["vlan"]] for vm in vms), "a VM outside its subnet")

machinesOf = {host: [] for host in hosts}
for vm in vms:
    machinesOf[vm["host"]].append(vm)

environment = Environment(
    loader=FileSystemLoader(here),
    undefined=StrictUndefined,
    trim_blocks=True,
    keep_trailing_newline=True,
)
environment.globals.update(lab=fleet["lab"], vlans=vlans, hosts=hosts, vms=vms, machinesOf=machinesOf)


def write(path, template, **facts):
    file = out / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(template.render(facts))

%(writes)s'''

MANY = {"vm": "vms", "host": "hosts.values()", "vlan": "vlans.values()"}


def write(fleet, folder):
    """Writes the folder `jinja`, with `fleet.py`, `fleet.json` and templates."""
    folder = folder / "jinja"
    folder.mkdir(exist_ok=True)
    facts = {
        "lab": said(fleet.lab),
        "vlans": {vlan.name: said(vlan) for vlan in fleet.vlans},
        "hosts": {host.name: said(host) for host in fleet.hosts},
        "vms": [said(vm) for vm in fleet.vms],
    }
    (folder / "fleet.json").write_text(json.dumps(facts, indent=1))
    writes = []
    for path, each, template in FILES:
        (folder / f"{template}.j2").write_text(_block(read(template), each))
        name = "".join(f"{{{p.of}['{p.what}']}}" if isinstance(p, Fact) else p for p in parts(path))
        writes.append(f'\ntemplate = environment.get_template("{template}.j2")\n')
        if each == "lab":
            writes.append(f'write("{path}", template)\n')
        else:
            writes.append(
                f'for {each} in {MANY[each]}:\n    write(f"{name}", template, {each}={each})\n'
            )
    (folder / "fleet.py").write_text(PROGRAM % {"defaults": DEFAULTS, "writes": "".join(writes)})


def _block(block, inner):
    return "".join(_statement(statement, inner) for statement in block)


def _part(part, inner):
    if not isinstance(part, Fact):
        return part.replace("{{", "{{ '{{' }}")
    of = f"vlans[{inner}.vlan]" if part.of == "net" else part.of
    return f"{{{{ {of}.{part.what} }}}}"


def _statement(statement, inner):
    match statement:
        case Text(found):
            return "".join(_part(part, inner) for part in found)
        case For(each, within, body):
            many = f"machinesOf[{inner}.name]" if within else MANY[each]
            return f"{{% for {each} in {many} %}}\n{_block(body, each)}{{% endfor %}}\n"
        case If(fact, then, other):
            otherwise = f"{{% else %}}\n{_block(other, inner)}" if other else ""
            condition = f"{fact.of}.{fact.what}"
            return f"{{% if {condition} %}}\n{_block(then, inner)}{otherwise}{{% endif %}}\n"
