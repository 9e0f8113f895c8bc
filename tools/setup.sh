#!/bin/sh
# Makes .venv ready: `sh tools/setup.sh run`, or `dev` for the tools of the tests as well.
# Finds a Python and leaves the work to setup.py. Speaks on standard error only.
set -eu
exec >&2
cd "$(dirname "$0")/.."
level=$1

if [ -x .venv/bin/python ] && .venv/bin/python -I -S tools/setup.py check "$level" 2>/dev/null; then
    exit 0
fi

# Prints nothing for a Python that is too old (or does not start), `complete`, or the name that
# Debian and its children give to the package that is missing.
probe='
import sys
if sys.version_info >= (3, 11):
    try:
        import ensurepip, venv
        print("complete")
    except ImportError:
        print("python%d.%d-venv" % sys.version_info[:2])
'

if [ -n "${PYTHON:-}" ]; then
    set -- "$PYTHON"
else
    set -- python3.13 python3.12 python3.11 python3.14 python3 python
fi
missing=
for candidate in "$@"; do
    answer=$("$candidate" -I -c "$probe" 2>/dev/null </dev/null) || continue
    case $answer in
    complete) exec "$candidate" -I tools/setup.py "$level" </dev/null ;;
    python*) missing=${missing:-$answer} ;;
    esac
done

if [ -n "$missing" ]; then
    echo "Python is here, but it cannot make virtual environments: its package $missing is missing."
    echo "On Debian or Ubuntu, install it (sudo apt install $missing), then run make again."
    echo "To use another Python, name it: make PYTHON=/path/to/python3."
elif [ -n "${PYTHON:-}" ]; then
    echo "PYTHON=$PYTHON does not start, or is older than Python 3.11."
    echo "Name another one (make PYTHON=/path/to/python3), or leave PYTHON out."
else
    echo "No Python 3.11 or later was found. Looked for: $*."
    echo "Install one, or say where it is: make PYTHON=/path/to/python3."
fi
exit 1
