//! `bulletin fonts`: the faces by role, where their files are, who may use them, how much they hold, how they
//! were found; and what they lack of an issue.

use super::Ending;
use super::args::Fonts;
use super::terminal::Terminal;
use crate::compile::set;
use crate::diagnostic::{Argument, Code, Diagnostic, Files, Severity, Sink};
use crate::fonts::{FaceEntry, FaceId, FontBook, FontFiles, FontFolders, catalogue};
use crate::model::Style;
use crate::model::style::Role;
use crate::source::{self, PUBLICATION_FILE};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// So many characters of a licence are shown: what it is, not all it says.
const LICENCE_LENGTH: usize = 32;

/// So many places of a character are shown.
const PLACES: usize = 3;

/// The columns of the table, as the messages have them.
const COLUMNS: [&str; 6] = ["fonts-role", "fonts-face", "fonts-file", "fonts-licence", "fonts-glyphs", "fonts-origin"];

/// Prints the table, or what the faces lack of an issue.
pub(super) fn run(args: &Fonts, terminal: &Terminal<'_>) -> Ending {
    let result = match &args.check {
        Some(issue) => check(issue, terminal),
        None => table(args.place.as_deref(), terminal),
    };
    match result {
        Ok(ending) => ending,
        Err(error) => {
            terminal.machine_fault(&error);
            Ending::CouldNotRun
        }
    }
}

fn table(place: Option<&Path>, terminal: &Terminal<'_>) -> anyhow::Result<Ending> {
    if let Some(place) = place.filter(|place| !place.exists()) {
        terminal.complain_message("cli-no-such-place", &[("place", place.display().to_string().into())]);
        return Ok(Ending::CouldNotRun);
    }
    let (mut files, mut sink, font_files) = (Files::default(), Sink::default(), FontFiles::default());
    let Some(book) = book(source_of(place)?, &font_files, &mut files, &mut sink)? else {
        terminal.diagnostics(&sink.into_sorted(), &files);
        return Ok(Ending::Faults);
    };
    let known = catalogue()?;
    let mut rows = vec![COLUMNS.map(|column| terminal.messages.text(column))];
    rows.extend(book.faces().map(|(id, roles)| {
        let roles: Vec<_> = roles.iter().map(|role| terminal.messages.text(role.message())).collect();
        row(id, &roles, &book, known, terminal)
    }));
    terminal.say(&aligned(&rows));
    let missing = sink.has_errors();
    terminal.diagnostics(&sink.into_sorted(), &files);
    Ok(if missing { Ending::CouldNotRun } else { Ending::Done })
}

/// The faces of a publication, as it holds for an issue or for the newest; none if the sources hold faults.
fn book<'f>(
    source: Option<PathBuf>,
    font_files: &'f FontFiles,
    files: &mut Files,
    sink: &mut Sink,
) -> anyhow::Result<Option<FontBook<'f>>> {
    let style = match &source {
        Some(path) => match crate::source::load_publication(path, files, sink)? {
            Some(publication) if !sink.has_errors() => publication.style,
            _ => return Ok(None),
        },
        None => Style::default(),
    };
    let publication = source.as_deref().map(crate::source::find_publication).transpose()?.flatten();
    let near = publication.unwrap_or_else(|| PathBuf::from(PUBLICATION_FILE));
    FontBook::open(&style.faces, &FontFolders::for_publication(&near), font_files, sink).map(Some)
}

/// Says which characters of an issue the faces of each role lack, and what stands in for them.
fn check(issue: &Path, terminal: &Terminal<'_>) -> anyhow::Result<Ending> {
    if issue.file_name() == Some(OsStr::new(PUBLICATION_FILE)) {
        terminal.complain_message("cli-not-an-issue", &[("input", issue.display().to_string().into())]);
        return Ok(Ending::CouldNotRun);
    }
    let font_files = FontFiles::default();
    // Setting the issue is the exact way: which face a character is taken from depends on where it stands.
    let compiled = set(issue, &font_files)?;
    let is_lack = |found: &Diagnostic| matches!(found.code, Code::FallbackFace | Code::NoGlyph);
    let (lacks, others): (Vec<_>, Vec<_>) = compiled.diagnostics.into_iter().partition(is_lack);
    let faults: Vec<_> = others.into_iter().filter(|found| found.severity() == Severity::Error).collect();
    terminal.diagnostics(&faults, &compiled.files);
    let of_faces = |found: &Diagnostic| {
        matches!(found.code, Code::FaceNotFound | Code::FaceUnusable | Code::FaceNotEmbeddable | Code::NoSuchFace)
    };
    // What a face that cannot be used lacks is not known.
    if faults.iter().any(of_faces) {
        return Ok(Ending::CouldNotRun);
    }
    if let Some(book) = book(Some(issue.to_path_buf()), &font_files, &mut Files::default(), &mut Sink::default())? {
        for role in Role::ALL {
            terminal.say(&lacks_of(role, &lacks, &book, &compiled.files, terminal));
        }
    }
    let is_missing = lacks.iter().any(|lack| lack.code == Code::NoGlyph);
    Ok(if is_missing || !faults.is_empty() { Ending::Faults } else { Ending::Done })
}

/// What the faces of a role lack: a line for the role, and one for each character, by its code point.
fn lacks_of(role: Role, lacks: &[Diagnostic], book: &FontBook<'_>, files: &Files, terminal: &Terminal<'_>) -> String {
    let mut characters: BTreeMap<(usize, &str), Vec<&Diagnostic>> = BTreeMap::new();
    for lack in lacks.iter().filter(|lack| value(lack, "role") == role.name()) {
        let point = value(lack, "point");
        characters.entry((point.len(), point)).or_default().push(lack);
    }
    let faces: Vec<_> = book.own_faces(role).map(|id| book.name(id)).collect();
    let mut text = terminal.messages.with(
        if characters.is_empty() { "fonts-lacks-nothing" } else { "fonts-lacks" },
        &[
            ("role", Argument::Message(role.message())),
            ("faces", Argument::texts(faces)),
            ("count", characters.len().to_string().into()),
        ],
    );
    for lacks in characters.values() {
        let Some(first) = lacks.first() else { continue };
        let places = lacks.iter().filter_map(|lack| lack.place).take(PLACES).map(|place| {
            let at = files.locate(place);
            format!("{}:{}:{}", at.path.display(), at.line, at.column)
        });
        let key = if first.code == Code::NoGlyph { "fonts-lack-of-all" } else { "fonts-lack" };
        text.push_str("\n  ");
        text.push_str(&terminal.messages.with(
            key,
            &[
                ("char", value(first, "char").into()),
                ("point", value(first, "point").into()),
                ("face", value(first, "face").into()),
                ("places", Argument::texts(places)),
                ("count", if lacks.len() > PLACES { lacks.len().to_string() } else { "few".to_owned() }.into()),
            ],
        ));
    }
    text
}

/// A value of a diagnostic's message.
fn value<'d>(diagnostic: &'d Diagnostic, name: &str) -> &'d str {
    let value = diagnostic.arguments.iter().find(|(known, _)| *known == name);
    match value {
        Some((_, Argument::Text(text))) => text,
        _ => "",
    }
}

/// What a path leads to: an issue, a publication's file, or the one of a folder.
fn source_of(place: Option<&Path>) -> anyhow::Result<Option<PathBuf>> {
    let place = match place {
        Some(place) => place.to_path_buf(),
        None if Path::new("issues").is_dir() => PathBuf::from("issues"),
        None => PathBuf::from("."),
    };
    if place.is_dir() { source::find_publication(&place.join(PUBLICATION_FILE)) } else { Ok(Some(place)) }
}

/// A face's row.
fn row(id: FaceId, roles: &[String], book: &FontBook<'_>, known: &[FaceEntry], terminal: &Terminal<'_>) -> [String; 6] {
    let word = |key: &str| terminal.messages.text(key);
    let (file, origin) = match book.located(id) {
        Some(located) => (numbered(&located.path, located.index), word(located.origin.message())),
        None => (word("fonts-nowhere"), "-".to_owned()),
    };
    // An installed face has its own name once it has been found.
    let name = book.name(id);
    let entry = known.iter().find(|entry| entry.name == name).map(|entry| entry.licence.clone());
    let own = || book.face(id).and_then(|face| face.licence()).map(|licence| shortened(&licence));
    let licence = entry.or_else(own).unwrap_or_else(|| word("fonts-licence-unknown"));
    let glyphs = book.face(id).map_or_else(|| "-".to_owned(), |face| face.glyph_count().to_string());
    [terminal.messages.list(roles), name.to_owned(), file, licence, glyphs, origin]
}

/// A file, with the number of its face where that is not its first.
fn numbered(path: &Path, index: u32) -> String {
    if index == 0 { path.display().to_string() } else { format!("{}#{index}", path.display()) }
}

/// The beginning of a licence.
fn shortened(licence: &str) -> String {
    if licence.chars().count() <= LICENCE_LENGTH {
        return licence.to_owned();
    }
    let beginning: String = licence.chars().take(LICENCE_LENGTH).collect();
    format!("{}…", beginning.trim_end())
}

/// Columns under each other on a terminal that gives fullwidth characters two cells.
fn aligned(rows: &[[String; 6]]) -> String {
    let width = |text: &str| text.chars().map(|ch| if u32::from(ch) < 0x1100 { 1 } else { 2 }).sum::<usize>();
    let columns = 0..COLUMNS.len();
    let widths: Vec<_> = columns.map(|column| rows.iter().map(|row| width(&row[column])).max().unwrap_or(0)).collect();
    let mut table = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, column) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(column - width(cell) + 2));
        }
        table.push_str(line.trim_end());
        table.push('\n');
    }
    table
}
