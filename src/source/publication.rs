//! A publication's tables become a [`Publication`], with every fault at once.

use super::format::{FACE, PUBLICATION, RECIPIENTS, TERM};
use super::layers::{Moment, Parts};
use super::read::Raw;
use super::table::{Fields, nearest};
use super::value::Item;
use super::{doubles, limits, measures, series, values};
use crate::diagnostic::{Argument, Code, Diagnostic, Level, Levels, Sink};
use crate::model::style::{FaceName, Kind, Outcome, Role};
use crate::model::{Contact, Publication, Style, Text, Tier};
use toml::de::ValueDeserializer;

/// Resolves a publication as it holds for an issue; none if a required part is missing. Faults that no
/// issue so far would meet are reported too.
pub(super) fn resolve<'t>(
    raw: &Raw<'t>,
    moment: &Moment,
    issue: Option<&Raw<'t>>,
    sink: &mut Sink,
) -> Option<Publication> {
    let parts = Parts::of(raw, sink);
    for state in parts.states() {
        publication(&state, sink);
    }
    let fields = parts.holding(moment, issue, sink);
    publication(&fields, sink)
}

/// The publication that merged tables give.
fn publication(fields: &Fields<'_, '_>, sink: &mut Sink) -> Option<Publication> {
    let name = fields.require_text("name", sink);
    let publisher = fields.require_text("publisher", sink);
    let language = language(fields, sink);
    let editions = fields.require_texts("editions", sink);
    if let Some((editions, place)) = editions.as_ref().zip(fields.get("editions").map(|item| item.place())) {
        limits::within(editions.len(), limits::EDITIONS, "limit-list", place, sink);
    }
    let columns = fields.require_texts("columns", sink);
    report_doubles(columns.as_deref().unwrap_or_default(), sink);
    report_doubles(editions.as_deref().unwrap_or_default(), sink);
    let series = series::series(fields, editions.as_deref().unwrap_or_default(), sink);
    let briefs = fields.revocable_text("briefs_column", sink);
    if let (Some(briefs), Some(columns)) = (&briefs, &columns)
        && !columns.iter().any(|column| column.as_str() == briefs.as_str())
    {
        // Told where it came to be: at whichever of the two was said last.
        let later = fields.topmost(&["columns"]) > fields.topmost(&["briefs_column"]);
        let columns = fields.get("columns").filter(|_| later).map(|item| item.place());
        let place = columns.or(briefs.whole_place());
        sink.push(Diagnostic::new(Code::BriefsColumn, place).with("name", briefs.as_str()));
    }
    let recipients: Vec<Tier> =
        fields.tables("recipients", sink).iter().filter_map(|table| tier(table, sink)).collect();
    doubles::recipients(&recipients, sink);
    let terms = fields.tables("term", sink).iter().filter_map(|table| term(table, sink)).collect();
    let lists = fields.get("word_lists").and_then(|item| item.texts(sink));
    let contact = Contact {
        telephone: fields.revocable_text("telephone", sink),
        address: fields.revocable_text("address", sink),
        email: fields.revocable_text("email", sink),
    };
    let (notice, security) = (fields.revocable_text("notice", sink), fields.revocable_text("security", sink));
    let (output_profile, output_condition) =
        (fields.revocable_text("output_profile", sink), fields.revocable_text("output_condition", sink));
    let (staff, copies) = (values::staff(fields, sink), values::placed_number(fields, "copies", sink));
    let levels = levels(fields, sink);
    let style = style(fields, sink);
    editions?;
    Some(Publication {
        name: name?,
        publisher: publisher?,
        language,
        series,
        columns: columns?,
        briefs,
        notice,
        security,
        recipients,
        staff,
        contact,
        copies,
        terms,
        word_lists: lists.unwrap_or_default(),
        words: Vec::new(),
        levels,
        output_profile,
        output_condition,
        output: None,
        style,
    })
}

/// The language tag, the default if none is named.
fn language(fields: &Fields<'_, '_>, sink: &mut Sink) -> String {
    let item = fields.get("language");
    let Some(language) = item.and_then(|item| item.line(sink)) else { return DEFAULT_LANGUAGE.to_owned() };
    let is_subtag =
        |part: &str| !part.is_empty() && part.len() <= 8 && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if let Some(item) = item.filter(|_| !language.as_str().split('-').all(is_subtag)) {
        item.report_value("kind-language", &[], sink);
    }
    language.as_str().to_owned()
}

/// The language of a publication that names none.
pub(super) const DEFAULT_LANGUAGE: &str = "zh-CN";

/// Reports names that stand twice in a list.
fn report_doubles(names: &[Text], sink: &mut Sink) {
    for (at, name) in names.iter().enumerate() {
        if names[..at].iter().any(|earlier| earlier.as_str() == name.as_str()) {
            sink.push(Diagnostic::new(Code::DoubledName, name.whole_place()).with("name", name.as_str()));
        }
    }
}

/// Reports a name that is not in a list of the publication, with the nearest that is.
pub(super) fn report_unknown(name: &Text, known: &[&str], code: Code, sink: &mut Sink) {
    if !known.contains(&name.as_str()) {
        let diagnostic = Diagnostic::new(code, name.whole_place())
            .with("name", name.as_str())
            .with("nearest", nearest(name.as_str(), known).unwrap_or("none"))
            .with("known", Argument::texts(known.iter().copied()));
        sink.push(diagnostic);
    }
}

fn tier(fields: &Fields<'_, '_>, sink: &mut Sink) -> Option<Tier> {
    fields.check_keys(&RECIPIENTS, &[], sink);
    let label = fields.require_text("label", sink);
    let groups = fields.require_texts("groups", sink);
    let close = fields.text("close", sink);
    Some(Tier { label: label?, groups: groups?, close })
}

fn term(fields: &Fields<'_, '_>, sink: &mut Sink) -> Option<Text> {
    fields.check_keys(&TERM, &[], sink);
    fields.require_text("word", sink)
}

/// The levels of rules.
fn levels(fields: &Fields<'_, '_>, sink: &mut Sink) -> Levels {
    let mut levels = Levels::default();
    let Some(table) = fields.table("check", sink) else { return levels };
    let codes: Vec<_> = Code::ALL.iter().filter(|code| code.can_be_set()).collect();
    let names: Vec<_> = codes.iter().map(|code| code.as_str()).collect();
    for layer in &table.layers {
        layer.check_keys(&names, &[], sink);
    }
    for (code, name) in codes.into_iter().zip(names) {
        let Some(item) = table.get(name) else { continue };
        match item.value.get_ref().as_str().and_then(Level::named) {
            Some(level) => levels.set(*code, level),
            None => item.report_value("kind-choice", Level::NAMES, sink),
        }
    }
    levels
}

/// The style: the defaults, and what the tables set otherwise.
fn style(fields: &Fields<'_, '_>, sink: &mut Sink) -> Style {
    let mut style = Style::default();
    for (section, keys) in Style::SECTIONS {
        let Some(table) = fields.table(section, sink) else { continue };
        let known: Vec<_> = keys.iter().map(|key| key.name).collect();
        for layer in &table.layers {
            layer.check_keys(&known, &PUBLICATION.names(), sink);
        }
        for key in known {
            let Some(item) = table.get(key) else { continue };
            let value = ValueDeserializer::from(item.value.clone());
            if let Outcome::Refused(kind) = style.set(section, key, value) {
                report_refused(&item, kind, sink);
            }
        }
    }
    if let Some(table) = fields.table("faces", sink) {
        faces(&table, &mut style, sink);
    }
    measures::check(fields, &style, sink);
    style
}

/// Reports a value that a key of the style does not hold.
fn report_refused(item: &Item<'_, '_>, kind: Kind, sink: &mut Sink) {
    let choices = match kind {
        Kind::Choice(names) => names.to_vec(),
        _ => Vec::new(),
    };
    item.report_value(kind.message(), &choices, sink);
}

/// The faces that the tables name, role by role.
fn faces(fields: &Fields<'_, '_>, style: &mut Style, sink: &mut Sink) {
    let roles: Vec<_> = Role::ALL.iter().map(|role| role.name()).collect();
    for layer in &fields.layers {
        layer.check_keys(&roles, &[], sink);
    }
    for role in Role::ALL {
        let Some(table) = fields.table(role.name(), sink) else { continue };
        table.check_keys(&FACE, &[], sink);
        let name = |text: Text| FaceName { name: text.as_str().to_owned(), place: text.whole_place() };
        let choice = style.faces.of_mut(role);
        if let Some(face) = table.text("face", sink) {
            choice.face = name(face);
        }
        if let Some(latin) = table.text("latin", sink) {
            choice.latin = Some(name(latin));
        }
        if let Some(fallback) = table.get("fallback").and_then(|item| item.texts(sink)) {
            choice.fallback = fallback.into_iter().map(name).collect();
        }
    }
}
