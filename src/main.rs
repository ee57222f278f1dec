//! The command `bulletin`: see [`bulletin::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    bulletin::cli::run(std::env::args_os())
}
