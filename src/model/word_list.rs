//! Word lists (词表): what a publication writes otherwise, and what it does not write.
//!
//! A list is a table of rows, their fields parted by tabs; the columns are [`COLUMNS`]. Lines that begin
//! with `#` and a first line with the columns' names are left out.

use super::issue::IssueDate;
use crate::diagnostic::{Place, Severity};

/// The columns of a list, in order.
pub const COLUMNS: &[&str] = &["id", "wrong", "right", "level", "kind", "from", "to", "condition", "note"];

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedWord {
    /// Its name in the list.
    pub id: String,
    /// What is wrong: one or several forms. Of a person, forms of the name; there may be none.
    pub wrong: Vec<String>,
    /// What is right; empty if nothing may stand there. Of a person, the name.
    pub right: String,
    /// How grave it is.
    pub severity: Severity,
    /// What kind of row it is.
    pub kind: WordKind,
    /// The first day on which it holds.
    pub from: Option<IssueDate>,
    /// The last day on which it holds.
    pub to: Option<IssueDate>,
    /// What must or must not stand beside it.
    pub conditions: Vec<Condition>,
    /// Why, for whoever reads the message.
    pub note: String,
    /// Where the row stands; none for a row that comes with the program.
    pub place: Option<Place>,
}

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordKind {
    /// A slip (错别字).
    Typo,
    /// A form that is not the one preferred (异形词).
    Variant,
    /// A person, with the posts held (姓名、职务).
    Name,
    /// What may not be written (禁用语).
    Forbidden,
}

/// What must, or must not, stand beside a word; of several texts one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Where.
    pub side: Side,
    /// The texts.
    pub texts: Vec<String>,
}

/// Where a condition looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// `前有`: one of them stands right before.
    Before,
    /// `前无`: none of them stands right before.
    NotBefore,
    /// `后有`: one of them stands right behind.
    Behind,
    /// `后无`: none of them stands right behind.
    NotBehind,
    /// `职务`: the posts that the person holds.
    Post,
}

impl Side {
    /// The words by which conditions begin.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("前有", Self::Before),
        ("前无", Self::NotBefore),
        ("后有", Self::Behind),
        ("后无", Self::NotBehind),
        ("职务", Self::Post),
    ];
}

impl ListedWord {
    /// Whether the row holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: IssueDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// The posts that the person holds; none if the list does not say.
    pub fn posts(&self) -> impl Iterator<Item = &str> {
        let conditions = self.conditions.iter().filter(|condition| condition.side == Side::Post);
        conditions.flat_map(|condition| condition.texts.iter().map(String::as_str))
    }

    /// Whether bytes `start..end` of a text stand where the conditions want them.
    #[must_use]
    pub fn stands_right(&self, text: &str, start: usize, end: usize) -> bool {
        let (before, behind) = (&text[..start], &text[end..]);
        self.conditions.iter().all(|condition| {
            let any = |test: &dyn Fn(&str) -> bool| condition.texts.iter().any(|text| test(text));
            match condition.side {
                Side::Before => any(&|text| before.ends_with(text)),
                Side::NotBefore => !any(&|text| before.ends_with(text)),
                Side::Behind => any(&|text| behind.starts_with(text)),
                Side::NotBehind => !any(&|text| behind.starts_with(text)),
                Side::Post => true,
            }
        })
    }

    /// Reads a line of a list; none for a line that is no row.
    ///
    /// # Errors
    /// The column that is not as it should be; `order` for days that run backwards, `more` for columns beyond the last.
    pub fn read(line: &str, place: Option<Place>) -> Result<Option<Self>, &'static str> {
        let line = line.trim_end_matches('\r').trim_start_matches('\u{feff}');
        if line.trim().is_empty() || line.starts_with('#') || line.starts_with("id\t") {
            return Ok(None);
        }
        let mut fields = line.split('\t').map(str::trim);
        let mut field = || fields.next().unwrap_or_default();
        let (id, wrong, right) = (field().to_owned(), several(field()), field().to_owned());
        let severity = severity(field()).ok_or("level")?;
        let kind = kind(field()).ok_or("kind")?;
        let from = day(field()).ok_or("from")?;
        let to = day(field()).ok_or("to")?;
        let conditions = conditions(field()).ok_or("condition")?;
        let note = field().to_owned();
        // Tables of other programs have empty ones.
        if fields.any(|more| !more.is_empty()) {
            return Err("more");
        }
        match kind {
            _ if id.is_empty() => return Err("id"),
            _ if from.zip(to).is_some_and(|(from, to)| to < from) => return Err("order"),
            _ if wrong.contains(&right) => return Err("wrong"),
            WordKind::Name if right.is_empty() => return Err("right"),
            WordKind::Typo | WordKind::Variant if right.is_empty() => return Err("right"),
            WordKind::Typo | WordKind::Variant | WordKind::Forbidden if wrong.is_empty() => return Err("wrong"),
            _ => {}
        }
        Ok(Some(Self { id, wrong, right, severity, kind, from, to, conditions, note, place }))
    }
}

/// Texts parted by `|`.
fn several(field: &str) -> Vec<String> {
    field.split('|').map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

fn severity(field: &str) -> Option<Severity> {
    [Severity::Error, Severity::Warning, Severity::Advice].into_iter().find(|severity| severity.name() == field)
}

fn kind(field: &str) -> Option<WordKind> {
    Some(match field {
        "typo" => WordKind::Typo,
        "variant" => WordKind::Variant,
        "name" => WordKind::Name,
        "forbidden" => WordKind::Forbidden,
        _ => return None,
    })
}

/// A day as `2025-04-24`, or nothing; none if it is neither.
fn day(field: &str) -> Option<Option<IssueDate>> {
    if field.is_empty() {
        return Some(None);
    }
    let mut parts = field.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let (month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let is_day = year > 0 && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_day.then_some(Some(IssueDate { year, month, day }))
}

/// Conditions as `前无=甲|乙；后有=丙`; none if they are not.
fn conditions(field: &str) -> Option<Vec<Condition>> {
    let parts = field.split(['；', ';']).map(str::trim).filter(|part| !part.is_empty());
    let condition = |part: &str| {
        let (name, texts) = part.split_once('=')?;
        let (_, side) = Side::NAMES.iter().find(|(known, _)| *known == name.trim())?;
        let texts = several(texts);
        (!texts.is_empty()).then_some(Condition { side: *side, texts })
    };
    parts.map(condition).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_list_rows_are_read() {
        let row = "a1\t甲|乙\t丙\twarning\ttypo\t2025-01-01\t\t前无=丁；后有=戊|己\t某项";
        let row = ListedWord::read(row, None).ok().flatten();
        let row = row.as_ref();
        assert_eq!(row.map(|row| row.wrong.len()), Some(2));
        let day = |year| IssueDate { year, month: 1, day: 1 };
        assert_eq!(row.map(|row| (row.holds_on(day(2024)), row.holds_on(day(2025)))), Some((false, true)));
        let stands = |text: &str| row.map(|row| text.find('甲').is_some_and(|at| row.stands_right(text, at, at + 3)));
        assert_eq!((stands("甲戊"), stands("丁甲戊"), stands("甲庚")), (Some(true), Some(false), Some(false)));
    }

    #[test]
    fn word_list_tells_the_column_that_is_wrong() {
        let fault = |row| ListedWord::read(row, None).err();
        assert_eq!(fault("a\t甲\t乙\tbad\ttypo"), Some("level"));
        assert_eq!(fault("a\t甲\t乙\terror\tother"), Some("kind"));
        assert_eq!(fault("a\t\t乙\terror\ttypo"), Some("wrong"));
        assert_eq!(fault("a\t甲\t\terror\ttypo"), Some("right"));
        assert_eq!(fault("a\t甲\t乙\terror\ttypo\t2025-13-01"), Some("from"));
        assert_eq!(fault("a\t甲\t乙\terror\ttypo\t\t\t在=丙"), Some("condition"));
        assert_eq!(fault("a\t甲\t乙\terror\ttypo\t2025-02-01\t2025-01-31"), Some("order"));
        assert_eq!(fault("a\t甲\t乙\terror\ttypo\t2025-01-31\t2025-01-31\t\t注"), None);
        assert_eq!(fault("a\t甲\t乙\terror\ttypo\t\t\t\t注\t又注"), Some("more"));
        assert_eq!(ListedWord::read("# 注", None).ok(), Some(None));
    }
}
