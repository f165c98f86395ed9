#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sarif.py - what `--format sarif` writes of resumes with all kinds of mistakes.

The judge is the schema of SARIF 2.1.0; what a schema cannot say is asked here: that places lie in
their file, that rules and results agree, and that fingerprints stay where lines move.

"""
import json
import pathlib
import shutil
import subprocess
import urllib.parse

import oracle

ODD_NAME = "a b%,:é.yaml"


def run(program, folder, *arguments):
    """The document, and the exit code."""
    done = subprocess.run([program, "--format", "sarif", *arguments], cwd=folder,
                          stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, check=False)
    return json.loads(done.stderr), done.returncode


def prepare(golden, scratch):
    """Copies of all golden inputs, and what is worse than they are, in a repository."""
    shutil.rmtree(scratch, ignore_errors=True)
    (scratch / ".git").mkdir(parents=True)
    files = []
    for source in sorted(golden.glob("*/*.yaml")):
        target = scratch / f"{source.parent.name}-{source.name}"
        shutil.copy(source, target)
        files.append(target.name)
    shutil.copy(golden / "model" / "wrong-keys.yaml", scratch / ODD_NAME)
    (scratch / "links.yaml").write_text(
        'name: Ada\n"[x](https://evil.example)": 1\nheadline: "a\\e[31m##[error]"\n', "utf-8")
    return files + [ODD_NAME, "links.yaml"]


def place_faults(folder, result):
    """A region lies in the file that its address means."""
    for location in result.get("locations", []):
        physical = location["physicalLocation"]
        uri = physical["artifactLocation"]["uri"]
        path = folder / urllib.parse.unquote(uri)
        if not path.is_file():
            yield f"no file {uri}"
            continue
        region = physical.get("region")
        if not region:
            continue
        text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
        lines = text.replace("\r", "\n").split("\n")
        for line, column in (("startLine", "startColumn"), ("endLine", "endColumn")):
            if not 1 <= region[line] <= len(lines):
                yield f"{uri}: {line} {region[line]} of {len(lines)}"
            elif not 1 <= region[column] <= len(lines[region[line] - 1]) + 1:
                yield f"{uri}: {column} {region[column]} in line {region[line]}"


def result_faults(folder, document):
    seen = set()
    driver = document["runs"][0]["tool"]["driver"]
    for result in document["runs"][0]["results"]:
        rule = driver["rules"][result["ruleIndex"]]
        if rule["id"] != result["ruleId"]:
            yield f"the rule of {result['ruleId']} is {rule['id']}"
        if rule["defaultConfiguration"]["level"] != result["level"]:
            yield f"{rule['id']} is {result['level']}"
        if "](" in result["message"]["text"]:
            yield f"a link in '{result['message']['text']}'"
        mark = result["partialFingerprints"]["cvpdf/v1"]
        if mark in seen:
            yield f"two results have the fingerprint {mark}"
        seen.add(mark)
        yield from place_faults(folder, result)


def fingerprints(document):
    return sorted(result["partialFingerprints"]["cvpdf/v1"]
                  for result in document["runs"][0]["results"])


def moved_faults(program, folder):
    """The same mistakes further down, and from elsewhere, have the same fingerprints."""
    path = folder / ODD_NAME
    before = fingerprints(run(program, folder, ODD_NAME)[0])
    path.write_text("# A line more.\n" + path.read_text("utf-8"), "utf-8")
    after = fingerprints(run(program, folder, ODD_NAME)[0])
    if before != after or not before:
        yield f"fingerprints move with lines: {before}, {after}"
    (folder / "below").mkdir()
    elsewhere = fingerprints(run(program, folder / "below", f"../{ODD_NAME}")[0])
    if elsewhere != after:
        yield f"fingerprints depend on the current folder: {elsewhere}, {after}"


def document_faults(program, folder, name, codes):
    document, code = run(program, folder, name)
    codes.add(code)
    (folder / f"{name}.sarif").write_text(json.dumps(document), "utf-8")
    invocation = document["runs"][0]["invocations"][0]
    if invocation["exitCode"] != code or invocation["executionSuccessful"] != (code < 2):
        yield f"the invocation, {invocation}"
    yield from result_faults(folder, document)


def damage(folder):
    """A document that the schema has to refuse, so that it is known to look."""
    document = json.loads((folder / f"{ODD_NAME}.sarif").read_text("utf-8"))
    document["runs"][0]["results"][0]["level"] = "fatal"
    (folder / "damaged").write_text(json.dumps(document), "utf-8")
    return folder / "damaged"


def main():
    options = oracle.parser(__doc__)
    options.add_argument("program", type=pathlib.Path)
    options.add_argument("golden", type=pathlib.Path)
    options.add_argument("scratch", type=pathlib.Path)
    options = options.parse_args()
    modules = options.tools.resolve() / "node_modules"
    oracle.need_file(modules / "@microsoft" / "jest-sarif")
    program, folder = options.program.resolve(), options.scratch.resolve()
    verdict, codes = oracle.Verdict(), set()
    names = prepare(options.golden, folder) + ["none.yaml"]
    own = [list(document_faults(program, folder, name, codes)) for name in names]
    files = [folder / f"{name}.sarif" for name in names] + [damage(folder)]
    driver = pathlib.Path(__file__).with_name("sarif.mjs")
    told = oracle.run_extractor([oracle.need("node"), driver, modules], files)
    for name, faults, more in zip(names, own, told):
        verdict.report(name, faults + more)
    verdict.report("damaged", [] if told[-1] else ["the schema has nothing against it"])
    verdict.report("moved lines", moved_faults(program, folder))
    verdict.report("exit codes", [] if codes == {0, 1, 3} else [f"only {codes}"])
    verdict.end()


if __name__ == "__main__":
    main()
