# SPDX-License-Identifier: MIT
# A table of what a build made, in GitHub's Markdown. Reads `cvpdf build --stats json`.

def most: 500; # GitHub takes a mebibyte

# A text that stays one, whatever it has of Markdown, HTML or line ends.
def escaped:
    tostring | gsub("(?<sign>[^\\p{L}\\p{N} ./-])"; "&#\(.sign | explode[0]);");

def counted(one; many): "\(.) \(if . == 1 then one else many end)";

def row:
    "| \(.output | escaped) | \(.variant // "" | escaped) | \(.pages) | \(.state) "
    + "| \(.warnings) | \(.errors) |";

def total:
    [(to_entries[] | select(.key != "pages" and .key != "warnings" and .key != "seconds")
      | select(.value > 0) | "\(.value) \(.key)"),
     (.pages | counted("page"; "pages"))]
    | join(", ");

"### Resumes\n\n\(.total | total)\n",
(.outputs
 | (map(select(.exit != 0)) + map(select(.exit == 0))) as $all
 | if length == 0 then empty
   else "| PDF | Variant | Pages | State | Warnings | Errors |\n|---|---|--:|---|--:|--:|",
        ($all[:most][] | row),
        (if length > most then "\nand \(length - most) more" else empty end)
   end)
