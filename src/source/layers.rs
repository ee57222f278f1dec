//! Which of a publication's tables hold for an issue, from the lowest to the topmost: its own file, the
//! amendments that hold on the issue's date or from its serial, what its series has otherwise, and what
//! the issue sets for itself.

use super::amendment::{Amendment, Counting, amendment, editions, in_order};
use super::format::{AMENDMENT, PUBLICATION, SERIES};
use super::limits::EDITIONS;
use super::publication::report_unknown;
use super::read::Raw;
use super::table::{Fields, Layer, nearest};
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
        let editions = parts.all_editions();
        check_series(&parts.all(), &editions, sink);
        for series in parts.amendments.iter().filter_map(|found| found.series.as_ref()) {
            let known: Vec<_> = editions.iter().map(String::as_str).collect();
            report_unknown(series, &known, Code::UnknownEdition, sink);
        }
        parts
    }

    /// What holds for an issue: its own table of changes is `issue`'s.
    pub(super) fn holding(&self, moment: &Moment, issue: Option<&'a Raw<'t>>, sink: &mut Sink) -> Fields<'a, 't> {
        // Which series share numbers may itself be amended, but only by date.
        let dated: Vec<_> = self.amendments.iter().filter(|found| found.is_dated_before(moment)).collect();
        let counting = Counting::new(&Fields { layers: self.general(&dated) });
        let edition = moment.edition.clone().unwrap_or_else(|| counting.main.clone());
        let holding: Vec<_> = self.amendments.iter().filter(|found| found.holds(moment, &edition, &counting)).collect();
        let mut layers = self.state(&holding, &edition);
        if let Some(issue) = issue {
            layers.extend(own_layers(issue, &edition, &self.all_editions(), sink));
        }
        Fields { layers }
    }

    /// Every state in which the file leaves the publication: at first and after each amendment, for each
    /// series, each that differs from all others once; so that no fault waits for its day.
    pub(super) fn states(&self) -> Vec<Fields<'a, 't>> {
        let counting = Counting::new(&self.all());
        let mut states = Vec::new();
        for edition in self.all_editions() {
            let concerns = |found: &&Amendment<'a, 't>| found.concerns(&edition, &counting);
            let amendments: Vec<_> = self.amendments.iter().filter(concerns).collect();
            for count in 0..=amendments.len() {
                let state = Fields { layers: self.state(&amendments[..count], &edition) };
                if !states.iter().any(|known: &Fields<'_, '_>| known.reads_the_same(&state)) {
                    states.push(state);
                }
            }
        }
        states
    }

    /// The layers of a series with some amendments: first what is said of all series, over it what is said
    /// of this one, each in the order in which it came.
    fn state(&self, amendments: &[&Amendment<'a, 't>], edition: &str) -> Vec<Layer<'a, 't>> {
        let mut layers = self.general(amendments);
        layers.extend(series_layer(&self.base, edition));
        for found in amendments {
            if found.series.is_some() {
                layers.push(found.layer.clone());
            }
            layers.extend(series_layer(&found.layer, edition));
        }
        layers
    }

    /// The file with the amendments that are for all series.
    fn general(&self, amendments: &[&Amendment<'a, 't>]) -> Vec<Layer<'a, 't>> {
        let general = amendments.iter().filter(|found| found.series.is_none());
        [&self.base].into_iter().chain(general.map(|found| &found.layer)).cloned().collect()
    }

    /// The file with all its amendments.
    fn all(&self) -> Fields<'a, 't> {
        let amendments = self.amendments.iter().map(|found| &found.layer);
        Fields { layers: [&self.base].into_iter().chain(amendments).cloned().collect() }
    }

    /// The names of all series that there are at some time.
    pub(super) fn all_editions(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for layer in self.all().layers {
            for edition in editions(&Fields { layers: vec![layer] }) {
                if all.len() < EDITIONS && !all.contains(&edition) {
                    all.push(edition);
                }
            }
        }
        all
    }
}

/// What a layer has otherwise for a series.
fn series_layer<'a, 't>(layer: &Layer<'a, 't>, edition: &str) -> Option<Layer<'a, 't>> {
    let mut quiet = Sink::default();
    let fields = Fields { layers: vec![layer.clone()] };
    fields.table("series", &mut quiet)?.table(edition, &mut quiet)?.layers.pop()
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
fn own_layers<'a, 't>(issue: &'a Raw<'t>, edition: &str, editions: &[String], sink: &mut Sink) -> Vec<Layer<'a, 't>> {
    let root = Layer { only: Some(SHARED), ..Layer::root(issue) };
    let mut layers = Vec::new();
    if let Some(own) = Fields::root(issue).table("publication", sink) {
        for layer in &own.layers {
            layer.check_keys(&publication_keys(&["amendment"]), &[], sink);
        }
        check_series(&own, editions, sink);
        let series: Vec<_> = own.layers.iter().filter_map(|layer| series_layer(layer, edition)).collect();
        layers.extend(own.layers);
        layers.extend(series);
    }
    layers.push(root);
    layers
}
