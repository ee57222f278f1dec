//! Amendments (变更): what changes in a publication from a date or a serial on, and in which order they count.

use super::layers::Moment;
use super::table::{Fields, Layer};
use super::values;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::model::{IssueDate, Text};

/// A change of the publication.
#[derive(Clone)]
pub(super) struct Amendment<'a, 't> {
    pub(super) layer: Layer<'a, 't>,
    start: Start,
    /// The only series for which it holds.
    pub(super) series: Option<Text>,
}

/// From when an amendment holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Start {
    Date(IssueDate),
    Serial(u32),
}

impl Amendment<'_, '_> {
    fn series(&self) -> Option<&str> {
        self.series.as_ref().map(Text::as_str)
    }

    /// Whether it holds by its date, for whatever series.
    pub(super) fn is_dated_before(&self, moment: &Moment) -> bool {
        matches!(self.start, Start::Date(from) if moment.date.is_none_or(|date| date >= from))
    }

    /// Whether it holds for an issue of this edition.
    pub(super) fn holds(&self, moment: &Moment, edition: &str, counting: &Counting) -> bool {
        let begun = match self.start {
            Start::Date(_) => self.is_dated_before(moment),
            Start::Serial(from) => moment.serial.is_none_or(|serial| serial.is_some_and(|serial| serial.last >= from)),
        };
        begun && self.concerns(edition, counting)
    }

    /// Whether it may hold for issues of a series.
    pub(super) fn concerns(&self, edition: &str, counting: &Counting) -> bool {
        let counted = match self.start {
            Start::Date(_) => true,
            Start::Serial(_) => counting.shared(self.series()) == counting.shared(Some(edition)),
        };
        counted && self.series().is_none_or(|series| series == edition)
    }
}

/// Which series count their serials together.
pub(super) struct Counting {
    pub(super) main: String,
    /// Each series with the one whose numbers it shares.
    shared: Vec<(String, String)>,
}

impl Counting {
    pub(super) fn new(fields: &Fields<'_, '_>) -> Self {
        let mut quiet = Sink::default();
        let series = fields.table("series", &mut quiet);
        let shared = editions(fields).into_iter().filter_map(|edition| {
            let table = series.as_ref()?.table(&edition, &mut quiet)?;
            Some((edition, table.text("numbering", &mut quiet)?.as_str().to_owned()))
        });
        Self { shared: shared.collect(), main: main_edition(fields).unwrap_or_default() }
    }

    /// The series in whose numbers this one counts; the main one's if none is named.
    fn shared<'c>(&'c self, edition: Option<&'c str>) -> &'c str {
        let edition = edition.unwrap_or(&self.main);
        self.shared.iter().find(|(name, _)| name == edition).map_or(edition, |(_, other)| other)
    }
}

/// The names of the series of a state of the publication.
pub(super) fn editions(fields: &Fields<'_, '_>) -> Vec<String> {
    let names = fields.get("editions").and_then(|item| item.texts(&mut Sink::default())).unwrap_or_default();
    names.iter().map(|name| name.as_str().to_owned()).collect()
}

fn main_edition(fields: &Fields<'_, '_>) -> Option<String> {
    editions(fields).into_iter().next()
}

/// An amendment; none if it does not say from when it holds.
pub(super) fn amendment<'a, 't>(fields: Fields<'a, 't>, sink: &mut Sink) -> Option<Amendment<'a, 't>> {
    let series = fields.text("for_series", sink);
    let (date, serial) = (fields.get("from"), fields.get("from_serial"));
    let start = match (date, serial) {
        (Some(_), Some(serial)) => {
            let diagnostic = Diagnostic::new(Code::BothGiven, serial.place());
            sink.push(diagnostic.with("first", "from").with("second", "from_serial"));
            return None;
        }
        (Some(date), None) => Start::Date(values::date(&date, sink)?.value),
        (None, Some(serial)) => Start::Serial(values::number(&serial, sink)?),
        (None, None) => {
            if fields.topmost(&["from", "from_serial"]).is_none() && !fields.is_torn() {
                fields.report_missing("from", sink);
            }
            return None;
        }
    };
    let layer = fields.layers.into_iter().next()?;
    Some(Amendment { layer, start, series })
}

/// Amendments in the order in which they count: by their dates, whatever the file's order; those by serial in
/// that of the serials of their series, each behind what stands before it in the file and the dates up to the
/// latest of that. So no other amendment changes which of two counts more.
pub(super) fn in_order<'a, 't>(amendments: Vec<Amendment<'a, 't>>) -> Vec<Amendment<'a, 't>> {
    let by_serial = serials_in_order(amendments);
    let mut latest = None;
    let mut keyed = Vec::with_capacity(by_serial.len());
    for (place, found) in by_serial.into_iter().enumerate() {
        let key = match found.start {
            Start::Date(date) => {
                latest = latest.max(Some(date));
                (Some(date), 0, place)
            }
            Start::Serial(_) => (latest, 1, place),
        };
        keyed.push((key, found));
    }
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, found)| found).collect()
}

/// Amendments with those by serial of each series in the order of their serials, at the places where the
/// author wrote such ones.
fn serials_in_order<'a, 't>(amendments: Vec<Amendment<'a, 't>>) -> Vec<Amendment<'a, 't>> {
    let serial = |found: &Amendment<'_, '_>| if let Start::Serial(serial) = found.start { Some(serial) } else { None };
    let mut ordered = amendments.clone();
    for (at, first) in amendments.iter().enumerate() {
        let alike = |found: &&Amendment<'_, '_>| serial(found).is_some() && found.series() == first.series();
        if serial(first).is_none() || amendments[..at].iter().any(|earlier| alike(&earlier)) {
            continue;
        }
        let places: Vec<_> = (at..amendments.len()).filter(|next| alike(&&amendments[*next])).collect();
        let mut kind: Vec<_> = places.iter().map(|place| amendments[*place].clone()).collect();
        kind.sort_by_key(serial);
        for (place, found) in places.into_iter().zip(kind) {
            ordered[place] = found;
        }
    }
    ordered
}
