#!/bin/sh
# The programs that the tests read our PDFs with. Installs what is missing where that is allowed;
# where it is not, says what to install and ends with 1.
set -eu

missing=
for pair in pdftotext:poppler-utils pdffonts:poppler-utils pdftoppm:poppler-utils pdfinfo:poppler-utils qpdf:qpdf python3:python3; do
    program=${pair%%:*}
    package=${pair#*:}
    if ! command -v "$program" >/dev/null 2>&1; then
        case " $missing " in
            *" $package "*) ;;
            *) missing="$missing $package" ;;
        esac
    fi
done

if [ -n "$missing" ]; then
    echo "测试工具 tools: 安装$missing"
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
        echo "测试还缺这些软件包，请先安装。 The tests need these packages; install them first:$missing" >&2
        echo "  sudo apt-get install$missing" >&2
        exit 1
    fi
    # The lists may be empty or old: tried as they are, then anew.
    # shellcheck disable=SC2086  # several packages, several words
    DEBIAN_FRONTEND=noninteractive $install install -y -qq --no-install-recommends $missing >/dev/null 2>&1 || {
        $install update -qq
        DEBIAN_FRONTEND=noninteractive $install install -y -qq --no-install-recommends $missing >/dev/null
    }
fi

if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "测试要用 Python 3.11 或更新的。 The tests need Python 3.11 or newer; this is $(python3 --version)" >&2
    exit 1
fi
