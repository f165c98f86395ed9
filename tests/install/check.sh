#!/bin/sh
# SPDX-License-Identifier: MIT
# What `cmake --install` puts into a prefix is whole: an embedder finds it through pkg-config and
# through find_package, and the program needs nothing else of us.
# Usage: check.sh BUILD SOURCE SCRATCH CC CXX
set -eu
build=$1 source=$2 scratch=$3 cc=$4 cxx=$5

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# A prefix that nobody was told of when cvpdf was configured, with a blank in it.
prefix="$scratch/some prefix"
rm -rf "$scratch"
mkdir -p "$scratch/programs"
cmake --install "$build" --prefix "$prefix" >"$scratch/installed"
for name in bin/cvpdf include/cvpdf.h share/man/man1/cvpdf.1 share/man/man5/cvpdf.5 \
    share/cvpdf/cvpdf-1.json share/bash-completion/completions/cvpdf \
    share/zsh/site-functions/_cvpdf share/fish/vendor_completions.d/cvpdf.fish; do
    [ -e "$prefix/$name" ] || fail "$name was not installed"
done
pc=$(find "$prefix" -name cvpdf.pc)
libraries=$(dirname "$(dirname "$pc")")
export PKG_CONFIG_PATH="${pc%/*}"
version=$("$prefix/bin/cvpdf" --version)
[ "$version" = "cvpdf $(pkg-config --modversion cvpdf)" ] || fail "$version, says cvpdf.pc not"

# A shared libcvpdf is where the loader does not look; the program has found it all the same.
export LD_LIBRARY_PATH="$libraries"

# embed NAME COMPILER...: pkg-config quotes the blank for a shell
embed() {
    name=$1
    shift
    eval "\"\$@\" $(pkg-config --cflags cvpdf) -o \"\$scratch/programs/\$name\" \
        \"\$source/tests/api/\$name\" $(pkg-config --libs cvpdf) -pthread"
    "$scratch/programs/$name" || fail "$name, found through pkg-config, failed"
}
embed embed.c "$cc" -std=c11
embed threads.c "$cc" -std=c11
embed embed.cpp "$cxx" -std=c++11

cmake --log-level=WARNING -S "$source/tests/install/embedder" -B "$scratch/embedder" \
    -D CMAKE_C_COMPILER="$cc" -D CMAKE_CXX_COMPILER="$cxx" -D SOURCES="$source/tests/api" \
    -D cvpdf_ROOT="$prefix" -G Ninja
cmake --build "$scratch/embedder" >"$scratch/embedder.log" || fail "$(cat "$scratch/embedder.log")"
grep -q "^cvpdf_DIR:PATH=$prefix/" "$scratch/embedder/CMakeCache.txt" || fail "found another cvpdf"
for name in embed_c embed_cpp threads_c; do
    "$scratch/embedder/$name" || fail "$name, found through find_package, failed"
done

# Moved, and without what was installed beside it, the program makes the same bytes.
unset LD_LIBRARY_PATH
"$prefix/bin/cvpdf" -q "$source/data/examples/academic.yaml" -o "$scratch/installed.pdf"
mv "$prefix" "$scratch/elsewhere"
rm -rf "$scratch/elsewhere/share"
away=$(mktemp -d)
trap 'rm -rf "$away"' EXIT
cd "$away"
cp "$source/data/examples/academic.yaml" resume.yaml
strace -f -e trace=%file -o opened "$scratch/elsewhere/bin/cvpdf" -q resume.yaml
cmp resume.pdf "$scratch/installed.pdf"

# Of what it opens or looks for besides its shared libraries, nothing is ours.
grep -q 'openat(.*"resume.yaml"' opened || fail "strace saw nothing"
ours=$(grep -v -F -e elsewhere/bin -e elsewhere/lib -e /proc/self/exe opened |
    grep -F -e "$source/" -e "$build/" -e "$prefix" -e share/cvpdf -e etc/cvpdf -e share/fonts) || exit 0
fail "it looks for these at run time: $ours"
