"""Whether all programs make the same of one fleet, and refuse the same slips."""

import re
import subprocess
from pathlib import Path

from fleets import facts, languages
from fleets.measure import fresh

FACTS = {
    "name": r'hostName = "(.*)";',
    "mac": r' mac = "(.*)";',
    "ip": r'address = \[ "(.*)/24" \];',
    "cid": r"vsock\.cid = (\d+);",
    "memory": r" mem = (\d+);",
}


def folders(fleet):
    """Those of its files."""
    return ["vms", "lib", "ansible", *(f"hosts/{host.name}" for host in fleet.hosts)]


def run(peer, fleet, folder, out):
    """Lets a peer write its files; whether it did without a fault."""
    fresh(out, folders(fleet) if peer.folders else ())
    line = peer.command.format(fleet=folder, out=out)
    ran = subprocess.run(line, shell=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return ran.returncode == 0


def differences(folder, fleet):
    """What a tree says of the VMs of a fleet that is not so."""
    found = []
    for vm in fleet.vms:
        file = Path(folder, "vms", f"{vm.name}.nix")
        text = file.read_text() if file.exists() else ""
        for what, pattern in FACTS.items():
            said = re.findall(pattern, text)
            if said != [str(getattr(vm, what))]:
                found.append(f"{vm.name} has {what} {getattr(vm, what)}, and the tree says {said}")
    made = len(list(Path(folder, "vms").glob("*.nix")))
    if made != len(fleet.vms):
        found.append(f"{len(fleet.vms)} VMs, and {made} files")
    return found


def unlike(one, other):
    """The files of the first tree that the other one has not, or not so; how many there are."""
    files = [file.relative_to(one) for file in Path(one).rglob("*") if file.is_file()]
    found = []
    for file in files:
        twin = Path(other, file)
        if not twin.exists() or twin.read_bytes() != Path(one, file).read_bytes():
            found.append(file)
    return found, len(files)


def verify(vms, peers, homelabc, work):
    """Prints what it finds; returns how many faults that is."""
    faults = 0

    def say(holds, text):
        nonlocal faults
        faults += not holds
        print(("   ok   " if holds else "  FAULT ") + text)

    print(f"a fleet of {vms} VMs")
    fleet = facts.fleet(vms)
    languages.write(fleet, work / "fleet")
    first = None
    for peer in [homelabc, *peers]:
        out = work / "out" / re.sub(r"\W+", "-", peer.name)
        if not run(peer, fleet, work / "fleet", out):
            say(False, f"{peer.name} fails")
            continue
        if not out.exists():
            continue
        wrong = differences(out, fleet)
        say(
            not wrong, f"{peer.name}: name, MAC, IP, CID and memory of each VM" + "".join(wrong[:1])
        )
        if peer is homelabc:
            continue
        if first:
            say(
                unlike(out, first) == ([], unlike(first, out)[1]),
                f"{peer.name}: the files of the first",
            )
        first = first or out
        others, count = unlike(out, work / "out" / "homelabc")
        print(f"        {count - len(others)} of {count} files as homelabc writes them")
    for slip in facts.SLIPS:
        fleet = facts.fleet(6)
        facts.spoil(fleet, slip)
        languages.write(fleet, work / slip)
        ran = [p.name for p in [homelabc, *peers] if run(p, fleet, work / slip, work / "spoilt")]
        say(
            not ran,
            f"all refuse a slip in: {slip}" + (f"; but not {', '.join(ran)}" if ran else ""),
        )
    return faults
