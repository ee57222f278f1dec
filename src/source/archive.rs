//! The issues that are there, by their heads: what a next one counts on from. A file may be broken anywhere
//! else, and of a broken head what can be read still counts.

use super::read::Raw;
use super::series::named;
use super::table::Fields;
use super::{read, values};
use crate::diagnostic::{Files, Sink};
use crate::model::{IssueDate, NumberRange, Publication, StaffLine};
use std::path::{Path, PathBuf};

/// The head of an issue; none for what it does not say, or cannot be read.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    pub(super) path: PathBuf,
    pub(super) number: Option<NumberRange>,
    pub(super) serial: Option<NumberRange>,
    pub(super) edition: Option<String>,
    pub(super) date: Option<IssueDate>,
    pub(super) editor: Option<String>,
    pub(super) staff: Vec<StaffLine>,
    /// The numbers were taken from the file's name.
    pub(super) by_name: bool,
}

/// The heads of these issues, in their order. `editions` are all that the publication ever had.
pub(super) fn heads(issues: &[PathBuf], editions: &[String]) -> Vec<Head> {
    let heads = issues.iter().filter_map(|path| head(path));
    let known = heads.map(|head| Head { edition: head.edition.filter(|name| editions.contains(name)), ..head });
    known.collect()
}

/// The head of an issue; none of a file that is sound and has nothing of a head, such as an article's own.
fn head(path: &Path) -> Option<Head> {
    let mut files = Files::default();
    // The head's figures can be read in any encoding.
    let bytes = read::bytes(path, &mut files, &mut Sink::default()).ok().flatten().unwrap_or_default();
    let (is_read, text) = (!bytes.is_empty(), String::from_utf8_lossy(&bytes).into_owned());
    let file = files.add(path, text);
    let text = files.text(file);
    let raw = read::parse(file, &text, &mut Sink::default());
    let fields = Fields::root(&raw);
    let is_sound = is_read && raw.faults.is_empty();
    if is_sound && fields.topmost(&["number", "serial", "edition", "date"]).is_none() {
        return None;
    }
    Some(of(path, &raw, &fields))
}

/// Whether a file is no issue but a piece that issues take in, or something else that is sound TOML without an issue's
/// head. A file that cannot be read, or is broken, may be an issue.
#[must_use]
pub fn is_piece(path: &Path) -> bool {
    let bytes = Files::default().read(path).unwrap_or_default();
    // A piece has no entries; so hundreds of issues are told from pieces without being parsed.
    let begins_entry = |line: &[u8]| [&b"[[article]]"[..], b"[[brief]]"].iter().any(|table| line.starts_with(table));
    !bytes.split(|byte| *byte == b'\n').any(|line| begins_entry(line.trim_ascii_start())) && head(path).is_none()
}

fn of(path: &Path, raw: &Raw<'_>, fields: &Fields<'_, '_>) -> Head {
    let mut quiet = Sink::default();
    let mut numbers =
        |key| fields.get(key).and_then(|item| values::numbers(&item, key, &mut quiet)).map(|range| range.value);
    let (number, serial) = (numbers("number"), numbers("serial"));
    let super::layers::Moment { date, edition, .. } = super::issue::moment(raw);
    Head {
        path: path.to_path_buf(),
        number,
        serial,
        edition,
        date,
        editor: fields.text("editor", &mut quiet).map(|editor| editor.as_str().to_owned()),
        staff: values::staff(fields, &mut quiet),
        by_name: false,
    }
}

impl Head {
    /// The year of its date.
    pub(super) fn year(&self) -> Option<u16> {
        self.date.map(|date| date.year)
    }

    /// The head with what its file's name says of what cannot be read, if it is named by the pattern of a
    /// series.
    pub(super) fn completed(mut self, publication: &Publication) -> Self {
        let stem = self.path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let fits = |name: &str| self.edition.as_deref().is_none_or(|edition| edition == name);
        let own = publication.series.iter().filter(|series| fits(series.name.as_str()));
        let Some((series, names)) = own.filter_map(|series| Some((series, named(stem, series)?))).next() else {
            return self;
        };
        self.edition = Some(series.name.as_str().to_owned());
        self.number = self.number.or_else(|| names.get("number"));
        self.serial = self.serial.or_else(|| names.get("serial"));
        // Of the date only the year counts.
        let year = names.get("year").and_then(|year| u16::try_from(year.first).ok());
        self.date = self.date.or_else(|| year.map(|year| IssueDate { year, month: 1, day: 1 }));
        self.by_name = true;
        self
    }
}
