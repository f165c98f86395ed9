#!/bin/sh
# SPDX-License-Identifier: MIT
# Compares what `cvpdf check` finds with a list of places and codes, of which none may be missing and
# none too many; the exit code must tell of errors.
#
#   check.sh reject CVPDF FILE      FILE's list is beside it: "12:7 CV620", or "0:0" for the whole
#   check.sh accept CVPDF LIST FILE...  only errors and warnings count: "lawyer.yaml:87:14 CV620"
#   check.sh broken CVPDF LIST      of $CVPDF_CORPUS/broken, as above; skipped (77) where not set
set -eu

# "resume.yaml:12:7 CV620" of each finding that is printed.
list_findings() {
    sed -n -e 's/^\([^ ]*:[0-9]*:[0-9]*\): [a-z]*\[\(CV[0-9]*\)\]:.*/\1 \2/p' \
        -e 's/^\([^ ]*\): [a-z]*\[\(CV[0-9]*\)\]:.*/\1:0:0 \2/p' | LC_ALL=C sort
}

# Compares with $work/want what is found in "$@", options first.
compare() {
    code=0
    "$cvpdf" check --color never "$@" >"$work/out" 2>&1 || code=$?
    list_findings <"$work/out" >"$work/got"
    expected=0
    if grep -q ': error\[' "$work/out"; then expected=1; fi
    if ! diff -u "$work/want" "$work/got"; then
        cat "$work/out"
        exit 1
    fi
    if [ "$code" -ne "$expected" ]; then
        echo "exit $code, expected $expected"
        exit 1
    fi
}

kind=$1
cvpdf=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

case $kind in
reject)
    cd "$(dirname "$1")"
    file=$(basename "$1")
    name=${file%.*}
    sed "s|^|$file:|" "$name.findings" | LC_ALL=C sort >"$work/want"
    test -s "$work/want"
    set -- "$file"
    if [ -f "$name.args" ]; then
        while read -r argument; do set -- "$@" "$argument"; done <"$name.args"
    fi
    compare "$@"
    ;;
accept)
    grep -v '^#' "$1" | LC_ALL=C sort >"$work/want"
    cd "$(dirname "$2")"
    shift
    for file in "$@"; do
        shift
        set -- "$@" "$(basename "$file")"
    done
    compare --quiet "$@"
    ;;
broken)
    if [ -z "${CVPDF_CORPUS:-}" ]; then
        echo "CVPDF_CORPUS is not set"
        exit 77
    fi
    grep -v '^#' "$1" | LC_ALL=C sort >"$work/want"
    cd "$CVPDF_CORPUS/broken"
    # shellcheck disable=SC2046 # one word a file
    compare $(cut -d: -f1 "$work/want" | sort -u)
    ;;
esac
