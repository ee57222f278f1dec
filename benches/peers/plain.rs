//! An issue as plain strings, ready to be written in another typesetter's language.

use anyhow::{Context, Result, bail};
use bulletin::diagnostic::{Files, Sink};
use bulletin::model::{self, Article, Brief, Byline, Mark, Text, Tier};
use bulletin::source::{self, Loaded};
use std::path::Path;

/// An issue with what of its publication is printed.
pub(crate) struct Issue {
    pub(crate) name: String,
    pub(crate) publisher: String,
    pub(crate) edition: String,
    /// The line of the numbers.
    pub(crate) numbers: String,
    /// Year, month, day.
    pub(crate) date: (u16, u8, u8),
    pub(crate) briefs_column: String,
    pub(crate) entries: Vec<Entry>,
    /// Label and groups of each tier.
    pub(crate) recipients: Vec<(String, Vec<String>)>,
    /// Who answers for the issue: the parts of each, at the left.
    pub(crate) left: Vec<Vec<String>>,
    /// How the publication is reached, at the right.
    pub(crate) right: Vec<String>,
}

/// An article or a brief.
pub(crate) struct Entry {
    /// None for a brief.
    pub(crate) head: Option<Head>,
    pub(crate) body: Vec<Block>,
    pub(crate) units: Vec<String>,
    /// Persons, with their posts, and where the text was published first.
    pub(crate) authors: Vec<String>,
}

/// What stands over an article.
pub(crate) struct Head {
    pub(crate) column: String,
    /// The lines that its author fixed.
    pub(crate) title: Vec<String>,
    /// The title in one piece.
    pub(crate) whole: String,
    pub(crate) subtitle: Vec<String>,
    pub(crate) note: Vec<String>,
    pub(crate) editor_note: Vec<Block>,
}

/// A piece of a body; headings and items of lists are paragraphs.
pub(crate) enum Block {
    Paragraph(Vec<Run>),
    Quote(Vec<Vec<Run>>),
}

/// Characters of one kind.
pub(crate) struct Run {
    pub(crate) kind: Kind,
    pub(crate) text: String,
}

/// How a run is set. Emphasis dots are left out: neither template has them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Plain,
    Heading(u8),
    Strong,
}

/// Reads an issue.
///
/// # Errors
/// An issue with errors, and one that holds what the templates do not set.
pub(crate) fn load(path: &Path) -> Result<Issue> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let loaded = source::load(path, &mut files, &mut sink)?.filter(|_| !sink.has_errors());
    let Loaded { issue, publication, .. } = loaded.with_context(|| format!("{} holds errors", path.display()))?;
    let corners = [&publication.notice, &publication.security, &issue.urgency].into_iter().flatten().next();
    if corners.is_some() || issue.copy_number.is_some() || publication.copies.is_some() {
        bail!("{}: the peers' templates have no corners and no number of copies", path.display());
    }
    let style = &publication.style;
    let label = publication.series_named(string(&issue.edition)).and_then(|series| series.label.as_ref());
    let date = issue.date.value;
    Ok(Issue {
        name: owned(&publication.name),
        publisher: owned(&publication.publisher),
        edition: owned(label.unwrap_or(&issue.edition)),
        numbers: numbers(&issue, &style.masthead.issue_line, &style.masthead.merged_issue_line),
        date: (date.year, date.month, date.day),
        briefs_column: publication.briefs.as_ref().map(owned).unwrap_or_default(),
        entries: issue.entries.iter().map(|one| entry(one, &style.editor_note.label)).collect(),
        recipients: publication.recipients.iter().map(tier).collect(),
        left: answering(&issue, &publication),
        right: reaching(&publication),
    })
}

fn string(text: &Text) -> &str {
    text.as_str()
}

fn owned(text: &Text) -> String {
    text.as_str().to_owned()
}

fn strings(texts: &[Text]) -> Vec<String> {
    texts.iter().map(owned).collect()
}

fn numbers(issue: &model::Issue, usual: &str, merged: &str) -> String {
    let mut line = if issue.is_merged() { merged } else { usual }.replace("{year}", &issue.date.value.year.to_string());
    for (name, number) in [("{number}", issue.number), ("{serial}", issue.serial)] {
        if let Some(number) = number {
            line = line.replace(name, &number.value.to_string());
        }
    }
    line
}

fn tier(tier: &Tier) -> (String, Vec<String>) {
    let mut groups = strings(&tier.groups);
    if let (Some(last), Some(close)) = (groups.last_mut(), &tier.close)
        && !last.ends_with(['。', '；', '，', '、', '：', '.', ';', ','])
    {
        last.push_str(string(close));
    }
    (owned(&tier.label), groups)
}

fn answering(issue: &model::Issue, publication: &model::Publication) -> Vec<Vec<String>> {
    let style = &publication.style.imprint;
    let editor = issue.editor.iter().map(|editor| vec![format!("{}{}", style.editor_label, string(editor))]);
    let staff = publication.staff.iter().chain(&issue.staff).map(|line| {
        let names = line.names.iter().enumerate().map(|(order, name)| match order {
            0 => format!("{}{}", string(&line.label), string(name)),
            _ => owned(name),
        });
        names.collect()
    });
    editor.chain(staff).collect()
}

fn reaching(publication: &model::Publication) -> Vec<String> {
    let (style, contact) = (&publication.style.imprint, &publication.contact);
    let parts = [
        (&style.telephone_label, &contact.telephone),
        (&style.address_label, &contact.address),
        (&style.email_label, &contact.email),
    ];
    parts.into_iter().filter_map(|(label, value)| Some(format!("{label}{}", string(value.as_ref()?)))).collect()
}

fn entry(entry: &model::Entry, note_label: &str) -> Entry {
    match entry {
        model::Entry::Article(article) => {
            bylined(Some(head(article, note_label)), article.body.iter().flat_map(block).collect(), &article.byline)
        }
        model::Entry::Brief(brief) => bylined(None, brief_body(brief), &brief.byline),
    }
}

fn bylined(head: Option<Head>, body: Vec<Block>, byline: &Byline) -> Entry {
    let persons = byline.authors.iter().map(|author| match &author.post {
        Some(post) => format!("{}　{}", string(post), string(&author.name)),
        None => owned(&author.name),
    });
    let source = byline.source.iter().map(|source| format!("来源：{}", string(source)));
    Entry { head, body, units: strings(&byline.units), authors: persons.chain(source).collect() }
}

fn head(article: &Article, note_label: &str) -> Head {
    let mut editor_note: Vec<_> = article.editor_note.iter().flat_map(block).collect();
    if let Some(Block::Paragraph(first)) = editor_note.first_mut()
        && !first.first().is_some_and(|run| run.text.starts_with(note_label))
    {
        first.insert(0, Run { kind: Kind::Strong, text: note_label.to_owned() });
    }
    Head {
        column: owned(&article.column),
        title: strings(&article.title.lines),
        whole: owned(&article.title.whole()),
        subtitle: article.subtitle.iter().flat_map(|subtitle| strings(&subtitle.lines)).collect(),
        note: strings(&article.note),
        editor_note,
    }
}

/// A brief's text; its title runs in.
fn brief_body(brief: &Brief) -> Vec<Block> {
    let mut body: Vec<_> = brief.body.iter().flat_map(block).collect();
    if let Some(title) = &brief.title {
        let title = Run { kind: Kind::Strong, text: format!("【{}】", string(title)) };
        match body.first_mut() {
            Some(Block::Paragraph(runs)) => runs.insert(0, title),
            _ => body.insert(0, Block::Paragraph(vec![title])),
        }
    }
    body
}

fn block(block: &model::Block) -> Vec<Block> {
    match block {
        model::Block::Paragraph(text) | model::Block::Heading(text) => vec![Block::Paragraph(runs(text))],
        model::Block::List(items) => items
            .iter()
            .map(|item| {
                let mut item_runs = runs(&item.label);
                item_runs.extend(runs(&item.text));
                Block::Paragraph(item_runs)
            })
            .collect(),
        model::Block::Quote(texts) => vec![Block::Quote(texts.iter().map(runs).collect())],
    }
}

/// A text as runs of one kind each.
fn runs(text: &Text) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, ch) in text.as_str().char_indices() {
        let kinds = text.marks_at(at).filter_map(|mark| match mark {
            Mark::Heading(level) => Some(Kind::Heading(level)),
            Mark::Strong => Some(Kind::Strong),
            Mark::Dots => None,
        });
        let kind = kinds.last().unwrap_or(Kind::Plain);
        match runs.last_mut().filter(|run| run.kind == kind) {
            Some(run) => run.text.push(ch),
            None => runs.push(Run { kind, text: ch.to_string() }),
        }
    }
    runs
}

/// A line cut between figures and the words beside them, where page one sets a quarter em.
pub(crate) fn cut_at_figures(line: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for ch in line.chars() {
        let cut = before.is_some_and(|before| {
            before.is_ascii_digit() != ch.is_ascii_digit() && before.is_alphanumeric() && ch.is_alphanumeric()
        });
        match parts.last_mut().filter(|_| !cut) {
            Some(part) => part.push(ch),
            None => parts.push(ch.to_string()),
        }
        before = Some(ch);
    }
    parts
}
