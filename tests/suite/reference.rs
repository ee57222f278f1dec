//! A second breaker, written from the rules alone and as slowly as they read, against the program's.
//!
//! It knows han, the common marks, figures, `%`, short Latin words and the ideographic space. Every line it
//! might end is measured from nothing, every legal end is tried, and each policy is its own definition:
//!
//! - `in`: the farthest legal end whose line, squeezed as far as it goes, fits (house style 5);
//! - `out`: the farthest whose line fits unsqueezed, but a last line may be squeezed to be the last;
//! - `nearest`: the farthest that fits unsqueezed, unless the next unit asks less of the marks, in parts of
//!   what they can give, than its absence asks of the gaps, in parts of a quarter em each (rule book 6.3).
//!
//! Where the rules are silent the reference reads them so: ideographic spaces at a line's end take no room;
//! a tie in `nearest` takes the unit.

use crate::support::{HEAD, PUBLICATION, Project, paragraph_runs};
use crate::typeset::{body, with_setter};
use bulletin::document::Document;
use bulletin::length::{Em, Length};
use bulletin::model::style::Prefer;
use bulletin::model::{Style, Text};
use bulletin::typeset::{Line, ParagraphStyle, set_line, set_paragraph};
use proptest::prelude::*;
use proptest::strategy::Union;
use std::collections::BTreeMap;

/// The classes of the rule book (section 2) that the reference needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Han,
    Open,
    Close,
    Pause,
    Exclam,
    Middot,
    Joint,
    Figure,
    Latin,
    Space,
}

impl Class {
    /// `——` and `……` are one class: nothing here tells them apart.
    fn of(ch: char) -> Self {
        match ch {
            '“' | '‘' | '（' | '《' | '〈' | '【' => Self::Open,
            '”' | '’' | '）' | '》' | '〉' | '】' => Self::Close,
            '，' | '、' | '；' | '：' | '。' => Self::Pause,
            '？' | '！' => Self::Exclam,
            '·' => Self::Middot,
            '—' | '…' => Self::Joint,
            '0'..='9' | '%' => Self::Figure,
            'A'..='Z' | 'a'..='z' => Self::Latin,
            '\u{3000}' => Self::Space,
            _ => Self::Han,
        }
    }

    /// The rule book's section 3, level `strict`.
    fn may_start_a_line(self) -> bool {
        !matches!(self, Self::Close | Self::Pause | Self::Exclam | Self::Middot | Self::Joint | Self::Space)
    }
}

/// A character or a Latin word: its class, its width, the empty halves of its frame, and whether a full line
/// squeezes them. Lengths are in units.
#[derive(Debug, Clone)]
struct Cell {
    text: String,
    class: Class,
    width: i64,
    left: i64,
    right: i64,
    gives: bool,
    /// It may not be parted from the cell before it: rule book 4.
    joined: bool,
}

fn em() -> i64 {
    body().size.units()
}

fn half() -> i64 {
    em() / 2
}

/// The width of a Latin word, which only the face knows.
fn word_width(word: &str) -> i64 {
    let set = |text| with_setter(&Style::default(), |setter| set_line(&Text::unplaced(text), body(), &[], setter)).0;
    set(word).width.units()
}

/// The text's cells: a Latin word is one, everything else a character each.
fn cells(text: &str) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for ch in text.chars() {
        let class = Class::of(ch);
        match cells.last_mut() {
            Some(last) if class == Class::Latin && last.class == class => last.text.push(ch),
            last => {
                let joined = last.is_some_and(|last| are_joined(last, class, ch));
                cells.push(cell(ch, class, joined));
            }
        }
    }
    for word in cells.iter_mut().filter(|cell| cell.class == Class::Latin) {
        word.width = word_width(&word.text);
    }
    tighten_exclamations(&mut cells);
    cells
}

fn cell(ch: char, class: Class, joined: bool) -> Cell {
    let width = match ch {
        '%' => word_width("%"),
        '·' | '0'..='9' => half(),
        _ => em(),
    };
    let left = if class == Class::Open { half() } else { 0 };
    let right = if matches!(class, Class::Close | Class::Pause | Class::Exclam) { half() } else { 0 };
    let gives = matches!(class, Class::Pause | Class::Exclam) || "“”‘’".contains(ch);
    Cell { text: ch.to_string(), class, width, left, right, gives, joined }
}

/// The runs that may not be cut: figures with their sign, dashes, ellipses, `？！`.
fn are_joined(last: &Cell, class: Class, ch: char) -> bool {
    match class {
        Class::Figure | Class::Exclam => last.class == class,
        Class::Joint => last.text == ch.to_string(),
        _ => false,
    }
}

/// Two `？！` together take one em, three take two (GB/T 15834-2011 5.1.2): all but a third give their half.
fn tighten_exclamations(cells: &mut [Cell]) {
    let mut at = 0;
    while at < cells.len() {
        let run = 1 + cells[at + 1..].iter().take_while(|cell| cell.class == Class::Exclam && cell.joined).count();
        if cells[at].class == Class::Exclam && run > 1 {
            for cell in &mut cells[at..at + 2] {
                (cell.width, cell.right) = (half(), 0);
            }
        }
        at += run;
    }
}

/// The half that two neighbours lose, and whether it is the right one's: rule book 5.1.
fn adjacent_loss(left: Class, right: Class) -> Option<bool> {
    use Class::{Close, Exclam, Middot, Open, Pause};
    match (left, right) {
        (Open | Close | Pause | Exclam | Middot, Open) => Some(true),
        (Close, Close | Pause | Exclam | Middot) | (Pause | Exclam, Close) => Some(false),
        _ => None,
    }
}

/// What a line of these cells takes.
#[derive(Debug, Clone, Copy)]
struct Measured {
    natural: i64,
    /// What its marks can give beyond that.
    give: i64,
    /// The gaps that may open.
    gaps: i64,
}

/// A line measured on its own, its last mark without its empty half.
fn measure_line(cells: &[Cell], is_first: bool) -> Measured {
    let kept = cells.iter().rposition(|cell| cell.class != Class::Space).map_or(0, |last| last + 1);
    let mut line = cells[..kept].to_vec();
    let full: i64 = line.iter().map(|cell| cell.width).sum();
    let blanks = |line: &[Cell]| line.iter().map(|cell| cell.left + cell.right).sum::<i64>();
    let whole = blanks(&line);
    for at in 1..line.len() {
        match adjacent_loss(line[at - 1].class, line[at].class) {
            Some(true) => line[at].left = 0,
            Some(false) => line[at - 1].right = 0,
            None => (),
        }
    }
    if let (Some(first), false) = (line.first_mut(), is_first) {
        first.left = 0;
    }
    if let Some(last) = line.last_mut() {
        last.right = 0;
    }
    let give = line.iter().filter(|cell| cell.gives).map(|cell| cell.left + cell.right).sum();
    let gaps = line.iter().skip(1).filter(|cell| !cell.joined).count() as i64;
    Measured { natural: full - (whole - blanks(&line)), give, gaps }
}

/// Whether a line may end before this cell; blanks do not lift what an opening mark before them forbids.
fn is_legal_end(cells: &[Cell], at: usize) -> bool {
    let mark = cells[..at].iter().rev().find(|cell| !cell.text.trim().is_empty());
    let opens = mark.is_some_and(|cell| cell.class == Class::Open);
    at == cells.len() || (!cells[at].joined && cells[at].class.may_start_a_line() && !opens)
}

/// The lines, or nothing if some line has no legal end.
fn reference(text: &str, measure: i64, indent: i64, prefer: Prefer) -> Option<Vec<String>> {
    let cells = cells(text);
    let mut lines = Vec::new();
    let mut start = 0;
    while start < cells.len() {
        let room = if start == 0 { measure - indent } else { measure };
        let ends: Vec<_> = (start + 1..=cells.len())
            .filter(|end| is_legal_end(&cells, *end))
            .map(|end| (end, measure_line(&cells[start..end], start == 0)))
            .collect();
        let end = choose(&ends, room, prefer)?;
        lines.push(cells[start..end].iter().map(|cell| &*cell.text).collect());
        start = end;
    }
    Some(lines)
}

/// The end that a policy chooses among the legal ones. A line that nothing fits unsqueezed is squeezed, and so
/// is one that needs it to be the last.
fn choose(ends: &[(usize, Measured)], room: i64, prefer: Prefer) -> Option<usize> {
    let tight = ends.iter().rposition(|(_, line)| line.natural - line.give <= room)?;
    let loose = ends.iter().rposition(|(_, line)| line.natural <= room);
    let (false, Some(loose)) = (tight + 1 == ends.len(), loose) else {
        return Some(ends[tight].0);
    };
    let chosen = match prefer {
        Prefer::In => tight,
        Prefer::Out => loose,
        Prefer::Nearest if tight > loose && taking_asks_less(ends[loose + 1].1, ends[loose].1, room) => loose + 1,
        Prefer::Nearest => loose,
    };
    Some(ends[chosen].0)
}

/// Whether the shrink that takes a unit is a lesser part of what can be given than the stretch that leaves it.
fn taking_asks_less(taken: Measured, left: Measured, room: i64) -> bool {
    let shrink = i128::from(taken.natural - room) * i128::from(left.gaps * em() / 4);
    let stretch = i128::from(room - left.natural) * i128::from(taken.give);
    shrink <= stretch
}

/// The program's lines, and whether it had to cut what may not be cut.
fn set(text: &str, measure: i64, indent: i64, prefer: Prefer) -> Vec<Line> {
    let mut style = Style::default();
    style.text.prefer = prefer;
    let paragraph =
        ParagraphStyle { kind: body(), measure: Length::from_units(measure), indent: Length::from_units(indent) };
    with_setter(&style, |setter| set_paragraph(&Text::unplaced(text), paragraph, setter)).0
}

fn texts(lines: &[Line]) -> Vec<String> {
    lines.iter().map(|line| line.text.as_str().to_owned()).collect()
}

/// A measure of so many em: 27.64 as in the bulletin, or any from 10 to 30 to the hundredth.
fn measures() -> impl Strategy<Value = f64> {
    prop_oneof![Just(27.64), (10_u32..=30).prop_map(f64::from), (1000_u32..3000).prop_map(|em| f64::from(em) / 100.0)]
}

/// Texts: mostly what is written, some of what nobody writes. Latin letters and figures never touch.
fn a_text() -> impl Strategy<Value = String> {
    let tokens = [
        (8, "[人大常委会监督代表工作法治民主依规调研]{1,9}"),
        (5, "[，。、；：]"),
        (1, "[？！]"),
        (1, "？！|！！！|！！"),
        (3, "“[立法审议]{1,5}”|（[浙江]{1,4}）|《[监督条例]{1,6}》|【[摘登]{1,3}】"),
        (2, "“[立法]{1,3}‘[审议]{1,3}’[立法]{0,2}”|《[民法]{1,3}〈[典]{1,3}〉》|“《[监督]{1,4}》”"),
        (1, "——|……"),
        (1, "[一二三][尔德]{1,2}·[马恩]{1,3}"),
        (2, "[0-9]{1,5}|[0-9]{1,3}%"),
        (1, "App|law|ad|AI"),
        (1, "[，。、；：”’）》〉】·]|[“‘（《〈【]"),
        (1, "\u{3000}"),
    ];
    let tokens = tokens.map(|(weight, pattern)| (weight, proptest::string::string_regex(pattern).unwrap().boxed()));
    proptest::collection::vec(Union::new_weighted(tokens.to_vec()), 1..60).prop_map(|tokens| join(&tokens))
}

/// The tokens in a row, with a han character wherever two would run together into something else.
fn join(tokens: &[String]) -> String {
    let mut text = String::new();
    for token in tokens {
        let ends = text.chars().last().map(Class::of);
        let starts = token.chars().next().map(Class::of);
        let is_run = |class| matches!(class, Some(Class::Figure | Class::Latin | Class::Exclam | Class::Space));
        let is_bare = ends.is_none() && starts == Some(Class::Space);
        if (is_run(ends) && is_run(starts)) || is_bare {
            text.push('国');
        }
        text.push_str(token);
    }
    text.trim_end_matches('\u{3000}').to_owned()
}

/// The program's lines are the reference's.
fn agree(text: &str, measure: f64, indent: i64, prefer: Prefer) -> Result<(), TestCaseError> {
    let measure = Em::new(measure).at(body().size).units();
    let expected = reference(text, measure, indent, prefer);
    // A chain of marks longer than the line has no legal end, and the rules do not say where it is cut.
    prop_assume!(expected.is_some());
    // An apostrophe inside a Latin word is a letter of it, which these few classes do not know.
    let letters: Vec<_> = text.chars().collect();
    let is_word = |three: &[char]| three[1] == '’' && three[0].is_ascii_alphabetic() && three[2].is_ascii_alphabetic();
    prop_assume!(!letters.windows(3).any(is_word));
    let lines = texts(&set(text, measure, indent, prefer));
    prop_assert_eq!(Some(lines), expected, "{}", text);
    Ok(())
}

proptest! {
    #![proptest_config(crate::support::properties(500))]

    #[test]
    fn reference_breaks_pushing_in(text in a_text(), measure in measures(), indent in 0_i64..=2) {
        agree(&text, measure, indent * em(), Prefer::In)?;
    }

    #[test]
    fn reference_breaks_pushing_out(text in a_text(), measure in measures(), indent in 0_i64..=2) {
        agree(&text, measure, indent * em(), Prefer::Out)?;
    }

    #[test]
    fn reference_breaks_where_less_is_asked(text in a_text(), measure in measures(), indent in 0_i64..=2) {
        agree(&text, measure, indent * em(), Prefer::Nearest)?;
    }

    /// Set twice, a text is the same to the unit.
    #[test]
    fn reference_breaking_is_deterministic(text in a_text(), measure in measures()) {
        let measure = Em::new(measure).at(body().size).units();
        for prefer in [Prefer::In, Prefer::Nearest, Prefer::Out] {
            prop_assert_eq!(set(&text, measure, 0, prefer), set(&text, measure, 0, prefer));
        }
    }

    /// A wider measure never needs more lines, whichever way a line is filled.
    #[test]
    fn reference_wider_measures_need_no_more_lines(
        text in "[人大常委会监督代表工作]{1,200}",
        measure in measures(),
        more in 0_i64..400_000,
    ) {
        let measure = Em::new(measure).at(body().size).units();
        for prefer in [Prefer::In, Prefer::Nearest, Prefer::Out] {
            let (narrow, wide) = (set(&text, measure, 0, prefer), set(&text, measure + more, 0, prefer));
            prop_assert!(wide.len() <= narrow.len());
        }
    }

    /// Every line but the last is as wide as the measure, unless it has no gap that could open.
    #[test]
    fn reference_justified_lines_are_exact(text in a_text(), measure in measures()) {
        let measure = Em::new(measure).at(body().size).units();
        prop_assume!(reference(&text, measure, 0, Prefer::In).is_some());
        for prefer in [Prefer::In, Prefer::Nearest, Prefer::Out] {
            let lines = set(&text, measure, 0, prefer);
            for (order, line) in lines.iter().enumerate() {
                let width = line.width.units();
                let is_rigid = measure_line(&cells(line.text.as_str()), order == 0).gaps == 0;
                prop_assert!(width <= measure, "{}", line.text.as_str());
                prop_assert!(order + 1 == lines.len() || is_rigid || width == measure, "{}", line.text.as_str());
            }
        }
    }
}

/// Eleven characters ask 0.1 em of marks that can give 1.5, ten ask 0.9 em of gaps that can give 2.25; that twelve
/// would fit too, barely, is no reason to leave the eleventh.
#[test]
fn reference_nearest_takes_the_next_unit_alone() {
    let text = "口口，口口，口口，口口口口口口口口口口";
    let measure = Em::new(10.9).at(body().size).units();
    let lines = texts(&set(text, measure, 0, Prefer::Nearest));
    assert_eq!(lines[0].chars().count(), 11, "{lines:?}");
}

/// A printed line: its text and its glyphs' places from its start, wherever it stands.
#[derive(Debug, PartialEq, Eq)]
struct Printed {
    text: String,
    places: Vec<Length>,
}

/// The lines of each paragraph.
fn paragraphs(document: &Document) -> Vec<Vec<Printed>> {
    let mut paragraphs: BTreeMap<usize, Vec<Printed>> = BTreeMap::new();
    let mut last = None;
    let mut start = Length::ZERO;
    for (id, page, run) in paragraph_runs(document) {
        let lines = paragraphs.entry(id).or_default();
        let line = Some((page, run.origin.y));
        if last != line {
            (last, start) = (line, run.origin.x);
            lines.push(Printed { text: String::new(), places: Vec::new() });
        }
        let line = lines.last_mut().unwrap();
        line.text.push_str(&run.text);
        line.places.extend(run.glyphs.iter().map(|glyph| run.origin.x + glyph.x - start));
    }
    paragraphs.into_values().collect()
}

fn issue(bodies: &[String]) -> String {
    let body = bodies.join("\n\n");
    format!("{HEAD}\n[[article]]\ncolumn = \"要闻\"\ntitle = \"题\"\nbody = '''\n{body}\n'''\n")
}

/// What an editor does to one paragraph moves no line of another, over page breaks too.
#[test]
fn reference_a_change_stays_in_its_paragraph() {
    let sentence =
        "市人大常委会围绕“四个机关”建设，听取和审议了《关于2025年预算执行情况的报告》；与会人员认为：成效明显！";
    let mut bodies: Vec<String> = (2..14).map(|times| format!("{times}、{}", sentence.repeat(times))).collect();
    let project = Project::new(PUBLICATION);
    let before = paragraphs(&project.document(&issue(&bodies)));
    assert_eq!(before.len(), bodies.len());
    for changed in 0..bodies.len() {
        let original = bodies[changed].clone();
        for new in [original.replace('，', ""), format!("新增{original}"), "删短了。".to_owned(), original.repeat(2)]
        {
            bodies[changed] = new;
            let after = paragraphs(&project.document(&issue(&bodies)));
            assert_eq!(after.len(), before.len());
            assert_ne!(after[changed], before[changed]);
            for other in (0..bodies.len()).filter(|other| *other != changed) {
                assert_eq!(after[other], before[other], "paragraph {other} when {changed} changed");
            }
        }
        bodies[changed] = original;
    }
}
