# SPDX-License-Identifier: MIT
# Of each PDF that is there after a build, its member $key. Reads `cvpdf build --stats json`.
.outputs[]
| select(.state == "made" or .state == "unchanged" or .state == "differs")
| .[$key]
