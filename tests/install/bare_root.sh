#!/bin/sh
# SPDX-License-Identifier: MIT
# The Debian packages install on a system that has nothing but its base, and work there. Needs root,
# debootstrap and a mirror of Debian: the one that apt of this system uses.
# Usage: bare_root.sh BUILD SOURCE    BUILD is where cpack has made the packages
set -eu
build=$1 source=$2
root=$build/bare-root

fail() {
    printf 'bare_root.sh: %s\n' "$*" >&2
    exit 1
}

leave() {
    if mountpoint -q "$root/proc"; then umount "$root/proc"; fi
    rm -rf --one-file-system "$root"
}

inside() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}

inside_quietly() {
    inside "$@" >"$build/bare-root.log" 2>&1 || {
        cat "$build/bare-root.log"
        fail "failed: $*"
    }
}

# Where apt of this system gets its release from.
find_mirror() {
    # shellcheck disable=SC2016 # apt's variables
    apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' |
        sed -n "s/^$codename //p" | head -n 1
}

[ "$(id -u)" -eq 0 ] || fail "only root can make a root to change to"
command -v debootstrap >/dev/null || fail "debootstrap is not installed"
count=$(find "$build" -maxdepth 1 -name '*.deb' | wc -l)
[ "$count" -eq 2 ] || fail "$count packages are in $build, not cvpdf and libcvpdf-dev"

# shellcheck disable=SC1091 # which release this is
codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
[ -n "$(find_mirror)" ] || apt-get -q update # lists are often thrown away
mirror=$(find_mirror)
[ -n "$mirror" ] || fail "apt has no source for $codename"

leave
trap leave EXIT
debootstrap --variant=minbase "$codename" "$root" "$mirror" >"$build/bare-root.log" 2>&1 || {
    tail -n 20 "$build/bare-root.log"
    fail "debootstrap could not install $codename from $mirror"
}
rm -f "$root/etc/apt/sources.list"
cp -a /etc/apt/sources.list* "$root/etc/apt/"
apt-config dump | grep -i '^Acquire::https\?::' >"$root/etc/apt/apt.conf.d/99host" || true
mkdir "$root/packages"
cp "$build"/cvpdf_*.deb "$root/packages/cvpdf.deb"
cp "$build"/libcvpdf-dev_*.deb "$root/packages/libcvpdf-dev.deb"

inside_quietly apt-get -q update
inside_quietly apt-get -q -y install --no-install-recommends /packages/cvpdf.deb
[ "$(inside cvpdf --version)" = "$("$build/cvpdf" --version)" ] || fail "another version"
inside sh -c 'cd /tmp && cvpdf -q /usr/share/doc/cvpdf/examples/academic.yaml -o cv.pdf'
"$build/cvpdf" -q "$source/data/examples/academic.yaml" -o "$build/example.pdf"
cmp "$root/tmp/cv.pdf" "$build/example.pdf"

inside_quietly apt-get -q -y install --no-install-recommends man-db
for page in "$source"/data/man/cvpdf.*; do
    section=${page##*.}
    inside man "$section" cvpdf >"$build/page" 2>"$build/complaints" || fail "no cvpdf($section)"
    [ "$(wc -l <"$build/page")" -gt 20 ] || fail "cvpdf($section) is empty"
    [ ! -s "$build/complaints" ] || fail "$(cat "$build/complaints")"
done

inside_quietly apt-get -q -y install --simulate /packages/libcvpdf-dev.deb
inside_quietly apt-get -q -y purge cvpdf
left=$(find "$root/usr" "$root/etc" "$root/var/lib" -name '*cvpdf*')
[ -z "$left" ] || fail "left behind: $left"
echo "installed, used and removed on a bare $codename"
