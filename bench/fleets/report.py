"""The table: what was measured, and how it compares with what was aimed at."""

from fleets import facts, languages, tools, verify
from fleets.measure import Command, fresh, in_turn, size

SIZES = (6, 1_000, 10_000)


def report(asked, peers, homelabc, work):
    """Measures and prints."""
    for peer in peers:
        print(f"{peer.name}: {peer.version}")
    start = _start(asked, work)
    fleets = {}
    for vms in sorted(asked.vms or SIZES):
        fleets[vms] = _fleet(vms, asked, peers, homelabc, work, fleets)
    _together(fleets)
    print("\n## Targets\n")
    _row("what", "target", "elapsed", "processor", "")
    _row("---", "---", "---", "---", "---")
    for target in _targets(start, fleets):
        _row(*target)


def _start(asked, work):
    lab, out = tools.ROOT / "examples" / "homelab", work / "homelab"
    commands = {
        "hello": Command("Java hello world", tools.hello(work)),
        "check": Command("homelabc check examples/homelab", f"'{asked.homelabc}' check '{lab}'"),
        "rebuild": Command(
            "homelabc build examples/homelab, nothing changed",
            f"'{asked.homelabc}' build '{lab}' -o '{out}'",
        ),
    }
    # The first run builds homelabc, its archives and the tree.
    in_turn([commands["rebuild"]], 1, 600)
    _forget(commands["rebuild"])
    in_turn(commands.values(), asked.rounds or 15, asked.limit)
    _table("Start", commands.values(), commands["hello"])
    return commands


def _fleet(vms, asked, peers, homelabc, work, smaller):
    fleet, folder = facts.fleet(vms), work / f"fleet{vms}"
    languages.write(fleet, folder)
    tree, copy = folder / "tree", folder / "copy"
    build = homelabc.command.format(fleet=folder, out=tree)
    program = f"'{asked.homelabc}'"
    commands = {
        "check": Command("homelabc check", f"{program} check {folder}/fleet.lab"),
        "build": Command("homelabc build, fresh", build, lambda: fresh(tree)),
        "rebuild": Command("homelabc build, nothing changed", build),
        "cp": Command("cp -r of the tree", f"cp -r {tree} {copy}", lambda: fresh(copy)),
    }
    for peer in peers:
        out = folder / "peer"
        inner = verify.folders(fleet) if peer.folders else ()
        commands[peer.name] = Command(
            peer.name,
            peer.command.format(fleet=folder, out=out),
            lambda out=out, inner=inner: fresh(out, inner),
        )
    for name, command in commands.items():
        # With few VMs it is the start that takes the time.
        for fewer, run in ((fewer, run) for fewer, run in smaller.items() if fewer >= 1_000):
            _skip(command, run[name], vms / fewer, asked.limit)
    rounds = asked.rounds or (3 if vms > 3_000 else 5 if vms > 300 else 11)
    in_turn(commands.values(), rounds, asked.limit)
    files, octets = size(tree)
    written, of_peers = size(folder / "peer")
    fresh(tree)
    fresh(copy)
    fresh(folder / "peer")
    title = f"{vms:,} VMs: homelabc writes {files:,} files, {octets / 1e6:.2f} MB"
    _table(
        f"{title}; a peer {written:,}, {of_peers / 1e6:.2f} MB",
        commands.values(),
        commands["build"],
    )
    return commands


def _together(fleets):
    """Elapsed and processor time of all commands by the size of the fleet."""
    print("\n## Elapsed and processor time, ms\n")
    _row("what", *(f"{vms:,} VMs" for vms in fleets), "peak memory, MiB")
    _row("---", *("---:" for _ in fleets), "---:")
    largest = list(fleets.values())[-1]
    for name in largest:
        runs = [commands[name] for commands in fleets.values()]
        cells = [
            "" if run.fault else f"{1000 * run.seconds:,.0f} / {1000 * run.cpu:,.0f}"
            for run in runs
        ]
        whole = [run for run in runs if not run.fault]
        _row(runs[0].name, *cells, f"{whole[-1].mebibytes:,.0f}" if whole else "")


def _skip(command, before, growth, limit):
    """Leaves out what took so long with fewer VMs that it would pass the limit."""
    if before.fault:
        command.fault = before.fault
    elif before.seconds > 1 and before.seconds * growth > limit:
        command.fault = f"left out: over {limit:.0f} s"


def _targets(start, fleets):
    """Each target, of what was measured."""

    def compare(what, target, bound, one, other, unit="×"):
        if one.fault or other.fault:
            return what, target, one.fault or other.fault, "", "not measured"
        elapsed, processor = one.seconds / other.seconds, one.cpu / other.cpu
        return what, target, f"{elapsed:.2f}", f"{processor:.2f}", _verdict(elapsed, bound)

    hello, pkl = start["hello"], "Pkl, native"
    yield compare("`check examples/homelab`", "≤ 2.5 × hello world", 2.5, start["check"], hello)
    yield compare("`build`, nothing changed", "≤ 3.5 × hello world", 3.5, start["rebuild"], hello)
    for vms, bound in ((1_000, 1), (10_000, 0.5)):
        commands = fleets.get(vms, {})
        if pkl in commands:
            what = f"fresh build, {vms:,} VMs"
            yield compare(what, f"≤ {bound} × Pkl native", bound, commands["build"], commands[pkl])
    if large := fleets.get(10_000):
        build = large["build"]
        yield compare("fresh build, 10,000 VMs", "≤ 2 × `cp -r`", 2, build, large["cp"])
        yield compare("unchanged, 10,000 VMs", "≤ 0.5 × fresh", 0.5, large["rebuild"], build)
        if small := fleets.get(1_000):
            yield compare("10,000 VMs to 1,000", "≤ 10 × fresh", 10, build, small["build"])
        if not build.fault:
            memory = build.mebibytes
            verdict = _verdict(memory, 512)
            yield "peak memory, 10,000 VMs", "≤ 512 MiB", f"{memory:.0f} MiB", "", verdict


def _verdict(value, bound):
    return "met" if value <= bound else "missed"


def _table(title, commands, base):
    print(f"\n## {title}\n")
    _row(
        "what", "elapsed, ms", "processor, ms", "memory, MiB", "elapsed, ratio", "processor, ratio"
    )
    _row("---", "---:", "---:", "---:", "---:", "---:")
    for command in commands:
        if command.fault:
            _row(command.name, command.fault, "", "", "", "")
            continue
        milliseconds = (f"{1000 * command.seconds:,.0f}", f"{1000 * command.cpu:,.0f}")
        ratios = ("", "")
        if not base.fault:
            ratios = (f"{command.seconds / base.seconds:.2f}", f"{command.cpu / base.cpu:.2f}")
        _row(command.name, *milliseconds, f"{command.mebibytes:,.0f}", *ratios)


def _row(*cells):
    print("| " + " | ".join(cells) + " |", flush=True)


def _forget(command):
    command.elapsed.clear()
    command.processor.clear()
    command.memory.clear()
