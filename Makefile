# The one door. `make` compiles issue 709; `make test` runs every test. Both fetch what they need,
# say what they do, and may be run again at any time.

CARGO ?= cargo
BULLETIN = target/release/bulletin

.PHONY: all build corpus fonts test test-faces lint guards accept accept-instructions bench bench-growth bench-peers specimen tools clean

all: fonts build
	$(BULLETIN) build issues/709.toml

# The program, optimised.
build:
	@command -v $(CARGO) >/dev/null || { echo "缺少 Rust：没有找到 $(CARGO)。 Rust is missing: $(CARGO) not found." >&2; exit 1; }
	$(CARGO) build --release --locked

# The faces, from Debian's packages, into fonts/ and the user's cache.
fonts:
	@sh fonts/fetch.sh

# All tests: style of the code where the tools for it are there, then every test, then what a build costs.
test: tools fonts test-faces lint
	$(CARGO) test --locked
	target/debug/bulletin check issues/
	@$(MAKE) --no-print-directory guards

# Instructions of the release program against the record in benches/instructions.toml, and peak memory against its bars.
guards: fonts build
	python3 benches/instructions.py
	python3 benches/memory.py

# Faces of other kinds than ours, for the tests, from Debian's packages into tests/faces/.
test-faces:
	@sh fonts/fetch.sh tests/faces/faces.toml

# Newspaper prose for measuring the rules of proofreading, into the user's cache; the tests use it if it is there.
corpus:
	@python3 tests/oracle/corpus.py

# The programs that read what ours wrote: installed where that is allowed, named where it is not.
tools:
	@sh tests/tools.sh

lint:
	@if $(CARGO) fmt --version >/dev/null 2>&1; then echo "$(CARGO) fmt --check"; $(CARGO) fmt --check; \
	else echo "rustfmt 未安装，跳过。 rustfmt is not installed: skipped."; fi
	@if $(CARGO) clippy --version >/dev/null 2>&1; then echo "$(CARGO) clippy"; $(CARGO) clippy --locked --all-targets -- -D warnings; \
	else echo "clippy 未安装，跳过。 clippy is not installed: skipped."; fi

# Rewrites the golden files: read the difference, and look at the pages, before it is committed.
accept:
	BULLETIN_ACCEPT=1 $(CARGO) test --locked

# Writes benches/instructions.toml anew.
accept-instructions: fonts build
	python3 benches/instructions.py --accept

# What each stage costs. `make bench BENCH=breaking` measures those of this name only.
bench: fonts test-faces
	$(CARGO) bench --locked --bench stages -- $(BENCH)

# How cost grows with the pages of an issue and the issues of a run; a quarter of an hour.
bench-growth: fonts build
	python3 benches/growth.py

# The sample sheet: each feature of the setting with its rule.
specimen: fonts build
	$(BULLETIN) build docs/specimen/specimen.toml -o docs/specimen.pdf

# The same issues set by Typst and XeLaTeX where they are installed, and the ratios: benches/peers/README.md.
# RUNS (11) and ROUNDS (5) are the alternating rounds; FULL=1 has XeLaTeX set all fifty issues in each of them.
bench-peers: fonts build
	@$(CARGO) build --release --locked --manifest-path benches/peers/alive/Cargo.toml --target-dir target/alive \
	|| echo "Typst 的编译器未能编译，跳过。 Typst's compiler could not be built: skipped."
	$(CARGO) bench --locked --bench peers -- run $(BULLETIN)

clean:
	rm -rf target build
