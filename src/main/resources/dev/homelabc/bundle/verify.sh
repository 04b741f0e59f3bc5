#!/bin/sh
# Says whether this bundle is as homelabc made it, by the sums in SHA256SUMS.
# Exit codes: 0 it is, 1 it is not, 2 it cannot be told.
set -u
LC_ALL=C
export LC_ALL

cannot() {
  printf 'verify.sh: %s\n' "$1" >&2
  exit 2
}

CDPATH='' cd -- "$(dirname -- "$0")" || cannot 'cannot enter the folder of the bundle'
[ -r SHA256SUMS ] || cannot 'there is no SHA256SUMS to go by'

if command -v sha256sum >/dev/null; then
  sum() { sha256sum; }
elif command -v shasum >/dev/null; then
  sum() { shasum -a 256; }
else
  cannot 'this needs sha256sum or shasum'
fi

listed=0
wrong=0
say() {
  printf '%s: %s\n' "$1" "$2"
  wrong=$((wrong + 1))
}

# The name begins behind the sum and two blanks.
while IFS= read -r line; do
  name=${line#*  }
  listed=$((listed + 1))
  if [ ! -e "$name" ] && [ ! -L "$name" ]; then
    say missing "$name"
  elif [ -L "$name" ] || [ ! -f "$name" ] || [ ! -r "$name" ]; then
    say 'not a file that can be read' "$name"
  else
    now=$(sum <"$name") || cannot "cannot read $name"
    [ "${now%% *}" = "${line%%  *}" ] || say changed "$name"
  fi
done <SHA256SUMS
[ "$listed" -gt 0 ] || cannot 'SHA256SUMS is empty'

# Reads the list first, and then what is there.
extra=$(find . ! -type d ! -path ./SHA256SUMS | sort |
  awk 'NR == FNR { known["./" substr($0, 67)] = 1; next } !($0 in known)' SHA256SUMS -) ||
  cannot 'cannot look through the folder'
while IFS= read -r name; do
  [ -z "$name" ] || say 'not of the bundle' "${name#./}"
done <<END
$extra
END

if [ "$wrong" -gt 0 ]; then
  printf 'This is not the bundle that homelabc made: see the %d lines above.\n' "$wrong"
  exit 1
fi
printf 'All %d files are as homelabc made them.\n' "$listed"
