//! Blocks become pages: an issue and its publication are set and laid out on sheets.
//!
//! What the reader sees has a file each: `masthead`, `contents`, `article`, `byline`, `briefs`,
//! `imprint`, `number`. Each makes rows (`block`), which take whole lines of the grid (`grid`);
//! `paginate` divides rows into pages, and `place` puts them on the sheet as items of the document.

mod article;
mod block;
mod briefs;
mod byline;
mod contents;
mod corners;
mod grid;
mod imprint;
mod links;
mod masthead;
mod number;
mod outline;
mod paginate;
mod place;
mod runs;
mod staff;
mod title;
mod wording;

pub use grid::TypeArea;

use crate::diagnostic::Sink;
use crate::document::{Document, Info, Ink, Role, Structure};
use crate::fonts::FontBook;
use crate::model::{Entry, Issue, Publication};
use crate::typeset::{Line, Setter};
use block::Row;
use links::Leads;
use paginate::paginate;

/// What the files of this room share: the sources, the setter, and the tree that grows as they go.
struct Composer<'a, 'f> {
    issue: &'a Issue,
    publication: &'a Publication,
    setter: Setter<'a, 'f>,
    structure: Structure,
    area: TypeArea,
    notes: Vec<LineNote>,
    leads: Leads,
}

/// How a line of a paragraph was filled, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineNote {
    /// The page's number.
    pub page: usize,
    /// The grid line, from 1.
    pub line: usize,
    /// The line, as it was set.
    pub set: Line,
}

/// Sets an issue and lays it out.
///
/// Faults found on the way (missing characters, an imprint that is too tall) are put into the sink.
#[must_use]
pub fn lay_out(issue: &Issue, publication: &Publication, fonts: &FontBook<'_>, sink: &mut Sink) -> Document {
    let terms = terms(issue, publication);
    compose(issue, publication, Setter::new(fonts, &publication.style, &terms, sink)).0
}

/// The same, with a note on each line of a paragraph, in reading order.
#[must_use]
pub fn lay_out_with_notes(
    issue: &Issue,
    publication: &Publication,
    fonts: &FontBook<'_>,
    sink: &mut Sink,
) -> (Document, Vec<LineNote>) {
    let terms = terms(issue, publication);
    compose(issue, publication, Setter::new(fonts, &publication.style, &terms, sink).keeping_filling())
}

/// The pages of an issue, and a note on each line whose filling the setter keeps.
fn compose<'a>(issue: &'a Issue, publication: &'a Publication, setter: Setter<'a, '_>) -> (Document, Vec<LineNote>) {
    let fonts = setter.fonts;
    let mut composer = Composer {
        issue,
        publication,
        setter,
        structure: Structure::new(),
        area: TypeArea::new(&publication.style.sheet),
        notes: Vec::new(),
        leads: Leads::default(),
    };
    let mut head = masthead::rows(&mut composer);
    head.extend(contents::rows(&mut composer));
    let body = body(&mut composer);
    let imprint = imprint::row(&mut composer);

    let lines = composer.area.lines();
    let mut pages = paginate(head, lines);
    pages.extend(paginate(body, lines));
    let pages = imprint::add(pages, imprint, &composer);
    let outline = outline::entries(&pages, &composer);
    let first_lines = outline::anchors(&pages);
    let pages = place::sheets(pages, &first_lines, &mut composer);

    let links = std::mem::take(&mut composer.leads).into_links(&first_lines, &composer.area);
    let faces = fonts.faces().map(|(id, _)| fonts.name(id).to_owned()).collect();
    let info = info(&composer);
    let document = Document { info, pages, structure: composer.structure, links, outline, faces };
    (document, composer.notes)
}

/// What no title is broken inside: the publication's terms, and the units and persons of the issue.
fn terms(issue: &Issue, publication: &Publication) -> Vec<String> {
    let bylines = issue.entries.iter().flat_map(|entry| match entry {
        Entry::Article(article) => article.byline.names(),
        Entry::Brief(brief) => brief.byline.names(),
    });
    publication.terms.iter().chain(bylines).map(|term| term.as_str().to_owned()).collect()
}

/// The rows of articles and briefs, in the order of the issue.
fn body(composer: &mut Composer<'_, '_>) -> Vec<Row> {
    let issue = composer.issue;
    let mut rows = Vec::new();
    let mut is_lead = true;
    let mut open_briefs = None;
    for (order, entry) in issue.entries.iter().enumerate() {
        match entry {
            Entry::Article(article) => {
                rows.extend(article::rows(article, order, is_lead, composer));
                (is_lead, open_briefs) = (false, None);
            }
            Entry::Brief(brief) => {
                let group = open_briefs.unwrap_or_else(|| {
                    let group = composer.structure.add(Role::Briefs, Structure::ROOT);
                    rows.extend(briefs::heading(group, order, composer));
                    group
                });
                rows.extend(briefs::rows(brief, group, order, open_briefs.is_some(), composer));
                open_briefs = Some(group);
            }
        }
    }
    rows
}

/// What the file says of itself.
fn info(composer: &Composer<'_, '_>) -> Info {
    let publication = composer.publication;
    let colours = &publication.style.colours;
    let numbers = wording::issue_line(composer.issue, &publication.style.masthead);
    Info {
        title: format!("{}　{}", publication.name.as_str(), numbers.as_str()).trim().to_owned(),
        author: publication.publisher.as_str().to_owned(),
        language: publication.language.clone(),
        date: composer.issue.date.value,
        red: Ink { process: colours.red, spot: (!colours.red_spot.is_empty()).then(|| colours.red_spot.clone()) },
        output: publication.output.clone(),
    }
}
