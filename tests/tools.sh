#!/bin/sh
# The programs that the tests read our PDFs with. Installs what is missing where that is allowed;
# where it is not, says what to install and ends with 1.
set -eu

missing=
for pair in pdftotext:poppler-utils pdffonts:poppler-utils pdftoppm:poppler-utils pdfinfo:poppler-utils qpdf:qpdf gs:ghostscript xxh128sum:xxhash python3:python3; do
    program=${pair%%:*}
    package=${pair#*:}
    if ! command -v "$program" >/dev/null 2>&1; then
        case " $missing " in
            *" $package "*) ;;
            *) missing="$missing $package" ;;
        esac
    fi
done

# Installs Debian packages where that is allowed; where it is not, says what to install and ends with 1.
apt_install() {
    echo "测试工具 tools: 安装 $*"
    if ! command -v apt-get >/dev/null 2>&1; then
        install=
    elif [ "$(id -u)" = 0 ]; then
        install="apt-get"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        install="sudo apt-get"
    else
        install=
    fi
    if [ -z "$install" ]; then
        echo "测试还缺这些软件包，请先安装。 The tests need these packages; install them first: $*" >&2
        echo "  sudo apt-get install $*" >&2
        exit 1
    fi
    # The lists may be empty or old: tried as they are, then anew.
    DEBIAN_FRONTEND=noninteractive $install install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 || {
        $install update -qq
        DEBIAN_FRONTEND=noninteractive $install install -y -qq --no-install-recommends "$@" >/dev/null
    }
}

if [ -n "$missing" ]; then
    # shellcheck disable=SC2086  # several packages, several words
    apt_install $missing
fi

if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "测试要用 Python 3.11 或更新的。 The tests need Python 3.11 or newer; this is $(python3 --version)" >&2
    exit 1
fi

# What the scripts under tests/oracle read PDFs with, in a Python of its own below target/.
if ! target/python/bin/python -c 'import pikepdf, fontTools, pymupdf' 2>/dev/null; then
    echo "测试工具 tools: pikepdf, fonttools, pymupdf -> target/python"
    mkdir -p target
    rm -rf target/python
    python3 -m venv target/python >/dev/null 2>&1 || {
        rm -rf target/python
        apt_install python3-venv
        python3 -m venv target/python
    }
    target/python/bin/python -m pip install -q --disable-pip-version-check pikepdf fonttools 'pymupdf<1.27'
fi

# valgrind counts the instructions of a build; where it cannot be had, they are not counted.
if ! command -v valgrind >/dev/null 2>&1; then
    (apt_install valgrind) || echo "valgrind 没有装上，跳过。 valgrind could not be installed: skipped."
fi

# pdf.js, where Node is: the tests that read with it say SKIPPED where it is not.
if command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1; then
    if [ ! -e target/node/node_modules/pdfjs-dist/legacy/build/pdf.mjs ]; then
        echo "测试工具 tools: pdfjs-dist -> target/node"
        mkdir -p target/node
        npm install --silent --no-audit --no-fund --no-save --omit=optional --prefix target/node pdfjs-dist@4 >/dev/null ||
            echo "pdf.js 没有装上，跳过。 pdf.js could not be installed: skipped."
    fi
else
    echo "没有 Node，跳过 pdf.js。 Node is not installed: pdf.js is skipped."
fi
