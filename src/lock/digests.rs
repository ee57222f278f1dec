//! Digests of files, kept in the user's cache so that faces of 5 to 26 MB are not hashed for each build.
//!
//! A digest is trusted while the file is, by all that the system tells, the one that was hashed: its path, size,
//! times of content and of entry, device and inode. A file that changed less than two seconds before it was hashed
//! is not remembered: it may have changed again within the same tick of its time. What time it is is asked of the
//! cache's own file system, so that no clock has to agree with another. A cache that is not as we write it is no cache.

use super::digest::{Digest, Hash};
use crate::fonts::{FontFiles, user_cache};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File, Metadata};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tempfile::NamedTempFile;

/// The first line: another form of the cache has another number.
const HEAD: &str = "bulletin digests 3";

/// So long a file must have been left alone when it is hashed: file systems tell times in steps of up to two seconds.
const STILL: Duration = Duration::from_secs(2);

/// Which digests are believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// Those of files that are as they were when they were hashed.
    Remembered,
    /// None: every file is hashed, a face once in a run.
    Nothing,
}

/// What the system tells of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Stamp {
    size: u64,
    /// When its bytes were changed, in nanoseconds since 1970.
    modified: u128,
    /// When its entry was changed, which no program can set; 0 where the system does not tell.
    changed: i128,
    device: u64,
    inode: u64,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Option<Self> {
        let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
        #[cfg(unix)]
        let (changed, device, inode) = {
            use std::os::unix::fs::MetadataExt;
            let changed = i128::from(metadata.ctime()) * 1_000_000_000 + i128::from(metadata.ctime_nsec());
            (changed, metadata.dev(), metadata.ino())
        };
        #[cfg(not(unix))]
        let (changed, device, inode) = (0, 0, 0);
        Some(Self { size: metadata.len(), modified, changed, device, inode })
    }

    /// Whether the file had been left alone for some time at this moment.
    fn is_still_at(self, moment: SystemTime) -> bool {
        let latest = moment.checked_sub(STILL).and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        latest.is_some_and(|latest| {
            self.modified <= latest.as_nanos() && i128::try_from(latest.as_nanos()).is_ok_and(|at| self.changed <= at)
        })
    }
}

/// The digests by the real path of the file and how they were taken.
type Known = BTreeMap<(PathBuf, Hash), (Stamp, Digest)>;

/// The size of a file and its digest.
type Hashed = (u64, Digest);

/// Digests of the files of a run.
pub struct Digests {
    trust: Trust,
    /// Where they are remembered, if anywhere.
    cache: Option<PathBuf>,
    state: Mutex<State>,
    /// A file beside the cache, made when something is first hashed, and the time that it got.
    start: OnceLock<Option<(NamedTempFile, SystemTime)>>,
}

#[derive(Default)]
struct State {
    /// What the cache held, and what was added.
    known: Known,
    /// The faces of this run, which stays with the bytes that it has mapped. Whoever comes second waits.
    faces: BTreeMap<PathBuf, Arc<Mutex<Option<Hashed>>>>,
    is_changed: bool,
}

impl Digests {
    /// Digests over the user's cache: `digests.index` in the folder of [`user_cache`].
    #[must_use]
    pub fn of_this_machine(trust: Trust) -> Self {
        Self::open(user_cache().map(|folder| folder.join("digests.index")), trust)
    }

    /// Digests over a cache of this path.
    #[must_use]
    pub fn open(cache: Option<PathBuf>, trust: Trust) -> Self {
        let text = cache.as_ref().and_then(|path| fs::read_to_string(path).ok());
        let known = text.and_then(|text| parse(&text)).unwrap_or_default();
        let state = Mutex::new(State { known, ..State::default() });
        Self { trust, cache, state, start: OnceLock::new() }
    }

    /// The size and XXH3 digest of a face's file.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn of_face(&self, path: &Path, fonts: &FontFiles) -> anyhow::Result<(u64, Digest)> {
        let known = Arc::clone(self.state().faces.entry(path.to_path_buf()).or_default());
        let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = *known {
            return Ok(known);
        }
        let found = self.of_stamped(path, Hash::Xxh128, fonts.metadata(path)?, || hash_face(path, fonts))?;
        Ok(*known.insert(found))
    }

    /// The size and SHA-256 digest of a file.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn of_file(&self, path: &Path) -> io::Result<(u64, Digest)> {
        let hash = || fs::read(path).map(|bytes| Digest::of(&bytes));
        self.of_stamped(path, Hash::Sha256, &fs::metadata(path)?, hash)
    }

    /// The digest of a file of which the system told this before it was read.
    fn of_stamped<E: From<io::Error>>(
        &self,
        path: &Path,
        kind: Hash,
        metadata: &Metadata,
        hash: impl FnOnce() -> Result<Digest, E>,
    ) -> Result<(u64, Digest), E> {
        let (Some(stamp), Ok(real)) = (Stamp::of(metadata), fs::canonicalize(path)) else {
            return Ok((metadata.len(), hash()?));
        };
        let key = (real, kind);
        if let Some(digest) = self.remembered(&key, stamp) {
            return Ok((stamp.size, digest));
        }
        let moment = self.moment();
        let digest = hash()?;
        if moment.is_some_and(|moment| stamp.is_still_at(moment)) {
            let mut state = self.state();
            state.known.insert(key, (stamp, digest));
            state.is_changed = true;
        }
        Ok((stamp.size, digest))
    }

    fn remembered(&self, key: &(PathBuf, Hash), stamp: Stamp) -> Option<Digest> {
        let state = self.state();
        let found = state.known.get(key).filter(|_| self.trust == Trust::Remembered);
        found.filter(|(known, _)| *known == stamp).map(|(_, digest)| *digest)
    }

    /// A moment before anything was hashed in this run; none if there is no place for a cache.
    fn moment(&self) -> Option<SystemTime> {
        let start = || {
            let folder = self.cache.as_ref()?.parent()?;
            fs::create_dir_all(folder).ok()?;
            let mut builder = tempfile::Builder::new();
            builder.prefix(".digests.").suffix(".part");
            // A temporary file is private; a cache may be shared.
            #[cfg(unix)]
            builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
            let file = builder.tempfile_in(folder).ok()?;
            let time = file.as_file().metadata().and_then(|metadata| metadata.modified()).ok()?;
            Some((file, time))
        };
        self.start.get_or_init(start).as_ref().map(|(_, time)| *time)
    }

    /// A thread that panicked left whole entries.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What was hashed is remembered when the run ends. A cache that cannot be written is done without.
impl Drop for Digests {
    fn drop(&mut self) {
        let state = self.state.get_mut().unwrap_or_else(PoisonError::into_inner);
        let (Some(cache), Some(Some((mut file, _)))) = (&self.cache, self.start.take()) else { return };
        if state.is_changed {
            // Files that are gone are forgotten, so that the cache does not grow for ever.
            state.known.retain(|(path, _), _| path.exists());
            let written = file.write_all(print(&state.known).as_bytes());
            drop(written.and_then(|()| file.persist(cache).map_err(|error| error.error)));
        }
    }
}

/// The digest of a face. Its file is read through, since what is mapped as a whole and looked at stays in memory; if another
/// file has its path by now, it is the mapped one that is meant.
fn hash_face(path: &Path, fonts: &FontFiles) -> anyhow::Result<Digest> {
    let file = File::open(path)?;
    let (here, mapped) = (Stamp::of(&file.metadata()?), Stamp::of(fonts.metadata(path)?));
    if here.is_some() && here == mapped {
        return Ok(Digest::xxh128_of(file)?);
    }
    Ok(Digest::xxh128(fonts.bytes(path)?))
}

/// A line a file, its parts set off by tabs, and a last line that tells a whole cache from one cut short.
fn print(known: &Known) -> String {
    let mut text = format!("{HEAD}\n");
    for ((path, _), (stamp, digest)) in known {
        // A path that is no text is hashed each time.
        let Some(path) = path.to_str().filter(|path| !path.contains(char::is_control)) else { continue };
        let Stamp { size, modified, changed, device, inode } = stamp;
        let _ = writeln!(text, "{digest}\t{size}\t{modified}\t{changed}\t{device}\t{inode}\t{path}");
    }
    text.push_str("end\n");
    text
}

fn parse(text: &str) -> Option<Known> {
    let body = text.strip_prefix(HEAD)?.strip_prefix('\n')?.strip_suffix("end\n")?;
    body.lines().map(entry).collect()
}

fn entry(line: &str) -> Option<((PathBuf, Hash), (Stamp, Digest))> {
    let mut parts = line.splitn(7, '\t');
    let digest = Digest::parse(parts.next()?)?;
    let stamp = Stamp {
        size: parts.next()?.parse().ok()?,
        modified: parts.next()?.parse().ok()?,
        changed: parts.next()?.parse().ok()?,
        device: parts.next()?.parse().ok()?,
        inode: parts.next()?.parse().ok()?,
    };
    Some(((PathBuf::from(parts.next()?), digest.hash()), (stamp, digest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Known {
        let stamp = Stamp { size: 3, modified: 1_700_000_000_123_456_789, changed: -1, device: 2, inode: 9 };
        let digests = [("/f/甲 乙.ttc", Digest::xxh128(b"1")), ("/g", Digest::of(b"2"))];
        digests.iter().map(|(path, digest)| ((PathBuf::from(path), digest.hash()), (stamp, *digest))).collect()
    }

    #[test]
    fn digests_come_back_as_they_were_written() {
        assert_eq!(parse(&print(&sample())), Some(sample()));
        let text = print(&sample());
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            assert_eq!(parse(&text[..end]), None, "{end}");
        }
    }

    #[test]
    fn digests_of_files_just_changed_are_not_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let (file, cache) = (folder.path().join("f"), folder.path().join("cache/digests.index"));
        fs::write(&file, "1").unwrap();
        let hashed = Digests::open(Some(cache.clone()), Trust::Remembered).of_file(&file).unwrap();
        assert_eq!(hashed, (1, Digest::of(b"1")));
        assert!(!cache.exists() && fs::read_dir(cache.parent().unwrap()).unwrap().next().is_none());
    }

    /// A stamp tells whether the file had been left alone.
    #[test]
    fn digests_know_when_a_file_was_left_alone() {
        let at = |seconds: u64| UNIX_EPOCH + Duration::from_secs(seconds);
        let nanos = |seconds: u64| u128::from(seconds) * 1_000_000_000;
        let stamp = |modified: u64, changed: u64| Stamp {
            size: 1,
            modified: nanos(modified),
            changed: nanos(changed) as i128,
            device: 0,
            inode: 0,
        };
        assert!(stamp(10, 10).is_still_at(at(12)));
        assert!(!stamp(11, 10).is_still_at(at(12)));
        assert!(!stamp(10, 11).is_still_at(at(12)));
        assert!(!stamp(20, 20).is_still_at(at(12)), "a time to come");
    }

    /// What the cache says is believed of a file that is as it was, of no other, and never if nothing is.
    #[test]
    fn digests_are_believed_while_the_file_is_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let (file, cache) = (folder.path().join("f"), folder.path().join("digests.index"));
        fs::write(&file, "1").unwrap();
        let stamp = Stamp::of(&fs::metadata(&file).unwrap()).unwrap();
        let false_digest = Digest::of(b"remembered");
        let known = Known::from([((fs::canonicalize(&file).unwrap(), Hash::Sha256), (stamp, false_digest))]);
        fs::write(&cache, print(&known)).unwrap();
        let digest = |trust| Digests::open(Some(cache.clone()), trust).of_file(&file).unwrap().1;
        assert_eq!(digest(Trust::Remembered), false_digest);
        assert_eq!(digest(Trust::Nothing), Digest::of(b"1"));
        fs::write(&file, "2").unwrap();
        assert_eq!(digest(Trust::Remembered), Digest::of(b"2"));
        fs::write(&cache, "bulletin digests 3\nnonsense\nend\n").unwrap();
        assert_eq!(digest(Trust::Remembered), Digest::of(b"2"));
    }
}
