//! Files written aside, then renamed: an earlier one stays until the new one is complete, or for good.

use anyhow::Context;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// The permissions with which a file is made that is new: the user's mask takes from them.
const NEW: u32 = 0o666;
/// Those of one that will replace another, which nobody else may have been allowed to read.
const PRIVATE: u32 = 0o600;

/// Writes a file whole or not at all; its folder is made if it is not there. One that is there keeps its owner, its
/// permissions and its other names.
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
    let complete =
        files.iter().map(|(path, bytes)| Complete::of(path, bytes).with_context(|| path.display().to_string()));
    for file in complete.collect::<anyhow::Result<Vec<_>>>()? {
        let named = file.path.display().to_string();
        file.take_its_name().context(named)?;
    }
    Ok(())
}

/// A file that has all its bytes and not yet its name.
struct Complete<'b> {
    file: NamedTempFile,
    path: PathBuf,
    bytes: &'b [u8],
    /// Whether it may stand for what is there.
    replaces: bool,
}

impl<'b> Complete<'b> {
    fn of(path: &Path, bytes: &'b [u8]) -> anyhow::Result<Self> {
        // A link stays; what it leads to is written.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let Ok(earlier) = fs::metadata(&path) else {
            return Ok(Self { file: aside(&path, bytes, NEW)?, path, bytes, replaces: true });
        };
        let file = aside(&path, bytes, PRIVATE)?;
        let replaces = stands_for(&file, &earlier)?;
        Ok(Self { file, path, bytes, replaces })
    }

    fn take_its_name(self) -> anyhow::Result<()> {
        if !self.replaces {
            return over(self.file, &self.path, self.bytes);
        }
        self.file.persist(&self.path).map_err(|error| error.error)?;
        Ok(())
    }
}

/// Gives a file the owner and the permissions of the one that it is to replace. Not every file can be replaced: one
/// with several names would lose them, and only the administrator can give a file away.
#[cfg(unix)]
fn stands_for(file: &NamedTempFile, earlier: &fs::Metadata) -> io::Result<bool> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let new = file.as_file().metadata()?;
    let is_owned = (new.uid(), new.gid()) == (earlier.uid(), earlier.gid());
    if earlier.nlink() > 1 || !is_owned && fchown(file.as_file(), Some(earlier.uid()), Some(earlier.gid())).is_err() {
        return Ok(false);
    }
    // A new owner takes some permissions away, so these come last.
    file.as_file().set_permissions(earlier.permissions())?;
    Ok(true)
}

#[cfg(not(unix))]
fn stands_for(_: &NamedTempFile, _: &fs::Metadata) -> io::Result<bool> {
    Ok(true)
}

/// Writes over a file that cannot be replaced. Should that fail, what it was to hold is kept beside it, and named.
fn over(file: NamedTempFile, path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let opened = fs::File::options().write(true).open(path).with_context(|| path.display().to_string())?;
    let written = (&opened).write_all(bytes).and_then(|()| opened.set_len(bytes.len() as u64));
    if let Err(error) = written {
        let kept = file.keep().map_or_else(|error| error.file.path().to_path_buf(), |(_, kept)| kept);
        let context = format!("{} ({})", path.display(), kept.display());
        return Err(error).context(context);
    }
    Ok(())
}

/// Writes a new file whole or not at all; nothing that is there is ever written over, a link neither.
///
/// # Errors
/// A folder or file that cannot be written, or a name that is taken.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let named = || path.display().to_string();
    let file = aside(path, bytes, NEW).with_context(named)?;
    file.persist_noclobber(path).map_err(|error| error.error).with_context(named)?;
    Ok(())
}

/// A file beside the one that it will be, with all its bytes; the folder is made if it is not there.
fn aside(path: &Path, bytes: &[u8], mode: u32) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    let prefix = format!(".{}.", path.file_name().unwrap_or_default().to_string_lossy());
    builder.prefix(&prefix).suffix(".part");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    #[cfg(not(unix))]
    let _ = mode;
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    Ok(file)
}

/// A path as it is told: without the dot of the working folder.
pub(super) fn shown(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}
