//! Which publication an issue belongs to: the nearest `bulletin.toml` upward, as Cargo finds its manifest.

use anyhow::Context;
use std::path::{Path, PathBuf};

/// The name of a publication's file.
pub const PUBLICATION_FILE: &str = "bulletin.toml";

/// The nearest publication file in the issue's folder or above it.
///
/// # Errors
/// A working directory that cannot be found.
pub fn find_publication(issue: &Path) -> anyhow::Result<Option<PathBuf>> {
    let near = issue.with_file_name(PUBLICATION_FILE);
    if near.is_file() {
        return Ok(Some(near));
    }
    let absolute = std::path::absolute(issue).with_context(|| format!("{}", issue.display()))?;
    Ok(absolute.ancestors().skip(2).map(|folder| folder.join(PUBLICATION_FILE)).find(|file| file.is_file()))
}
