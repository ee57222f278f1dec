#!/bin/sh
# 取来 fonts.toml 所列的字体文件，放进本目录；或取来另一份清单所列的，放在清单旁边。
# Brings the font files that fonts.toml lists into this directory, or those of
# another list into the directory of that list.
#
#   sh fonts/fetch.sh [LIST]
#
# 依次查看：本目录、用户缓存、系统已装的软件包；都没有的，才下载所在的 Debian 软件包。
# 不需要 root 权限，不改动系统。
# Looks in this directory, in the user's cache, among the installed packages,
# and only then downloads the Debian packages that carry what is missing.
# Needs no root rights and changes nothing in the system.
#
# 环境变量 environment:
#   BULLETIN_FONTS_CACHE  缓存目录 cache directory
#                         (默认 default: ${XDG_CACHE_HOME:-$HOME/.cache}/bulletin/fonts)
#   TMPDIR                临时目录 temporary directory (默认 default: /tmp)
#
# 退出码 exit code: 0 齐全 complete; 1 有缺 something is missing;
#                   2 用法或清单有误 bad usage or list; 128+N 被信号 N 中断 signal N.

set -u
umask 022
exec 3>&2 # 处理信号时，2 也许正改向日志 for the traps, when 2 may be the log
LC_ALL=C
export LC_ALL
unset CDPATH

say() { printf '字体 fonts: %s\n' "$*"; }
warn() { printf '字体 fonts: 注意 warning: %s\n' "$*" >&2; }
err() { printf '字体 fonts: 错误 error: %s\n' "$*" >&2; }
more() { printf '    %s\n' "$*" >&2; }
die() { # CODE MESSAGE
    die_code=$1
    shift
    err "$*"
    exit "$die_code"
}
have() { command -v "$1" >/dev/null 2>&1; }

# ---------------------------------------------------------------- 收尾 clean-up

tmp='' job='' ticker='' feeder='' id='' cache=''

stop() { # PID: 结束一个后台进程，并等它结束
    [ -n "$1" ] || return 0
    kill "$1" 2>/dev/null
    wait "$1" 2>/dev/null
}

# shellcheck disable=SC2317,SC2329  # 由 trap 调用 called by trap
cleanup() {
    stop "$ticker"
    stop "$job"
    stop "$feeder"
    if [ -n "$id" ]; then
        rm -f "$dir"/*."$id".part
        [ -z "$cache" ] || rm -f "$cache"/*."$id".part
    fi
    [ -z "$tmp" ] || rm -rf "$tmp"
}

# shellcheck disable=SC2317,SC2329
interrupted() {
    trap '' HUP INT TERM
    [ ! -t 3 ] || printf '\n' >&3
    warn '中断，未取齐的下次再取 interrupted, run it again for the rest' 2>&3
    exit "$1"
}

trap cleanup EXIT
trap 'interrupted 129' HUP
trap 'interrupted 130' INT
trap 'interrupted 143' TERM

# 在后台运行并等待，使信号能立刻得到处理
run() {
    "$@" &
    job=$!
    wait "$job"
    run_rc=$?
    job=''
    return "$run_rc"
}

# ---------------------------------------------------------------- 清单 the list

[ $# -le 1 ] || die 2 "只能写一份清单 takes one list at most: $*"
list=${1:-$(dirname "$0")/fonts.toml}
dir=$(cd "$(dirname "$list")" && pwd) || exit 2
name=${list##*/}
list=$dir/$name

for tool in awk sha256sum mktemp; do
    have "$tool" || die 1 "本机没有 this machine has no $tool"
done
[ -r "$list" ] || die 2 "读不到 cannot read $list"

# 每个文件一行 one line a file: file package path sum[,sum...]
table=$(awk -v listname="$name" '
    function bad(why) {
        printf "%s:%d: %s\n", listname, NR, why > "/dev/stderr"
        failed = 1
        exit 1
    }
    function flush(   k) {
        if (!inface) return
        for (k = 1; k <= 4; k++)
            if (v[key[k]] == "") bad("缺少 missing \"" key[k] "\" (上一个 face / the face above)")
        if (v["file"] !~ /^[A-Za-z0-9][A-Za-z0-9._+-]*$/) bad("不是文件名 not a file name: " v["file"])
        if (v["package"] !~ /^[a-z0-9][a-z0-9+.-]*$/) bad("不是包名 not a package name: " v["package"])
        if (v["path"] ~ /^\/|[^A-Za-z0-9._+~,:@\/-]|(^|\/)\.\.(\/|$)/) bad("路径有误 bad path: " v["path"])
        whole = v["package"] " " v["path"] " " v["sha256"]
        if (v["file"] in seen) {
            if (seen[v["file"]] != whole) bad("同一文件，两处所写不同 two faces disagree about " v["file"])
        } else {
            seen[v["file"]] = whole
            print v["file"], whole
        }
        inface = 0
    }
    BEGIN { split("file package path sha256", key, " ") }
    { sub(/\r$/, "") }
    /^[ \t]*\[\[face\]\][ \t]*$/ {
        flush()
        for (k = 1; k <= 4; k++) v[key[k]] = ""
        inface = 1
        next
    }
    /^[ \t]*\[/ { flush(); next }
    inface && /^[ \t]*(file|package|path|sha256)[ \t]*=/ {
        name = $0
        sub(/^[ \t]*/, "", name)
        sub(/[ \t]*=.*$/, "", name)
        rest = $0
        sub(/^[^=]*=[ \t]*/, "", rest)
        if (name != "sha256") {
            if (split(rest, part, "\"") < 3 || part[1] != "") bad("应为字符串 not a string: " name)
            v[name] = part[2]
            next
        }
        if (rest !~ /^\[.*\]/) bad("应为一行内的数组 not an array in one line: " name)
        n = split(rest, part, "\"")
        sums = ""
        for (i = 2; i <= n; i += 2) {
            sum = tolower(part[i])
            if (length(sum) != 64 || sum ~ /[^0-9a-f]/) bad("不是 SHA-256 not a SHA-256: " part[i])
            sums = sums (sums == "" ? "" : ",") sum
        }
        v[name] = sums
    }
    END { if (!failed) flush(); if (failed) exit 1 }
' "$list") || die 2 "清单有误 $list is not right"
[ -n "$table" ] || die 2 "清单里没有字体 no face in $list"

total=$(printf '%s\n' "$table" | awk 'END { print NR }')

# 取某文件的一栏 one column of a file's line
column() { printf '%s\n' "$table" | awk -v f="$1" -v n="$2" '$1 == f { print $n; exit }'; }

sum_of() { sha256sum <"$1" 2>/dev/null | awk '{ print $1 }'; }

# known FILE PATH: PATH 的内容是不是 FILE 的已知版本；$found 是所得的校验和
known() {
    found=''
    [ -f "$2" ] && [ -r "$2" ] || return 1
    found=$(sum_of "$2")
    [ -n "$found" ] || return 1
    case ",$(column "$1" 4)," in
    *",$found,"*) return 0 ;;
    esac
    return 1
}

# ------------------------------------------------- 本目录已有的 what is here already

need=''
for file in $(printf '%s\n' "$table" | awk '{ print $1 }'); do
    known "$file" "$dir/$file" && continue
    if [ -d "$dir/$file" ]; then
        die 1 "$dir/$file 是目录，请移开 is a directory, please move it away"
    elif [ -n "$found" ]; then
        warn "$file 与清单不符，将换成清单所列的，原件留作 .orig"
        more "$file does not match $name; it will be replaced and kept as .orig"
    elif [ -e "$dir/$file" ]; then
        warn "$file 读不了，将重新取来 cannot be read, will be fetched again"
    fi
    need="$need $file"
done
if [ -z "$need" ]; then
    say "$total 个文件齐全，校验无误 all $total files are here, sums are right"
    exit 0
fi

# ---------------------------------------------------------------- 缓存 the cache

if [ -n "${BULLETIN_FONTS_CACHE:-}" ]; then
    cache=$BULLETIN_FONTS_CACHE
    case $cache in
    /*) ;;
    *) cache=$(pwd)/$cache ;;
    esac
else
    case ${XDG_CACHE_HOME:-} in
    /*) cache=$XDG_CACHE_HOME/bulletin/fonts ;;
    *) # 未设，或是相对路径（按规范不予理会）
        if [ -z "${HOME:-}" ]; then
            err '未设 HOME，不知缓存放在哪里；请设 HOME 或 BULLETIN_FONTS_CACHE'
            more 'HOME is not set, so there is no place for the cache; set HOME or BULLETIN_FONTS_CACHE'
            exit 1
        fi
        cache=$HOME/.cache/bulletin/fonts
        ;;
    esac
fi
[ $# -eq 0 ] || cache=$cache/${dir##*/} # 另一份清单的另放 those of another list stand apart
[ -w "$dir" ] || die 1 "不能写入 cannot write to $dir"

tmp=$(mktemp -d "${TMPDIR:-/tmp}/bulletin-fonts.XXXXXX") ||
    die 1 "不能建立临时目录 cannot make a temporary directory in ${TMPDIR:-/tmp}"
tmp=$(cd "$tmp" && pwd) || exit 1
id=${tmp##*.}
log=$tmp/log
: >"$log"

cache_ok=yes
if ! mkdir -p "$cache" 2>"$log" || ! [ -w "$cache" ]; then
    warn "不能写入缓存，这次不用 cannot write to the cache, going on without: $cache"
    cache_ok=no
fi

# 剩余空间不足 1 MiB，或日志里这样说
disk_full() { # DIR
    grep -qi 'no space left\|enough free space\|quota exceeded' "$log" && return 0
    df -Pk "$1" 2>/dev/null | awk 'NR == 2 { free = $4 + 0; seen = 1 } END { exit !(seen && free < 1024) }'
}

write_failed() { # DIR WHAT
    if disk_full "$1"; then
        err "磁盘已满 disk full: $1 ($2)"
        going=no
    else
        err "写入失败 cannot write: $1 ($2)"
    fi
    sed 's/^/    | /' "$log" | tail -n 3 >&2
}

# 把不相符的原件移到 .orig；已有的 .orig 不覆盖
keep_original() { # FILE
    [ -e "$dir/$1" ] || [ -L "$dir/$1" ] || return 0
    orig=$dir/$1.orig
    n=1
    while [ -e "$orig" ] || [ -L "$orig" ]; do
        cmp -s "$dir/$1" "$orig" && return 0
        n=$((n + 1))
        orig=$dir/$1.$n.orig
    done
    mv "$dir/$1" "$orig" 2>"$log" || return 1
    say "原件留作 kept the former file as ${orig##*/}"
}

# 写在旁边，写全了再改名 written aside, then renamed
place() { # SOURCE DIR FILE
    part=$2/$3.$id.part
    if run cp "$1" "$part" 2>"$log" && chmod 644 "$part" 2>"$log" && known "$3" "$part"; then
        # 另一个同时运行的也许已经放好了 another run may have put it there meanwhile
        if known "$3" "$2/$3"; then
            rm -f "$part"
            return 0
        fi
        if { [ "$2" != "$dir" ] || keep_original "$3"; } && mv -f "$part" "$2/$3" 2>"$log"; then
            return 0
        fi
    fi
    rm -f "$part"
    return 1
}

install_font() { # SOURCE FILE WHENCE
    if ! place "$1" "$dir" "$2"; then
        write_failed "$dir" "$2"
        return 1
    fi
    if [ "$cache_ok" = yes ] && [ "$3" != cache ] && ! place "$1" "$cache" "$2"; then
        warn "不能存入缓存 cannot keep in the cache: $cache/$2"
        sed 's/^/    | /' "$log" | tail -n 2 >&2
        cache_ok=no
    fi
    return 0
}

going=yes # 断网、磁盘满之后就不再下载 no further once the network or the disk has failed
failed='' left=''
for file in $need; do
    if known "$file" "$cache/$file"; then
        if install_font "$cache/$file" "$file" cache; then
            say "取自缓存 from the cache: $file"
        else
            failed="$failed $file"
        fi
        continue
    fi
    path=/$(column "$file" 3)
    if known "$file" "$path"; then
        if install_font "$path" "$file" system; then
            say "取自已装的软件包 from an installed package: $file"
        else
            failed="$failed $file"
        fi
        continue
    fi
    left="$left $file"
done

# ---------------------------------------------------------------- 下载 the download

finish() {
    if [ -z "$failed" ]; then
        say "完成，$total 个文件齐全 done, all $total files are here"
        exit 0
    fi
    err "未能取齐，缺 not complete, missing:$failed"
    exit 1
}
[ -n "$left" ] || finish
if [ "$going" = no ]; then
    failed="$failed$left"
    finish
fi

lack=''
for tool in apt-get dpkg-deb tar; do
    have "$tool" || lack="$lack $tool"
done
if [ -n "$lack" ]; then
    err "本机没有 this machine has no:$lack"
    more "下载须用 Debian 或其衍生系统。也可在别的机器上取来下列文件，放进 $cache 或 $dir 后再运行："
    more "Downloading needs Debian or a system derived from it. Or bring these files from"
    more "elsewhere, put them into one of the directories above, and run this again:"
    for file in $left; do
        more "  $file  ($(column "$file" 2): $(column "$file" 3))"
    done
    failed="$failed$left"
    finish
fi

private=no tried=no

apt_run() { # ARGS...
    if [ "$private" = yes ]; then
        set -- -o Dir::State::Lists="$tmp/lists" -o Dir::Cache="$tmp/cache" "$@"
    fi
    run apt-get -q -o APT::Sandbox::User=root -o Acquire::Retries=2 "$@"
}

# 系统的软件包目录是空的或旧的：在临时目录里另备一份，来源仍用系统所设的
# The system's lists are empty or old: a private copy, from the system's sources
private_lists() {
    [ "$tried" = no ] || return 1
    tried=yes
    say '更新软件包目录（临时的一份，不动系统）refreshing the package lists (a private copy) ...'
    mkdir -p "$tmp/lists/partial" "$tmp/cache/archives/partial" 2>"$log" || return 1
    private=yes
    apt_run -o Acquire::Languages=none \
        -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false \
        -o Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false \
        -o Acquire::IndexTargets::deb-src::Sources::DefaultEnabled=false \
        update >"$log" 2>&1
    # 失败时它也可能返回 0，故看目录是否真的到手 it may return 0 on failure
    for index in "$tmp"/lists/*Packages*; do
        [ -e "$index" ] && return 0
    done
    private=no
    return 1
}

offline() {
    grep -qi 'resolv\|could not connect\|unable to connect\|cannot initiate the connection\|network is unreachable\|no route to host\|timed out\|connection refused\|connection failed\|name resolution' "$log"
}

show_log() { grep '^[EW]:' "$log" | tail -n 4 | sed 's/^/    | /' >&2; }

tmp_full() {
    err "磁盘已满 disk full: ${TMPDIR:-/tmp} (可用 TMPDIR 另指一处 set TMPDIR to another place)"
    going=no
}

explain() { # PACKAGE
    if disk_full "$tmp"; then
        tmp_full
    elif offline; then
        err "连不上网络，不能下载 no network, cannot download: $1"
        going=no
    elif grep -qi 'unable to locate package\|no packages found\|has no installation candidate\|can.t find a source' "$log"; then
        err "软件源里没有这个包 no such package in this system's sources: $1"
        more '请看系统的软件源是否齐全（Debian 的 main，Ubuntu 的 universe）'
        more "see whether the system's sources are complete (main in Debian, universe in Ubuntu)"
    else
        err "下载失败 download failed: $1"
    fi
    show_log
}

# 终端上显示已下载多少 shows how much has come, on a terminal
tick() { # MIB
    while sleep 1; do
        printf '\r    %s / %s MiB ' "$(du -sk "$tmp/deb" 2>/dev/null | awk '{ print int($1 / 1024) }')" "$1" >&2
    done
}

download() { # PACKAGE: 成功则 $deb 是所得的文件
    cd "$tmp/deb" || return 1
    bytes=$(apt_run -q --print-uris download "$1" 2>"$log" | awk '/^\047/ { print $3; exit }')
    case $bytes in
    '' | *[!0-9]*) return 1 ;;
    esac
    mib=$(((bytes + 524288) / 1048576))
    say "下载 downloading $1 ($mib MiB) ..."
    if [ -t 2 ]; then
        tick "$mib" &
        ticker=$!
    fi
    apt_run download "$1" >"$log" 2>&1
    download_rc=$?
    if [ -n "$ticker" ]; then
        stop "$ticker"
        ticker=''
        printf '\r                              \r' >&2
    fi
    [ "$download_rc" -eq 0 ] || return 1
    for deb in "$tmp"/deb/*.deb; do
        [ -f "$deb" ] && return 0
    done
    return 1
}

# 经命名管道，使中断能停住两头 through a fifo, so that a signal stops both ends
untar() { # DEB TAR-ARGS...
    fifo=$tmp/fifo
    [ -p "$fifo" ] || mkfifo "$fifo" || return 1
    dpkg-deb --fsys-tarfile "$1" >"$fifo" 2>>"$log" &
    feeder=$!
    shift
    run tar -f "$fifo" "$@" 2>>"$log"
    untar_rc=$?
    if [ "$untar_rc" -eq 0 ]; then wait "$feeder"; else stop "$feeder"; fi
    feeder=''
    return "$untar_rc"
}

# 所求的路径上没有：在包里找同名的文件 the same name elsewhere in the package
search() { # FILENAME
    [ -s "$tmp/listing" ] || untar "$deb" -t >"$tmp/listing"
    awk -v n="/$1" 'substr($0, length($0) - length(n) + 1) == n' "$tmp/listing"
}

ending() { # ENDING: 包里以此结尾的各个文件
    awk -v e=".$1" 'substr($0, length($0) - length(e) + 1) == e' "$tmp/listing"
}

regular() { [ -f "$1" ] && ! [ -L "$1" ]; }

one_package() { # PACKAGE FILE...
    package=$1
    shift
    rm -rf "$tmp/deb" "$tmp/x" "$tmp/listing"
    if [ "$going" = no ]; then
        failed="$failed $*"
        return
    fi
    if ! mkdir "$tmp/deb" "$tmp/x" 2>"$log"; then
        write_failed "$tmp" "$package"
        failed="$failed $*"
        return
    fi
    if ! download "$package"; then
        # 不是磁盘满，就换一份新的目录再试一次
        if disk_full "$tmp" || ! private_lists || ! download "$package"; then
            explain "$package"
            failed="$failed $*"
            return
        fi
    fi

    say "解包 unpacking $package ..."
    : >"$log"
    paths=''
    for file; do
        paths="$paths ./$(column "$file" 3)"
    done
    # shellcheck disable=SC2086  # 路径里没有空白 no blanks in the paths
    if ! untar "$deb" -C "$tmp/x" -x $paths; then
        if disk_full "$tmp"; then
            tmp_full
            failed="$failed $*"
            return
        fi
        untar "$deb" -t >"$tmp/listing" # 也许只是路径不同 maybe only a path differs
        if ! [ -s "$tmp/listing" ]; then
            err "不能解包 cannot unpack: $package"
            sed 's/^/    | /' "$log" | tail -n 3 >&2
            failed="$failed $*"
            return
        fi
    fi

    for file; do
        path=$(column "$file" 3)
        source=$tmp/x/$path
        if ! regular "$source"; then
            source=''
            # 也许连文件名也改了，只认校验和 or even the name has changed: the sum tells
            { search "${path##*/}" && ending "${path##*.}"; } >"$tmp/others"
            while IFS= read -r other; do
                untar "$deb" -C "$tmp/x" -x "$other"
                regular "$tmp/x/$other" || continue
                source=$tmp/x/$other
                say "包内路径有变 moved within $package: ${other#./}"
                known "$file" "$source" && break
            done <"$tmp/others"
        fi
        if [ -z "$source" ]; then
            err "$package 里没有这个文件 has no such file: $path"
            more "包的版本 version of the package: $(dpkg-deb -f "$deb" Version 2>/dev/null)"
            failed="$failed $file"
        elif ! known "$file" "$source"; then
            err "校验和不在清单里，不予采用 unknown sum, not installed: $file"
            more "得到 found:    $found  ($package $(dpkg-deb -f "$deb" Version 2>/dev/null))"
            for sum in $(column "$file" 4 | tr ',' ' '); do
                more "清单 expected: $sum"
            done
            more "多半是另一发行版带了另一个版本。核对无误后，可把所得的校验和添入 $name 的 sha256。"
            more "Likely another release with another version of the font. After checking it,"
            more "you may add the sum found to sha256 in $name."
            failed="$failed $file"
        elif install_font "$source" "$file" package; then
            say "  已取得 got $file"
        else
            failed="$failed $file"
        fi
    done
}

# shellcheck disable=SC2086
for package in $(for file in $left; do column "$file" 2; done | awk '!seen[$0]++'); do
    files=''
    for file in $left; do
        [ "$(column "$file" 2)" != "$package" ] || files="$files $file"
    done
    one_package "$package" $files
done
finish
