#!/bin/sh
# SPDX-License-Identifier: MIT
# What the example may take, as a whole program: instructions, memory, and how instructions grow
# when it has ten times the entries; a check of all its variants costs no more than one rendering.
# Usage: example.sh CVPDF FOLDER RESUME; FOLDER has the programs repeat_entries and peak
set -eu
cvpdf=$1
programs=$2
resume=$3
most_instructions=60000000
most_kib=32768
most_times=11

command -v valgrind >/dev/null || {
    echo "skipped: valgrind is not installed"
    exit 77
}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# count NAME ARGUMENT…: instructions of cvpdf
count() {
    profile=$scratch/$1.profile
    shift
    valgrind -q --tool=callgrind --callgrind-out-file="$profile" "$cvpdf" "$@" >&2
    sed -n 's/^totals: //p' "$profile"
}

# render NAME FILE: those of typesetting FILE
render() {
    count "$1" -o "$scratch/$1.pdf" "$2"
}

# check WHAT VALUE BOUND
check() {
    verdict=good
    [ "$2" -le "$3" ] || verdict=bad
    echo "$1: $2, at most $3: $verdict"
}

# The example as it is for the bounds; without its variants for the growth, since these name its
# sections and entries.
sed '/^facts:/,$d' "$resume" >"$scratch/plain.yaml"
"$programs/repeat_entries" 10 <"$scratch/plain.yaml" >"$scratch/ten.yaml"
once=$(render one "$resume")
plain=$(render plain "$scratch/plain.yaml")
ten_times=$(render ten "$scratch/ten.yaml")
checked=$(count check check -q "$resume")
kib=$("$programs/peak" "$cvpdf" --quiet -o "$scratch/one.pdf" "$resume")
{
    check "instructions" "$once" "$most_instructions"
    check "instructions of a check, with all variants" "$checked" "$once"
    check "instructions for ten times the entries" "$ten_times" $((most_times * plain))
    check "KiB at the peak" "$kib" "$most_kib"
} | tee "$scratch/verdicts"
! grep -q 'bad$' "$scratch/verdicts"
