#!/bin/sh
# SPDX-License-Identifier: MIT
# Checks the runner of the command tests with small files: those that must pass and those that must
# not, each for one reason.
# Usage: check.sh run.sh
set -u

runner=$1
folder=$(mktemp -d "${TMPDIR:-/tmp}/cvpdf-runner.XXXXXX") || exit 2
trap 'rm -rf "$folder"' EXIT
failures=0
export CVPDF=/bin/cat

# expect CODE WHAT; the test file comes on stdin
expect() {
    cat >"$folder/case.test"
    sh "$runner" "$folder/case.test" >"$folder/output" 2>&1
    code=$?
    [ "$code" -eq "$1" ] && return
    printf '%s: exit %s, expected %s\n' "$2" "$code" "$1"
    cat "$folder/output"
    failures=$((failures + 1))
}

expect 0 "all sections" <<'T'
Free text before the first section.
=== file sub folder/a.txt
one
\=== two
=== run
cvpdf "sub folder/a.txt"
=== stdout
one
\=== two
=== run
cvpdf -; echo trouble in this house >&2; : >made; exit 3
=== stdin
given
=== stdout
given
=== stderr contains
trouble
house
=== exit 3
=== exists made
=== absent sub folder/b.txt
=== content sub folder/a.txt
one
\=== two
=== run
echo noise; echo noise >&2
=== stdout any
=== stderr any
T
expect 1 "a wrong exit code" <<'T'
=== run
exit 4
=== exit 3
T
expect 1 "output that nobody asked for" <<'T'
=== run
echo surprise
T
expect 1 "a message that nobody asked for" <<'T'
=== run
echo surprise >&2
T
expect 1 "another output" <<'T'
=== run
echo one
=== stdout
two
T
expect 1 "an output that lacks a line" <<'T'
=== run
echo one
=== stdout contains
two
T
expect 1 "a missing file" <<'T'
=== run
true
=== exists made
T
expect 1 "a file that should not be" <<'T'
=== run
: >made
=== absent made
T
expect 1 "a file with another content" <<'T'
=== run
echo one >made
=== content made
two
T
expect 1 "an early run that fails before a good one" <<'T'
=== run
false
=== run
true
T
expect 77 "a need that is not met" <<'T'
=== needs false
=== run
true
T
expect 2 "an unknown section" <<'T'
=== run
true
=== sdtout
T
expect 2 "an expectation before any run" <<'T'
=== exit 1
=== run
false
T
expect 2 "a file without a run" <<'T'
=== file a
b
T

[ "$failures" -eq 0 ]
