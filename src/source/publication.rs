//! A publication's file becomes a [`Publication`], with every fault of the file at once.

use super::read::Raw;
use super::table::{Fields, Item};
use crate::diagnostic::{Argument, Code, Diagnostic, Place, Sink};
use crate::length::{Length, Lines};
use crate::model::style::{FaceName, Kind, Outcome, Role};
use crate::model::{Publication, Style, Text, Tier};
use toml::de::ValueDeserializer;

/// The publication's own keys; the sections of the style stand beside them.
const KEYS: &[&str] = &[
    "name",
    "publisher",
    "language",
    "editions",
    "columns",
    "briefs_column",
    "telephone",
    "recipients",
    "term",
    "faces",
];
/// The keys of `[[recipients]]`.
const TIER_KEYS: &[&str] = &["label", "groups"];
/// The keys of `[[term]]`.
const TERM_KEYS: &[&str] = &["word"];
/// The keys of `[faces.ROLE]`.
const FACE_KEYS: &[&str] = &["face", "latin", "fallback"];

/// Resolves a publication's table; none if a required part is missing.
pub(super) fn resolve(raw: &Raw<'_>, sink: &mut Sink) -> Option<Publication> {
    let fields = Fields::root(raw);
    let sections = Style::SECTIONS.iter().map(|(name, _)| *name);
    let known: Vec<_> = KEYS.iter().copied().chain(sections).collect();
    fields.check_keys(&known, sink);

    let name = fields.require_text("name", sink);
    let publisher = fields.require_text("publisher", sink);
    let language = language(&fields, sink);
    let editions = fields.require_texts("editions", sink);
    let columns = fields.require_texts("columns", sink);
    report_doubles(columns.as_deref().unwrap_or_default(), sink);
    report_doubles(editions.as_deref().unwrap_or_default(), sink);
    let briefs = fields.text("briefs_column", sink);
    if let (Some(briefs), Some(columns)) = (&briefs, &columns)
        && !columns.iter().any(|column| column.as_str() == briefs.as_str())
    {
        sink.push(Diagnostic::new(Code::BriefsColumn, briefs.whole_place()).with("name", briefs.as_str()));
    }
    let telephone = fields.text("telephone", sink);
    let recipients = fields.tables("recipients", sink).iter().filter_map(|table| tier(table, sink)).collect();
    let terms = fields.tables("term", sink).iter().filter_map(|table| term(table, sink)).collect();
    let style = style(&fields, sink);
    Some(Publication {
        name: name?,
        publisher: publisher?,
        language,
        editions: editions?,
        columns: columns?,
        briefs,
        telephone,
        recipients,
        terms,
        style,
    })
}

/// The language tag, `zh-CN` if none is named.
fn language(fields: &Fields<'_, '_>, sink: &mut Sink) -> String {
    let Some(language) = fields.text("language", sink) else { return "zh-CN".to_owned() };
    let is_tag = !language
        .as_str()
        .split('-')
        .any(|part| part.is_empty() || part.len() > 8 || !part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    if !is_tag {
        let diagnostic = Diagnostic::new(Code::WrongValue, language.whole_place())
            .with("expected", Argument::Message("kind-language"))
            .with("found", language.as_str())
            .with("choices", "none");
        sink.push(diagnostic);
    }
    language.as_str().to_owned()
}

/// Reports names that stand twice in a list.
fn report_doubles(names: &[Text], sink: &mut Sink) {
    for (at, name) in names.iter().enumerate() {
        if names[..at].iter().any(|earlier| earlier.as_str() == name.as_str()) {
            sink.push(Diagnostic::new(Code::DoubledName, name.whole_place()).with("name", name.as_str()));
        }
    }
}

fn tier(fields: &Fields<'_, '_>, sink: &mut Sink) -> Option<Tier> {
    fields.check_keys(TIER_KEYS, sink);
    let label = fields.require_text("label", sink);
    let groups = fields.require_texts("groups", sink);
    Some(Tier { label: label?, groups: groups? })
}

fn term(fields: &Fields<'_, '_>, sink: &mut Sink) -> Option<Text> {
    fields.check_keys(TERM_KEYS, sink);
    fields.require_text("word", sink)
}

/// The style: the defaults, and what the file sets otherwise.
fn style(fields: &Fields<'_, '_>, sink: &mut Sink) -> Style {
    let mut style = Style::default();
    for (section, keys) in Style::SECTIONS {
        let Some(table) = fields.get(section).and_then(|item| Fields::of(fields.raw, item, sink)) else { continue };
        let known: Vec<_> = keys.iter().map(|key| key.name).collect();
        table.check_keys(&known, sink);
        for key in known {
            let Some(item) = table.get(key) else { continue };
            let value = ValueDeserializer::from(item.clone());
            if let Outcome::Refused(kind) = style.set(section, key, value) {
                report_refused(fields.raw, item, kind, sink);
            }
        }
    }
    if let Some(table) = fields.get("faces").and_then(|item| Fields::of(fields.raw, item, sink)) {
        faces(&table, &mut style, sink);
    }
    check_measures(fields, &style, sink);
    check_patterns(fields, &style, sink);
    style
}

/// Reports names in braces that a pattern of words does not fill.
fn check_patterns(fields: &Fields<'_, '_>, style: &Style, sink: &mut Sink) {
    let head = &style.masthead;
    let patterns = [
        ("masthead", "issue_line", &head.issue_line, &["number", "serial"][..]),
        ("masthead", "merged_issue_line", &head.merged_issue_line, &["number", "serial"]),
        ("masthead", "date_line", &head.date_line, &["year", "month", "day"]),
        ("contents", "brief_count", &style.contents.brief_count, &["count"]),
    ];
    for (section, key, pattern, known) in patterns {
        let mut names = pattern.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
        let unknown = names.find(|name| !known.contains(name));
        let section = fields.get(section).and_then(|item| item.get_ref().as_table());
        let item = section.and_then(|table| table.get(key));
        if let (Some(unknown), Some(item)) = (unknown, item) {
            let known: Vec<_> = known.iter().map(|name| format!("{{{name}}}")).collect();
            let diagnostic = Diagnostic::new(Code::WrongValue, fields.raw.place(&item.span()))
                .with("expected", Argument::Message("kind-pattern"))
                .with("found", format!("{{{unknown}}}"))
                .with("choices", known.join("、"));
            sink.push(diagnostic);
        }
    }
}

/// Reports a value that a key of the style does not hold.
fn report_refused(raw: &Raw<'_>, item: &Item<'_>, kind: Kind, sink: &mut Sink) {
    let choices = match kind {
        Kind::Choice(names) => names.join("、"),
        _ => "none".to_owned(),
    };
    let span = item.span();
    let diagnostic = Diagnostic::new(Code::WrongValue, raw.place(&span))
        .with("expected", Argument::Message(kind.message()))
        .with("found", raw.text.get(span).unwrap_or_default())
        .with("choices", choices);
    sink.push(diagnostic);
}

/// The faces that the file names, role by role.
fn faces(fields: &Fields<'_, '_>, style: &mut Style, sink: &mut Sink) {
    let roles: Vec<_> = Role::ALL.iter().map(|role| role.name()).collect();
    fields.check_keys(&roles, sink);
    for role in Role::ALL {
        let Some(table) = fields.get(role.name()).and_then(|item| Fields::of(fields.raw, item, sink)) else { continue };
        table.check_keys(FACE_KEYS, sink);
        let name = |text: Text| FaceName { name: text.as_str().to_owned(), place: text.whole_place() };
        let choice = style.faces.of_mut(role);
        if let Some(face) = table.text("face", sink) {
            choice.face = name(face);
        }
        if let Some(latin) = table.text("latin", sink) {
            choice.latin = Some(name(latin));
        }
        if let Some(fallback) = table.get("fallback").and_then(|item| fields.raw.texts(item, sink)) {
            choice.fallback = fallback.into_iter().map(name).collect();
        }
    }
}

/// Reports measures that cannot stand together, at the section that sets one of them.
fn check_measures(fields: &Fields<'_, '_>, style: &Style, sink: &mut Sink) {
    let sheet = &style.sheet;
    let measure = sheet.type_area_width;
    let pitch = sheet.type_area_height / i64::try_from(sheet.lines).unwrap_or(1);
    let largest = [style.text.size, style.byline.size, style.contents.size, style.imprint.size].into_iter().max();
    let largest = largest.unwrap_or(Length::ZERO);
    let stop = style.contents.title_stop.at(style.contents.size);
    let head = style.masthead.lines + 4 + style.contents.heading_lines + style.contents.space_below.ceil();
    let below = sheet.height - sheet.head_margin - sheet.type_area_height;
    let number = style.page_number.distance + style.page_number.size;
    let title = |line: Lines, size: Length| line.at(pitch) < size;
    let clashes = [
        ("masthead", "clash-head", head >= sheet.lines),
        ("page_number", "clash-number", number > below),
        ("titles", "clash-title", title(style.titles.lead_line, style.titles.lead_size)),
        ("titles", "clash-title", title(style.titles.line, style.titles.size)),
        ("briefs", "clash-title", title(style.briefs.line, style.briefs.size)),
        ("contents", "clash-title", style.contents.heading_size > pitch * style.contents.heading_lines as i64),
        ("sheet", "clash-width", sheet.binding_margin + measure > sheet.width),
        ("sheet", "clash-height", sheet.head_margin + sheet.type_area_height > sheet.height),
        ("text", "clash-measure", measure < largest * 10),
        ("sheet", "clash-pitch", pitch < largest),
        ("contents", "clash-stop", measure - stop < style.contents.size * 4),
        ("text", "clash-indent", style.text.indent.at(style.text.size) > measure - style.text.size * 2),
        ("sheet", "clash-lines", sheet.lines < 12),
    ];
    for (section, message, clash) in clashes {
        if clash {
            let span = fields.table.get(section).map_or(0..0, toml::Spanned::span);
            let place: Place = fields.raw.place(&span);
            sink.push(Diagnostic::new(Code::MeasuresClash, place).with("clash", Argument::Message(message)));
        }
    }
}
