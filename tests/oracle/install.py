# SPDX-License-Identifier: MIT
"""install.py - fetches the judges that Debian does not have, at pinned versions.

Usage: install.py FOLDER
FOLDER/venv from requirements.txt (hashes), FOLDER/node_modules from package-lock.json (hashes) and
FOLDER/java from pom.xml, each by the ordinary client of its registry. Does nothing where FOLDER
already has these versions.
"""
import hashlib
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PINS = ("requirements.txt", "package.json", "package-lock.json", "pom.xml")


def run(folder, *arguments):
    subprocess.run([str(argument) for argument in arguments], cwd=folder, check=True)


def main(folder):
    folder = pathlib.Path(folder).resolve()
    digest = hashlib.sha256(sys.version.encode())
    for pin in PINS:
        digest.update((HERE / pin).read_bytes())
    stamp = folder / "installed"
    if stamp.is_file() and stamp.read_text() == digest.hexdigest():
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for pin in PINS:
        shutil.copy(HERE / pin, folder)
    run(folder, sys.executable, "-m", "venv", "venv")
    run(folder, "venv/bin/pip", "install", "-q", "--disable-pip-version-check", "--no-deps",
        "--require-hashes", "--only-binary", ":all:", "-r", "requirements.txt")
    run(folder, "npm", "ci", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund",
        "--silent")
    run(folder, "mvn", "-q", "-B", "dependency:copy-dependencies",
        f"-DoutputDirectory={folder}/java")
    stamp.write_text(digest.hexdigest())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        main(sys.argv[1])
    except (subprocess.CalledProcessError, OSError) as error:
        sys.exit(f"install.py: {error}")
