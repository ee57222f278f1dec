//! What tells that something in a folder was changed: the system, or, where that cannot, a look each second.
//!
//! Folders are watched and not files, so that a file may be written anew, renamed over, or taken away and come back.

use super::building::Eye;
use super::terminal::Terminal;
use super::watched::{Change, ChangeKind};
use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread;
use std::time::{Duration, SystemTime};

/// So often folders are looked through where the system does not tell.
const INTERVAL: Duration = Duration::from_secs(1);

/// What is told to who waits.
#[derive(Debug)]
pub(super) enum Signal {
    /// Something was changed.
    Changes(Vec<Change>),
    /// More was changed than the system could tell.
    Lost,
    /// The run is interrupted.
    Interrupted,
}

/// Watches folders.
pub(super) struct Watcher {
    way: Way,
    /// The folders that are watched, by their real paths.
    folders: BTreeSet<PathBuf>,
    sender: Sender<Signal>,
}

enum Way {
    Told(RecommendedWatcher),
    Looking(Arc<Mutex<Seen>>),
}

impl Watcher {
    /// Watches nothing yet. Where the system cannot tell of changes, that is said, and it is looked for them.
    pub(super) fn new(eye: Eye, sender: Sender<Signal>, terminal: &Terminal<'_>) -> Self {
        let way = match eye {
            Eye::Looking => looking(&sender),
            Eye::Told => told(&sender).map_or_else(
                |error| {
                    say_looking(&error, terminal);
                    looking(&sender)
                },
                Way::Told,
            ),
        };
        Self { way, folders: BTreeSet::new(), sender }
    }

    /// Watches these folders too: each as it lies now, and the one in which it lies, to be told when it is replaced. Of one
    /// that is not there the nearest above it is watched. Whether there were others than before.
    pub(super) fn add<'p>(&mut self, folders: impl IntoIterator<Item = &'p Path>, terminal: &Terminal<'_>) -> bool {
        let new: Vec<_> = real(folders).difference(&self.folders).cloned().collect();
        for folder in &new {
            if let Err(error) = self.way.watch(folder) {
                say_looking(&error, terminal);
                self.way = looking(&self.sender);
                for folder in self.folders.iter().chain(&new) {
                    let _ = self.way.watch(folder);
                }
                break;
            }
        }
        let is_more = !new.is_empty();
        self.folders.extend(new);
        is_more
    }

    /// Watches these folders only.
    pub(super) fn keep<'p>(&mut self, folders: impl IntoIterator<Item = &'p Path>, terminal: &Terminal<'_>) {
        let wanted = real(folders);
        let idle: Vec<_> = self.folders.difference(&wanted).cloned().collect();
        for folder in idle {
            self.way.leave(&folder);
            self.folders.remove(&folder);
        }
        self.add(wanted.iter().map(PathBuf::as_path), terminal);
    }

    /// Watches the same folders anew: at their paths may be others now.
    pub(super) fn begin_anew(&mut self, terminal: &Terminal<'_>) {
        let eye = match self.way {
            Way::Told(_) => Eye::Told,
            Way::Looking(_) => Eye::Looking,
        };
        let folders = std::mem::take(&mut self.folders);
        *self = Self::new(eye, self.sender.clone(), terminal);
        self.add(folders.iter().map(PathBuf::as_path), terminal);
    }
}

/// The real folders to watch for these: a folder by two names is one to the system.
fn real<'p>(folders: impl IntoIterator<Item = &'p Path>) -> BTreeSet<PathBuf> {
    let wanted: BTreeSet<&Path> = folders.into_iter().collect();
    let mut real = BTreeSet::new();
    for folder in wanted {
        real.extend(folder.ancestors().skip(1).find_map(|above| fs::canonicalize(above).ok()));
        if let Ok(folder) = fs::canonicalize(folder) {
            real.extend(folder.parent().map(Path::to_path_buf));
            real.insert(folder);
        }
    }
    real
}

/// Says that the system cannot tell of changes.
fn say_looking(error: &notify::Error, terminal: &Terminal<'_>) {
    let reason = match &error.kind {
        notify::ErrorKind::MaxFilesWatch => terminal.messages.text("cli-watch-limit"),
        notify::ErrorKind::Io(error) => terminal.reason_of(error),
        _ => error.to_string(),
    };
    let arguments = [("reason", reason.into()), ("seconds", INTERVAL.as_secs().to_string().into())];
    terminal.complain_message("cli-watch-looking", &arguments);
}

impl Way {
    fn watch(&mut self, folder: &Path) -> notify::Result<()> {
        match self {
            Self::Told(watcher) => match watcher.watch(folder, RecursiveMode::NonRecursive) {
                // It went away a moment ago, which the folder above it tells.
                Err(_) if !folder.exists() => Ok(()),
                watched => watched,
            },
            Self::Looking(seen) => {
                lock(seen).entry(folder.to_path_buf()).or_insert_with(|| entries(folder));
                Ok(())
            }
        }
    }

    fn leave(&mut self, folder: &Path) {
        match self {
            // One that is gone is watched no more.
            Self::Told(watcher) => drop(watcher.unwatch(folder)),
            Self::Looking(seen) => drop(lock(seen).remove(folder)),
        }
    }
}

/// Has the system tell of changes.
fn told(sender: &Sender<Signal>) -> notify::Result<RecommendedWatcher> {
    let sender = sender.clone();
    notify::recommended_watcher(move |event: notify::Result<Event>| {
        let signal = match event {
            Ok(event) if event.need_rescan() => Signal::Lost,
            Ok(event) => Signal::Changes(changes(event)),
            Err(_) => Signal::Lost,
        };
        // Who does not wait any more needs nothing.
        drop(sender.send(signal));
    })
}

/// What an event tells; nothing if somebody only looked.
fn changes(event: Event) -> Vec<Change> {
    let is_of_entries = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
        EventKind::Access(_) => return Vec::new(),
        // Some systems tell of a folder that it was modified when something in it was.
        EventKind::Modify(ModifyKind::Name(_)) => true,
        EventKind::Modify(_) => false,
        EventKind::Create(_) | EventKind::Remove(_) | EventKind::Any | EventKind::Other => true,
    };
    let change = |path: PathBuf| {
        let kind = if is_of_entries && !path.is_file() { ChangeKind::Folder } else { ChangeKind::File };
        Change { path, kind }
    };
    event.paths.into_iter().map(change).collect()
}

/// What lay in each folder when it was last looked through.
type Seen = BTreeMap<PathBuf, BTreeMap<OsString, Stamp>>;

/// What tells that an entry of a folder is another. A folder is one however often something in it changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stamp {
    File { size: u64, modified: Option<SystemTime>, entry: u64 },
    Folder { entry: u64 },
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let entry = std::os::unix::fs::MetadataExt::ino(metadata);
        #[cfg(not(unix))]
        let entry = 0;
        if metadata.is_dir() {
            return Self::Folder { entry };
        }
        Self::File { size: metadata.len(), modified: metadata.modified().ok(), entry }
    }

    fn kind(self) -> ChangeKind {
        match self {
            Self::File { .. } => ChangeKind::File,
            Self::Folder { .. } => ChangeKind::Folder,
        }
    }
}

/// What lies in a folder; nothing if it cannot be read.
fn entries(folder: &Path) -> BTreeMap<OsString, Stamp> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| Some((entry.file_name(), Stamp::of(&fs::metadata(entry.path()).ok()?)))).collect()
}

fn lock(seen: &Mutex<Seen>) -> MutexGuard<'_, Seen> {
    seen.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Looks for changes, in a thread of its own that ends when nobody asks for them any more.
fn looking(sender: &Sender<Signal>) -> Way {
    let seen = Arc::new(Mutex::new(Seen::new()));
    let (looked, sender) = (Arc::downgrade(&seen), sender.clone());
    thread::spawn(move || {
        loop {
            thread::sleep(INTERVAL);
            let Some(seen) = Weak::upgrade(&looked) else { return };
            let changes = look(&mut lock(&seen));
            if !changes.is_empty() && sender.send(Signal::Changes(changes)).is_err() {
                return;
            }
        }
    });
    Way::Looking(seen)
}

/// What is not as it was when it was last looked for.
fn look(seen: &mut Seen) -> Vec<Change> {
    let mut changes = Vec::new();
    for (folder, known) in seen {
        let now = entries(folder);
        let names: BTreeSet<_> = known.keys().chain(now.keys()).collect();
        for name in names {
            let (was, is) = (known.get(name), now.get(name));
            if was == is {
                continue;
            }
            let is_folder = [was, is].into_iter().flatten().any(|stamp| stamp.kind() == ChangeKind::Folder);
            let kind = if is_folder { ChangeKind::Folder } else { ChangeKind::File };
            changes.push(Change { path: folder.join(name), kind });
        }
        *known = now;
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{CreateKind, MetadataKind};

    fn kinds(kind: EventKind, path: &Path) -> Vec<ChangeKind> {
        changes(Event::new(kind).add_path(path.to_path_buf())).iter().map(|change| change.kind).collect()
    }

    /// To read a source must not tell that it was changed, nor a folder that something in it was.
    #[test]
    fn watcher_takes_no_look_for_a_change() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("1.toml");
        fs::write(&file, "").unwrap();
        assert_eq!(kinds(EventKind::Access(AccessKind::Open(AccessMode::Any)), &file), []);
        assert_eq!(kinds(EventKind::Access(AccessKind::Close(AccessMode::Read)), &file), []);
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert_eq!(kinds(written, &file), [ChangeKind::File]);
        let made = EventKind::Create(CreateKind::Any);
        assert_eq!(kinds(made, &file), [ChangeKind::File]);
        assert_eq!(kinds(made, folder.path()), [ChangeKind::Folder]);
        assert_eq!(
            kinds(EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)), folder.path()),
            [ChangeKind::File]
        );
    }

    #[test]
    fn watcher_that_looks_sees_what_was_changed() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("a"), "1").unwrap();
        fs::write(path("b"), "1").unwrap();
        fs::create_dir(path("f")).unwrap();
        let mut seen = Seen::from([(folder.path().to_path_buf(), entries(folder.path()))]);
        assert_eq!(look(&mut seen), []);
        fs::write(path("f/in it"), "1").unwrap();
        assert_eq!(look(&mut seen), [], "a folder in which something is new");
        fs::write(path("a"), "12").unwrap();
        fs::rename(path("b"), path("c")).unwrap();
        let names = |changes: &[Change]| -> Vec<_> {
            changes.iter().map(|change| change.path.file_name().unwrap().to_str().unwrap().to_owned()).collect()
        };
        assert_eq!(names(&look(&mut seen)), ["a", "b", "c"]);
        fs::rename(path("f"), path("g")).unwrap();
        let changes = look(&mut seen);
        assert_eq!(names(&changes), ["f", "g"]);
        assert!(changes.iter().all(|change| change.kind == ChangeKind::Folder));
    }
}
