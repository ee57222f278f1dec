//! Which of a publication's tables hold for an issue, from the lowest to the topmost: its own file, the
//! amendments that hold on the issue's date or from its serial, what its series has otherwise, and what
//! the issue sets for itself.

use super::format::{AMENDMENT, PUBLICATION, SERIES};
use super::read::Raw;
use super::table::{Fields, Layer, nearest};
use super::values;
use crate::diagnostic::{Argument, Code, Diagnostic, Sink};
use crate::model::{IssueDate, NumberRange, Style};

/// What decides which amendments hold; of what is not known the newest does.
#[derive(Debug, Clone, Default)]
pub(super) struct Moment {
    /// The date of issue.
    pub(super) date: Option<IssueDate>,
    /// The serial; `Some(None)` for an issue that has none.
    pub(super) serial: Option<Option<NumberRange>>,
    /// The edition; the main one if none.
    pub(super) edition: Option<String>,
}

/// A publication's file taken apart: its own table, and its amendments in the order in which they count.
pub(super) struct Parts<'a, 't> {
    base: Layer<'a, 't>,
    amendments: Vec<Amendment<'a, 't>>,
}

/// A change of the publication.
#[derive(Clone)]
struct Amendment<'a, 't> {
    layer: Layer<'a, 't>,
    start: Start,
    /// The only series for which it holds.
    series: Option<String>,
}

/// From when an amendment holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Start {
    Date(IssueDate),
    Serial(u32),
}

/// The keys of the publication that an issue may also write among its own.
const SHARED: &[&str] = &["security", "copies"];

/// The names of keys that a table of the publication may have: its own, and the style's sections.
fn publication_keys(left_out: &[&str]) -> Vec<&'static str> {
    let sections = Style::SECTIONS.iter().map(|(name, _)| *name).chain(["faces"]);
    PUBLICATION.names().into_iter().chain(sections).filter(|name| !left_out.contains(name)).collect()
}

impl<'a, 't> Parts<'a, 't> {
    /// Takes a publication's file apart; faults of amendments and of the names of keys are reported.
    pub(super) fn of(raw: &'a Raw<'t>, sink: &mut Sink) -> Self {
        let base = Layer::root(raw);
        base.check_keys(&publication_keys(&[]), &[], sink);
        let known: Vec<_> = AMENDMENT.names().into_iter().chain(publication_keys(&["amendment"])).collect();
        let tables = Fields::root(raw).tables("amendment", sink);
        for layer in tables.iter().flat_map(|table| &table.layers) {
            layer.check_keys(&known, &[], sink);
        }
        let amendments = tables.into_iter().filter_map(|table| amendment(table, sink));
        let parts = Self { base, amendments: in_order(amendments.collect()) };
        let all = parts.upto(parts.amendments.len());
        check_series(&all, &parts.all_editions(), sink);
        parts
    }

    /// What holds for an issue: its own table of changes is `issue`'s.
    pub(super) fn holding(&self, moment: &Moment, issue: Option<&'a Raw<'t>>, sink: &mut Sink) -> Fields<'a, 't> {
        // Which series share numbers may itself be amended, but only by date.
        let dated = self.amendments.iter().filter(|found| matches!(found.start, Start::Date(_)));
        let dated = dated.filter(|found| found.holds(moment, None)).map(|found| &found.layer);
        let counting = Counting::new(Fields { layers: [&self.base].into_iter().chain(dated).cloned().collect() });
        let holding = self.amendments.iter().filter(|found| found.holds(moment, Some(&counting)));
        let layers = [&self.base].into_iter().chain(holding.map(|found| &found.layer));
        let mut fields = Fields { layers: layers.cloned().collect() };
        let edition = moment.edition.clone().or_else(|| main_edition(&fields));
        fields.layers.extend(series_layers(&fields, edition.as_deref()));
        if let Some(issue) = issue {
            fields.layers.extend(own_layers(issue, edition.as_deref(), &self.all_editions(), sink));
        }
        fields
    }

    /// Every state in which the file leaves the publication: at first and after each amendment, for each
    /// series; so that no fault waits for its day.
    pub(super) fn states(&self) -> Vec<Fields<'a, 't>> {
        let all = self.upto(self.amendments.len());
        let counting = Counting::new(all.clone());
        let mut states = Vec::new();
        for edition in self.all_editions() {
            let concerns = |found: &&Amendment<'a, 't>| found.concerns(&edition, &counting);
            let amendments: Vec<_> = self.amendments.iter().filter(concerns).collect();
            for count in 0..=amendments.len() {
                let amended = amendments[..count].iter().map(|found| &found.layer);
                let mut state = Fields { layers: [&self.base].into_iter().chain(amended).cloned().collect() };
                state.layers.extend(series_layers(&state, Some(&edition)));
                states.push(state);
            }
        }
        states
    }

    /// The names of all series that there are at some time.
    fn all_editions(&self) -> Vec<String> {
        let all = self.upto(self.amendments.len()).layers.into_iter();
        all.flat_map(|layer| editions(&Fields { layers: vec![layer] })).collect()
    }

    /// The file with so many of its amendments.
    fn upto(&self, count: usize) -> Fields<'a, 't> {
        let amendments = self.amendments[..count].iter().map(|found| found.layer.clone());
        Fields { layers: [self.base.clone()].into_iter().chain(amendments).collect() }
    }
}

impl Amendment<'_, '_> {
    /// Whether it holds; one that counts serials only where it is known what they count in.
    fn holds(&self, moment: &Moment, counting: Option<&Counting>) -> bool {
        let edition = moment.edition.as_deref();
        if self.series.is_some() && edition.is_some() && self.series.as_deref() != edition {
            return false;
        }
        match (self.start, counting) {
            (Start::Date(from), _) => moment.date.is_none_or(|date| date >= from),
            (Start::Serial(from), Some(counting)) => {
                let counted = counting.shared(self.series.as_deref()) == counting.shared(edition);
                counted && moment.serial.is_none_or(|serial| serial.is_some_and(|serial| serial.last >= from))
            }
            (Start::Serial(_), None) => false,
        }
    }
}

impl Amendment<'_, '_> {
    /// Whether it may hold for issues of a series.
    fn concerns(&self, edition: &str, counting: &Counting) -> bool {
        let counted = match self.start {
            Start::Date(_) => true,
            Start::Serial(_) => counting.shared(self.series.as_deref()) == counting.shared(Some(edition)),
        };
        counted && self.series.as_deref().is_none_or(|series| series == edition)
    }
}

/// Which series count their serials together.
struct Counting {
    main: String,
    /// Each series with the one whose numbers it shares.
    shared: Vec<(String, String)>,
}

impl Counting {
    fn new(fields: Fields<'_, '_>) -> Self {
        let mut quiet = Sink::default();
        let series = fields.table("series", &mut quiet);
        let shared = editions(&fields).into_iter().filter_map(|edition| {
            let table = series.as_ref()?.table(&edition, &mut quiet)?;
            Some((edition, table.text("numbering", &mut quiet)?.as_str().to_owned()))
        });
        Self { shared: shared.collect(), main: main_edition(&fields).unwrap_or_default() }
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
fn amendment<'a, 't>(fields: Fields<'a, 't>, sink: &mut Sink) -> Option<Amendment<'a, 't>> {
    let series = fields.text("for_series", sink).map(|name| name.as_str().to_owned());
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

/// Amendments in the order in which they count: those by date in that of their dates, those by serial in
/// that of the serials of their series, at the places where the author wrote such ones.
fn in_order<'a, 't>(amendments: Vec<Amendment<'a, 't>>) -> Vec<Amendment<'a, 't>> {
    let alike = |a: &Amendment<'_, '_>, b: &Amendment<'_, '_>| match (a.start, b.start) {
        (Start::Date(_), Start::Date(_)) => true,
        (Start::Serial(_), Start::Serial(_)) => a.series == b.series,
        _ => false,
    };
    let mut ordered = amendments.clone();
    for at in 0..amendments.len() {
        if amendments[..at].iter().any(|earlier| alike(earlier, &amendments[at])) {
            continue;
        }
        let places: Vec<_> = (at..amendments.len()).filter(|next| alike(&amendments[at], &amendments[*next])).collect();
        let mut kind: Vec<_> = places.iter().map(|place| amendments[*place].clone()).collect();
        kind.sort_by_key(|found| found.start);
        for (place, found) in places.into_iter().zip(kind) {
            ordered[place] = found;
        }
    }
    ordered
}

/// What a series has otherwise, layer by layer.
fn series_layers<'a, 't>(fields: &Fields<'a, 't>, edition: Option<&str>) -> Vec<Layer<'a, 't>> {
    let mut quiet = Sink::default();
    let table = edition.and_then(|edition| fields.table("series", &mut quiet)?.table(edition, &mut quiet));
    table.map_or_else(Vec::new, |table| table.layers)
}

/// Reports tables of series that the publication does not have, and keys that such a table does not take.
fn check_series(fields: &Fields<'_, '_>, editions: &[String], sink: &mut Sink) {
    let Some(series) = fields.table("series", sink) else { return };
    let known: Vec<_> = editions.iter().map(String::as_str).collect();
    let keys = series_keys();
    for (name, place) in series.written_keys() {
        if !known.contains(&name) && !fields.is_torn() {
            let diagnostic = Diagnostic::new(Code::UnknownEdition, place)
                .with("name", name)
                .with("nearest", nearest(name, &known).unwrap_or("none"))
                .with("known", Argument::texts(known.iter().copied()));
            sink.push(diagnostic);
        }
        for layer in series.table(name, sink).iter().flat_map(|table| &table.layers) {
            layer.check_keys(&keys, &[], sink);
        }
    }
}

fn series_keys() -> Vec<&'static str> {
    SERIES.names().into_iter().chain(publication_keys(&["amendment", "series", "editions"])).collect()
}

/// What an issue sets for itself: its `[publication]`, what that has for its series, and the keys that it
/// may write among its own.
fn own_layers<'a, 't>(
    issue: &'a Raw<'t>,
    edition: Option<&str>,
    editions: &[String],
    sink: &mut Sink,
) -> Vec<Layer<'a, 't>> {
    let root = Layer { only: Some(SHARED), ..Layer::root(issue) };
    let mut layers = Vec::new();
    if let Some(own) = Fields::root(issue).table("publication", sink) {
        for layer in &own.layers {
            layer.check_keys(&publication_keys(&["amendment"]), &[], sink);
        }
        check_series(&own, editions, sink);
        let series = series_layers(&own, edition);
        layers.extend(own.layers);
        layers.extend(series);
    }
    layers.push(root);
    layers
}
