#!/bin/sh
# SPDX-License-Identifier: MIT
# The shell scripts pass shellcheck. Usage, from the root: shell.sh
command -v shellcheck >/dev/null || {
    echo "skipped: shellcheck is not installed"
    exit 77
}
exec shellcheck bootstrap .ci/run tools/cvpdf-hook tools/action/install tools/action/build \
    tests/command/run.sh tests/command/runner/check.sh \
    tests/install/check.sh tests/install/bare_root.sh \
    tests/lint/shell.sh tests/slow/growth.sh tests/slow/example.sh tests/bench/run
