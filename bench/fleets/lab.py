"""The description of a fleet in the language of homelabc."""

from fleets.facts import DEFAULTS

HEAD = """\
lab {lab.name} {{
  domain {lab.domain}
  ssh-key "{lab.key}"
}}

profile base {{
  vcpu {defaults[vcpu]}
  memory {defaults[memory]}MiB
  port ssh 22
}}
"""

VLAN = """
vlan {vlan.name} {{
  id {vlan.id}
  subnet {vlan.subnet}
  gateway {vlan.gateway}
}}
"""

HOST = """
host {host.name} {{
  cpus {host.cpus}
  memory {host.memory}MiB
  bridge vmbr0 {{
    uplink {host.uplink}
    trunk {host.vlan}
  }}
}}
"""

VM = """
vm {vm.name} {{
  profile base
  on {vm.host}
  vlan {vm.vlan}
  ip {vm.ip}
  mac {vm.mac}
  vsock {vm.cid}
"""

SHARE = """\
  share data {{
    source /var/lib/microvms/{vm.name}/data
    mount /srv/data
  }}
"""

VOLUME = """\
  volume data {
    mount /srv/data
    size 1GiB
  }
"""


def write(fleet, folder):
    """Writes `fleet.lab`, as `homelabc fmt` would."""
    text = [HEAD.format(lab=fleet.lab, defaults=DEFAULTS)]
    text += [VLAN.format(vlan=vlan) for vlan in fleet.vlans]
    text += [HOST.format(host=host) for host in fleet.hosts]
    for vm in fleet.vms:
        text.append(VM.format(vm=vm))
        if vm.memory != DEFAULTS["memory"]:
            text.append(f"  memory {vm.memory}MiB\n")
        if vm.share:
            text.append(SHARE.format(vm=vm))
        if vm.volume:
            text.append(VOLUME)
        if vm.web:
            text.append("  port web 8080\n")
        text.append("}\n")
    (folder / "fleet.lab").write_text("".join(text))
