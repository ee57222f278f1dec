//! The lock that a build writes beside its PDF.

use super::terminal::Terminal;
use crate::compile::{Inks, Product};
use crate::diagnostic::Files;
use crate::document::{Document, Item};
use crate::fonts::{FaceId, FontFiles};
use crate::lock::{self, Digests, Lock, Options};
use crate::writers::dump;
use std::collections::BTreeSet;
use std::path::Path;

/// The name under which a lock keeps the inks.
const INKS: &str = "inks";

/// The options of a build that change its file, as a lock keeps them.
pub(super) fn options(inks: Inks) -> Options {
    Options::from([(INKS.to_owned(), inks.name().to_owned())])
}

/// The inks that a lock's options ask for; else the option that this version does not know.
pub(super) fn inks(options: &Options) -> Result<Inks, String> {
    let mut inks = Inks::default();
    for (name, value) in options {
        let known = if name == INKS { Inks::named(value) } else { None };
        inks = known.ok_or_else(|| format!("{name} = {value}"))?;
    }
    Ok(inks)
}

/// The lock of what was compiled to this PDF.
///
/// # Errors
/// A face's file that cannot be read.
pub(super) fn lock(
    issue: &Path,
    pdf: &Path,
    inks: Inks,
    files: &Files,
    product: &Product,
    fonts: &FontFiles,
    digests: &Digests,
) -> anyhow::Result<Lock> {
    let build = lock::Build {
        options: options(inks),
        issue,
        publication: &product.publication_path,
        held: &product.held,
        files,
        faces: &product.faces,
        embedded: embedded(&product.document),
        dump: dump::write(&product.document),
        pdf: (pdf, &product.pdf),
    };
    Lock::of(build, fonts, digests)
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
