//! Files written aside, then renamed: an earlier one stays until the new one is complete, or for good.

use anyhow::Context;
use std::fs;
use std::io::Write;
use std::path::Path;
use tempfile::NamedTempFile;

/// Writes a file whole or not at all; its folder is made if it is not there.
///
/// # Errors
/// A folder or file that cannot be written; the earlier file is then untouched.
pub(super) fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    write_together(&[(path, bytes)])
}

/// Writes files that belong together: none takes its name before all are complete, then each in its turn.
///
/// # Errors
/// A folder or file that cannot be written; the earlier files are then untouched, unless a rename fails.
pub(super) fn write_together(files: &[(&Path, &[u8])]) -> anyhow::Result<()> {
    let complete = files.iter().map(|(path, bytes)| {
        // A link stays; what it leads to is written.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        Ok((aside(&path, bytes)?, path))
    });
    for (file, path) in complete.collect::<anyhow::Result<Vec<_>>>()? {
        file.persist(&path).map_err(|error| error.error).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

/// Writes a new file whole or not at all; nothing that is there is ever written over, a link neither.
///
/// # Errors
/// A folder or file that cannot be written, or a name that is taken.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let file = aside(path, bytes)?;
    file.persist_noclobber(path).map_err(|error| error.error).with_context(|| path.display().to_string())?;
    Ok(())
}

/// A file beside the one that it will be, with all its bytes; the folder is made if it is not there.
fn aside(path: &Path, bytes: &[u8]) -> anyhow::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let named = || path.display().to_string();
    let mut builder = tempfile::Builder::new();
    let prefix = format!(".{}.", path.file_name().unwrap_or_default().to_string_lossy());
    builder.prefix(&prefix).suffix(".part");
    // A temporary file is private; a finished one has the permissions that any new file gets.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder).with_context(named)?;
    file.write_all(bytes).with_context(named)?;
    Ok(file)
}

/// A path as it is told: without the dot of the working folder.
pub(super) fn shown(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}
