#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs one *.test file in a fresh folder and compares what its commands print, return and leave
# behind. The format is described in tests/README.md.
# Usage: CVPDF=program run.sh FILE.test
# Exit: 0 passed, 1 failed, 77 skipped, 2 the file itself is wrong.
set -u

test_file=$1
: "${CVPDF:?names the program to test}"

plan=$(mktemp -d "${TMPDIR:-/tmp}/cvpdf-test.XXXXXX") || exit 2
trap 'rm -rf "$plan"' EXIT
trap 'exit 130' HUP INT TERM
work=$plan/work
mkdir "$work" "$plan/bin" "$plan/home"
ln -s "$CVPDF" "$plan/bin/cvpdf"

# The same surroundings everywhere.
export CVPDF PATH="$plan/bin:$PATH" HOME="$plan/home" LC_ALL=C TZ=UTC0 TERM=dumb
unset SOURCE_DATE_EPOCH NO_COLOR CI GITHUB_ACTIONS LANG LANGUAGE
umask 022

failures=0
run_line=

complain() {
    printf '%s:%s: %s\n' "$test_file" "$1" "$2"
    failures=$((failures + 1))
}

refuse() {
    printf '%s:%s: %s\n' "$test_file" "$1" "$2" >&2
    exit 2
}

# What the next command has to do unless its sections say otherwise: nothing but succeed.
expect_defaults() {
    stdin=/dev/null
    stdout=$plan/empty stdout_mode=exact stdout_line=$1
    stderr=$plan/empty stderr_mode=exact stderr_line=$1
    code=0
    : >"$plan/files"
}

# compare WHAT LINE MODE WANT GOT
compare() {
    case $3 in
    any) ;;
    exact)
        cmp -s "$4" "$5" && return
        complain "$2" "$1 differs (- expected, + printed)"
        diff -u "$4" "$5" | sed '1,2d'
        ;;
    contains)
        while IFS= read -r text; do
            [ -z "$text" ] || grep -qF -e "$text" "$5" || {
                complain "$2" "$1 lacks '$text'; it is:"
                cat "$5"
            }
        done <"$4"
        ;;
    esac
}

check_files() {
    while read -r at kind want name; do
        case $kind in
        exists) [ -e "$work/$name" ] || complain "$at" "there is no $name" ;;
        absent) [ ! -e "$work/$name" ] || complain "$at" "$name should not be there" ;;
        content)
            if [ -f "$work/$name" ]; then
                compare "$name" "$at" exact "$want" "$work/$name"
            else
                complain "$at" "there is no file $name"
            fi
            ;;
        esac
    done <"$plan/files"
}

# Runs the command that was read last, if any, and checks it.
finish_run() {
    [ -n "$run_line" ] || return 0
    (cd "$work" && exec sh "$run") <"$stdin" >"$plan/stdout" 2>"$plan/stderr"
    got=$?
    if [ "$got" -ne "$code" ]; then
        complain "$run_line" "exit $got, expected $code; stderr:"
        cat "$plan/stderr"
    fi
    compare stdout "$stdout_line" "$stdout_mode" "$stdout" "$plan/stdout"
    compare stderr "$stderr_line" "$stderr_mode" "$stderr" "$plan/stderr"
    check_files
    run_line=
}

stream_mode() { # LINE MODE
    case $2 in
    '') mode=exact ;;
    any | contains) mode=$2 ;;
    *) refuse "$1" "'$2' is not any or contains" ;;
    esac
}

# Sections become files section.1, section.2, … and an index of "LINE WORD REST".
awk -v plan="$plan" '
    /^=== / { close(body); body = plan "/section." ++count; printf "" >body
              print NR, substr($0, 5) >(plan "/index"); next }
    { sub(/^\\===/, "===") }
    count { print >body }
' "$test_file" || exit 2
[ -s "$plan/index" ] || refuse 1 "there is no section (=== run)"

: >"$plan/empty"
runs=0
section=0
while read -r line word rest <&3; do
    section=$((section + 1))
    body=$plan/section.$section
    case $word in
    run | file | needs) finish_run ;;
    *) [ -n "$run_line" ] || refuse "$line" "'$word' comes before any run" ;;
    esac
    case $word in
    needs)
        (cd "$work" && sh -c "$rest") >/dev/null 2>&1 || {
            echo "skipped: this needs '$rest'"
            exit 77
        }
        ;;
    file)
        [ -n "$rest" ] || refuse "$line" "file needs a name"
        mkdir -p "$(dirname "$work/$rest")" && cp "$body" "$work/$rest"
        ;;
    run)
        run=$body run_line=$line
        runs=$((runs + 1))
        expect_defaults "$line"
        ;;
    stdin) stdin=$body ;;
    stdout)
        stream_mode "$line" "$rest"
        stdout=$body stdout_line=$line stdout_mode=$mode
        ;;
    stderr)
        stream_mode "$line" "$rest"
        stderr=$body stderr_line=$line stderr_mode=$mode
        ;;
    exit)
        case $rest in
        '' | *[!0-9]*) refuse "$line" "exit needs a number" ;;
        esac
        code=$rest
        ;;
    exists | absent | content)
        [ -n "$rest" ] || refuse "$line" "$word needs a name"
        echo "$line $word $body $rest" >>"$plan/files"
        ;;
    *) refuse "$line" "unknown section '$word'" ;;
    esac
done 3<"$plan/index"
finish_run
[ "$runs" -gt 0 ] || refuse 1 "there is no section (=== run)"

[ "$failures" -eq 0 ]
