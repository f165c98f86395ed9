#!/bin/sh
# SPDX-License-Identifier: MIT
# What a case costs must grow with its size, not with the square of it.
# Usage: growth.sh SLOW CASE; SLOW is the program of slow.c
#
# Counted are instructions of one rendering at sizes n, 2n and 4n. What every rendering costs is not
# in the differences: from 2n to 4n it is twice as much as from n to 2n where time is linear, four
# times where it is quadratic.
set -eu
slow=$1
case=$2
most=2.6       # times
noise=200000   # instructions: a smaller growth is none
kill_after=10s # of the greatest size, without valgrind

timeout "$kill_after" "$slow" "$case" greatest || {
    echo "$case: the greatest size failed, took more than $kill_after or too much memory"
    exit 1
}
command -v valgrind >/dev/null || {
    echo "skipped: valgrind is not installed"
    exit 77
}

called=cvpdf_render
case $case in check-*) called=cvpdf_check ;; esac
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
timeout 60 valgrind -q --tool=callgrind --callgrind-out-file="$scratch/profile" \
    --toggle-collect="$called" --dump-after="$called" "$slow" "$case"

for run in 2 3 4; do
    sed -n 's/^totals: //p' "$scratch/profile.$run"
done | awk -v name="$case" -v most="$most" -v noise="$noise" '
    { count[NR] = $1 }
    END {
        if (NR != 3) { print name ": valgrind counted nothing"; exit 1 }
        first = count[2] - count[1]; second = count[3] - count[2]
        if (first < noise) first = noise
        printf "%s: %d, %d, %d instructions; growth %.2f, at most %s\n",
            name, count[1], count[2], count[3], second / first, most
        exit second > most * first
    }'
