//! (being made)
#[path = "peers/latex.rs"]
mod latex;
#[path = "peers/plain.rs"]
mod plain;
#[path = "peers/typst.rs"]
mod typst;

use anyhow::Result;
use std::path::PathBuf;

fn main() -> Result<()> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let out = &arguments[0];
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join(typst::TEMPLATE.0), typst::TEMPLATE.1)?;
    std::fs::write(out.join(latex::TEMPLATE.0), latex::TEMPLATE.1)?;
    for path in &arguments[1..] {
        let issue = plain::load(path)?;
        let at = out.join(path.file_name().unwrap_or_default());
        std::fs::write(at.with_extension("typ"), typst::source(&issue))?;
        std::fs::write(at.with_extension("tex"), latex::source(&issue))?;
    }
    Ok(())
}
