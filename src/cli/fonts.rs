//! `bulletin fonts`: the faces by role, where their files are, who may use them, how much they hold.

use super::Ending;
use super::args::Fonts;
use super::terminal::Terminal;
use crate::diagnostic::{Files, Sink};
use crate::fonts::{FaceEntry, FaceId, FontBook, FontFiles, FontFolders, catalogue};
use crate::model::Style;
use crate::source::{self, PUBLICATION_FILE};
use std::path::{Path, PathBuf};

/// Prints the table.
pub(super) fn run(args: &Fonts, terminal: &Terminal<'_>) -> Ending {
    match table(args, terminal) {
        Ok(ending) => ending,
        Err(error) => {
            terminal.machine_fault(&error);
            Ending::CouldNotRun
        }
    }
}

fn table(args: &Fonts, terminal: &Terminal<'_>) -> anyhow::Result<Ending> {
    if let Some(place) = args.place.as_ref().filter(|place| !place.exists()) {
        terminal.complain_message("cli-no-such-place", &[("place", place.display().to_string().into())]);
        return Ok(Ending::CouldNotRun);
    }
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let publication = publication_of(args.place.as_deref())?;
    let style = match &publication {
        Some(path) => match source::load_publication(path, &mut files, &mut sink)? {
            Some(publication) if !sink.has_errors() => publication.style,
            _ => {
                terminal.diagnostics(&sink.into_sorted(), &files);
                return Ok(Ending::Faults);
            }
        },
        None => Style::default(),
    };
    let near = publication.unwrap_or_else(|| PathBuf::from(PUBLICATION_FILE));
    let font_files = FontFiles::default();
    let book = FontBook::open(&style.faces, &FontFolders::for_publication(&near), &font_files, &mut sink)?;
    let known = catalogue()?;
    let mut rows = vec![
        ["role", "face", "file", "licence", "glyphs"].map(|column| terminal.messages.text(&format!("fonts-{column}"))),
    ];
    rows.extend(book.faces().map(|(id, roles)| {
        let roles: Vec<_> = roles.iter().map(|role| terminal.messages.text(role.message())).collect();
        row(id, &roles, &book, &known, terminal)
    }));
    terminal.say(&aligned(&rows));
    let missing = sink.has_errors();
    terminal.diagnostics(&sink.into_sorted(), &files);
    Ok(if missing { Ending::CouldNotRun } else { Ending::Done })
}

/// The publication's file that a path leads to: itself, the one of an issue, or the one of a folder.
fn publication_of(place: Option<&Path>) -> anyhow::Result<Option<PathBuf>> {
    let place = match place {
        Some(place) => place.to_path_buf(),
        None if Path::new("issues").is_dir() => PathBuf::from("issues"),
        None => PathBuf::from("."),
    };
    let inside = if place.is_dir() { place.join(PUBLICATION_FILE) } else { place };
    source::find_publication(&inside)
}

/// A face's row.
fn row(id: FaceId, roles: &[String], book: &FontBook<'_>, known: &[FaceEntry], terminal: &Terminal<'_>) -> [String; 5] {
    let name = book.name(id);
    let file = match book.located(id) {
        Ok(located) => located.path.display().to_string(),
        Err(_) => terminal.messages.text("fonts-nowhere"),
    };
    let entry = known.iter().find(|entry| entry.name == name);
    let licence = entry.map_or_else(|| terminal.messages.text("fonts-licence-unknown"), |entry| entry.licence.clone());
    let glyphs = book.face(id).map_or_else(|| "-".to_owned(), |face| face.glyph_count().to_string());
    [roles.join("、"), name.to_owned(), file, licence, glyphs]
}

/// Columns under each other on a terminal that gives fullwidth characters two cells.
fn aligned(rows: &[[String; 5]]) -> String {
    let width = |text: &str| text.chars().map(|ch| if u32::from(ch) < 0x1100 { 1 } else { 2 }).sum::<usize>();
    let widths: Vec<_> = (0..5).map(|column| rows.iter().map(|row| width(&row[column])).max().unwrap_or(0)).collect();
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
