"""What there is in a fleet: the facts that its description in each language holds."""

from dataclasses import dataclass, field

VMS_PER_HOST = 100
VMS_PER_VLAN = 200

# The fifth octet of a MAC address has the id in two decimal digits, hence no more than 86 VLANs.
FIRST_VLAN_ID = 14
MOST_VMS = (99 - FIRST_VLAN_ID + 1) * VMS_PER_VLAN

# MiB. 2048 is what no VM may have.
MEMORIES = (1024, 1024, 512, 1024, 2047)

# What a VM is that does not say otherwise.
DEFAULTS = {"vcpu": 1, "memory": 1024, "share": False, "volume": False, "web": False}


@dataclass
class Lab:
    name: str = "fleet"
    domain: str = "fleet.example"
    key: str = (
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIr6dJjKk5PrwJmFZbcvJkTqgS8R3hVkvAFLSzE2o7bq ops"
    )


@dataclass
class Vlan:
    name: str
    id: int
    subnet: str
    gateway: str
    prefix: int = 24


@dataclass
class Host:
    name: str
    vlan: str
    uplink: str = "enp1s0"
    cpus: int = 64
    memory: int = 262144


@dataclass
class Vm:
    """A third of the VMs share a folder with the host, a third have a volume, a third serve the web."""

    name: str
    host: str
    vlan: str
    ip: str
    mac: str
    cid: int
    memory: int
    share: bool
    volume: bool
    web: bool
    vcpu: int = 1


@dataclass
class Fleet:
    lab: Lab = field(default_factory=Lab)
    vlans: list = field(default_factory=list)
    hosts: list = field(default_factory=list)
    vms: list = field(default_factory=list)


def said(thing):
    """The facts that the description of a thing has to state."""
    defaults = DEFAULTS if isinstance(thing, Vm) else {}
    return {key: value for key, value in vars(thing).items() if defaults.get(key) != value}


def fleet(vms):
    """A fleet of so many VMs in which nothing clashes."""
    if not 1 <= vms <= MOST_VMS:
        raise ValueError(f"a fleet has 1 to {MOST_VMS} VMs")
    made = Fleet()
    for i in range((vms - 1) // VMS_PER_VLAN + 1):
        number = FIRST_VLAN_ID + i
        made.vlans.append(Vlan(f"v{i:02}", number, f"10.1.{number}.0/24", f"10.1.{number}.1"))
    for i in range((vms - 1) // VMS_PER_HOST + 1):
        made.hosts.append(Host(f"h{i:03}", made.vlans[i * VMS_PER_HOST // VMS_PER_VLAN].name))
    for i in range(vms):
        host, vlan = made.hosts[i // VMS_PER_HOST], made.vlans[i // VMS_PER_VLAN]
        octet = 10 + i % VMS_PER_VLAN
        made.vms.append(
            Vm(
                name=f"m{i:05}",
                host=host.name,
                vlan=vlan.name,
                ip=f"10.1.{vlan.id}.{octet}",
                mac=f"02:00:00:00:{vlan.id}:{octet:02x}",
                cid=100 + i % VMS_PER_HOST,
                memory=MEMORIES[i % len(MEMORIES)],
                share=i % 3 == 0,
                volume=i % 3 == 1,
                web=i % 3 == 2,
            )
        )
    return made


def _same(what):
    def spoil(vm, other):
        setattr(vm, what, getattr(other, what))

    return spoil


def _set(what, value):
    def spoil(vm, _):
        setattr(vm, what, value)

    return spoil


# What a peer must refuse: how a VM is spoilt, given another one of its host and VLAN.
SLIPS = {
    "name": _same("name"),
    "mac": _same("mac"),
    "ip": _same("ip"),
    "cid": _same("cid"),
    "memory": _set("memory", 2048),
    "subnet": _set("ip", "10.99.0.10"),
}


def spoil(made, slip):
    """Makes one slip in a fleet of five VMs or more."""
    if slip not in SLIPS or len(made.vms) < 5:
        raise ValueError(f"a slip is one of {', '.join(SLIPS)}, in a fleet of 5 VMs or more")
    SLIPS[slip](made.vms[4], made.vms[2])
