//! The lock that a build writes beside its PDF.

use super::terminal::Terminal;
use super::{interrupt, threads};
use crate::compile::{Beside, Inks, Print, Product};
use crate::diagnostic::Files;
use crate::document::{Document, Item};
use crate::fonts::{FaceId, Finder, FontFiles, FontFolders, OpenedFace};
use crate::length::Length;
use crate::lock::{self, Digests, Head, Options, Packed};
use crate::source::{Shown, find_publication};
use crate::writers::dump;
use crate::writers::pdf::{Settings, Target};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The names under which a lock keeps what a build was asked for; the bleed in units of length.
const INKS: &str = "inks";
const TARGET: &str = "target";
const BLEED: &str = "bleed";

/// The options of a build that change its file, as a lock keeps them.
pub(super) fn options(print: Print) -> Options {
    let Settings { target, bleed } = print.settings;
    let options =
        [(INKS, print.inks.name().to_owned()), (TARGET, target.name().to_owned()), (BLEED, bleed.units().to_string())];
    options.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// What a lock's options ask for; else the option that this version does not know.
pub(super) fn print(options: &Options) -> Result<Print, String> {
    let mut print = Print::default();
    for (name, value) in options {
        let known = match name.as_str() {
            INKS => Inks::named(value).map(|inks| print.inks = inks),
            TARGET => Target::named(value).map(|target| print.settings.target = target),
            BLEED => value.parse().ok().map(|units| print.settings.bleed = Length::from_units(units)),
            _ => None,
        };
        known.ok_or_else(|| format!("{name} = {value}"))?;
    }
    Ok(print)
}

/// What a build makes beside an issue's PDF: the digests of its faces, and what stands in its lock.
pub(super) struct Locking<'l> {
    pub(super) fonts: &'l FontFiles,
    pub(super) digests: &'l Digests,
}

/// The pages and what held, as a lock has them.
pub(super) struct Locked {
    /// The page dump.
    pub(super) dump: String,
    packed: anyhow::Result<Packed>,
}

impl Beside for Locking<'_> {
    type Made = Locked;

    fn begin(&self) {
        threads::begin();
    }

    fn face(&self, face: &OpenedFace) {
        // What comes of it is asked for when the lock is written; a fault is told then.
        drop(self.digests.of_face(&face.located.path, self.fonts));
    }

    fn pages(&self, document: &Document, held: &[Shown]) -> Locked {
        // Soon files are written; until then an interrupt may end the program.
        interrupt::listen();
        let dump = dump::write(document);
        let packed = Packed::of(&lock::canonical(held), &dump);
        Locked { dump, packed }
    }
}

impl Locking<'_> {
    /// The text of the lock of what was compiled to this PDF.
    ///
    /// # Errors
    /// A face's file that cannot be read.
    pub(super) fn lock(
        &self,
        issue: &Path,
        pdf: &Path,
        print: Print,
        files: &Files,
        product: &Product<Locked>,
    ) -> anyhow::Result<String> {
        let packed = product.made.packed.as_ref().map_err(|error| anyhow::anyhow!("{error:#}"))?;
        let build = lock::Build {
            options: options(print),
            issue,
            publication: &product.publication_path,
            packed,
            files,
            faces: &product.faces,
            embedded: embedded(&product.document),
            pdf: (pdf, &product.pdf),
        };
        packed.under(&Head::of(build, self.fonts, self.digests)?)
    }
}

/// The files by which the lock of a PDF tells whether it is current, as they lie now; none without a lock.
pub(super) fn asked(issue: &Path, pdf: &Path, fonts: &FontFiles) -> Vec<PathBuf> {
    let at = lock::path_of(pdf);
    let Ok(Ok(head)) = Head::read(&at) else { return Vec::new() };
    let sources = head.sources.iter().map(|source| PathBuf::from(lock::from_here(&source.path, &at)));
    let publication = find_publication(issue).ok().flatten();
    let finder = publication.as_deref().and_then(|path| Finder::new(FontFolders::for_publication(path), fonts).ok());
    let faces = finder
        .iter()
        .flat_map(|finder| head.faces.iter().filter_map(|face| Some(finder.find(&face.asked, face.asker)?.path)));
    sources.chain(faces).collect()
}

/// The faces whose glyphs stand on the pages.
fn embedded(document: &Document) -> BTreeSet<FaceId> {
    let items = document.pages.iter().flat_map(|page| &page.items);
    let faces = items.filter_map(|item| match item {
        Item::Glyphs(run) => Some(run.face),
        _ => None,
    });
    faces.collect()
}

/// Whether the lock's place is free, or holds a lock; if not, that is said.
pub(super) fn has_room(pdf: &Path, terminal: &Terminal<'_>) -> bool {
    let path = lock::path_of(pdf);
    match lock::may_replace(&path) {
        Ok(true) => true,
        Ok(false) => {
            terminal.complain_message("cli-lock-taken", &[("lock", path.display().to_string().into())]);
            false
        }
        Err(error) => {
            terminal.machine_fault(&anyhow::Error::new(error).context(path.display().to_string()));
            false
        }
    }
}
