#!/usr/bin/env bash
# Gradescope runs this once, when the autograder is uploaded: it finds or
# installs a Python, and the libraries that uv.lock names, by digest.
#
# AUTOGRADER_ROOT: where the folders `source`, `submission` and `results` lie
set -euo pipefail
cd "${AUTOGRADER_ROOT:-/autograder}/source"

# A Python that is new enough and can make an environment.
find_python() {
    local name
    for name in python3.13 python3.12 python3.11 python3; do
        if "$name" -I -c 'import sys, ensurepip, venv
sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2> /dev/null; then
            printf '%s' "$name"
            return
        fi
    done
    return 1
}

if ! python=$(find_python); then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update
    # Which of them there is depends on the system that you have chosen.
    for name in python3.13 python3.12 python3.11; do
        if apt-get install -y --no-install-recommends \
            "$name" "$name-venv"; then
            break
        fi
    done
    python=$(find_python) || {
        echo "setup.sh: this system has no Python from 3.11 to 3.13." \
            "Choose a newer Ubuntu under \"Base image\"." >&2
        exit 1
    }
fi

# The first start makes the environment; here nobody waits for a score.
"$python" grader --version
# With all that grading loads: what fails, fails now and not for a student.
GRADER_NO_BOOTSTRAP=1 .venv/bin/python -I grader schema > /dev/null
# No other user of this machine has to read the checks.
chmod 700 .
