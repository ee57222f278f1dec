//! Two page dumps held against each other: which lines moved.

use super::lines::{Dump, SetLine, read};
use super::moves::{Move, OtherForm, Part, Spot};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::BTreeSet;

/// What differs between the dump that was and the one that is: lines in the order of the pages, then shapes, then the
/// rest; nothing for equal dumps.
///
/// # Errors
/// Dumps of different forms.
pub fn compare(was: &str, now: &str) -> Result<Vec<Move>, OtherForm> {
    if was == now {
        return Ok(Vec::new());
    }
    let (was, now) = (read(was), read(now));
    if was.form != now.form {
        return Err(OtherForm);
    }
    let mut moves = Vec::new();
    if was.pages.len() != now.pages.len() {
        moves.push(Move::Pages { was: was.pages.len(), now: now.pages.len() });
    }
    // Page numbers stand between the lines of two pages: they are looked at by themselves.
    let ((was_set, was_beside), (now_set, now_beside)) = (parted(&was.lines), parted(&now.lines));
    let mut tags_differ = was.shape_tags != now.shape_tags && was.shapes == now.shapes;
    for (was, now) in pairs(&was_set, &now_set).into_iter().chain(pairs(&was_beside, &now_beside)) {
        match (was, now) {
            (Some(was), Some(now)) => {
                tags_differ |= tags(was) != tags(now);
                pair(was, now, &mut moves);
            }
            (Some(was), None) => moves.push(Move::Gone { at: spot(was), text: was.text.clone() }),
            (None, Some(now)) => moves.push(Move::Added { at: spot(now), text: now.text.clone() }),
            (None, None) => {}
        }
    }
    let mut moves = together(moves);
    moves.extend(on_pages(&was, &now));
    let mut parts = parts(&was, &now);
    if tags_differ {
        parts.insert(Part::Structure);
    }
    moves.extend(parts.into_iter().map(Move::Part));
    if moves.is_empty() {
        // They differ, so something does.
        moves.push(Move::Part(Part::Unknown));
    }
    Ok(moves)
}

/// The lines on the grid, and those outside it.
fn parted<'l, 'd>(lines: &'l [SetLine<'d>]) -> (Vec<&'l SetLine<'d>>, Vec<&'l SetLine<'d>>) {
    lines.iter().partition(|line| line.line > 0)
}

/// Each line with the one that it became: those of the same text, and between them one after the other.
fn pairs<'l, 'd>(
    was: &[&'l SetLine<'d>],
    now: &[&'l SetLine<'d>],
) -> Vec<(Option<&'l SetLine<'d>>, Option<&'l SetLine<'d>>)> {
    fn texts<'l>(lines: &[&'l SetLine<'_>]) -> Vec<&'l str> {
        lines.iter().map(|line| line.text.as_str()).collect()
    }
    let mut pairs = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &texts(was), &texts(now)) {
        let (old, new) = (op.old_range(), op.new_range());
        let count = if let DiffOp::Equal { len, .. } = op { len } else { old.len().max(new.len()) };
        pairs.extend((0..count).map(|at| (was[old.clone()].get(at).copied(), now[new.clone()].get(at).copied())));
    }
    pairs
}

fn spot(line: &SetLine<'_>) -> Spot {
    Spot { page: line.page, line: line.line }
}

fn tags<'d>(line: &SetLine<'d>) -> Vec<&'d str> {
    line.runs.iter().map(|run| run.tag).collect()
}

/// What became of a line.
fn pair(was: &SetLine<'_>, now: &SetLine<'_>, moves: &mut Vec<Move>) {
    let (at, to, text) = (spot(was), spot(now), was.text.clone());
    if was.text != now.text {
        moves.push(Move::Text { at, was: text, to, now: now.text.clone() });
        return;
    }
    if at != to {
        moves.push(Move::Lines { from: at, last: at.line, to, text: text.clone() });
    } else if (was.x, was.y) != (now.x, now.y) {
        moves.push(Move::Shifted { at, text: text.clone(), right: now.x - was.x, down: now.y - was.y });
    }
    let looks = |line: &SetLine<'_>| line.runs.iter().map(|run| run.look.to_owned()).collect::<Vec<_>>();
    let steps = |line: &SetLine<'_>| line.runs.iter().map(|run| (run.x, run.steps.to_owned())).collect::<Vec<_>>();
    if looks(was) != looks(now) {
        moves.push(Move::Dressed { at, text });
    } else if steps(was) != steps(now) {
        moves.push(Move::Spaced { at, text });
    }
}

/// Lines that follow each other and moved alike told as one.
fn together(moves: Vec<Move>) -> Vec<Move> {
    let mut told: Vec<Move> = Vec::new();
    for found in moves {
        match (told.last_mut(), &found) {
            (Some(Move::Lines { from, last, to, .. }), Move::Lines { from: next_from, to: next_to, .. })
                if (from.page, to.page) == (next_from.page, next_to.page)
                    && next_from.line > *last
                    && next_from.line + to.line == next_to.line + from.line
                    && from.line > 0
                    && to.line > 0 =>
            {
                *last = next_from.line;
            }
            _ => told.push(found),
        }
    }
    told
}

/// Sizes and shapes, page by page, of the pages that both have.
fn on_pages(was: &Dump<'_>, now: &Dump<'_>) -> Vec<Move> {
    let mut moves = Vec::new();
    for (at, (old, new)) in was.pages.iter().zip(&now.pages).enumerate() {
        let page = at + 1;
        if old != new {
            moves.push(Move::Sheet { page });
        }
        if was.shapes.get(&page) != now.shapes.get(&page) {
            moves.push(Move::Shapes { page });
        }
    }
    moves
}

/// The parts besides pages that differ.
fn parts(was: &Dump<'_>, now: &Dump<'_>) -> BTreeSet<Part> {
    let names: BTreeSet<_> = was.parts.keys().chain(now.parts.keys()).collect();
    let differing = names.into_iter().filter(|name| was.parts.get(*name) != now.parts.get(*name));
    let mut parts: BTreeSet<_> = differing
        .map(|name| match *name {
            "structure" => Part::Structure,
            "outline" => Part::Outline,
            _ => Part::Unknown,
        })
        .collect();
    if was.info != now.info {
        parts.insert(Part::Information);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    const DUMP: &str = "bulletin dump 1, lengths in 1/65536 pt\ntitle \"t\"\n
page 1 100x200
  1 x=0 y=10 A 5 black #1 \"one\"
    dx 1 2
  2 x=0 y=20 A 5 black #1 \"two\"
  2 x=9 y=20 B 5 black #1 \"!\"
  3 x=0 y=30 A 5 black #1 \"three\"
  rule x=0 y=1 5x5 red rule
  0 x=3 y=90 A 5 black page-number \"1\"

structure
  Document #0

outline
  \"one\" page 1 y=10
";

    fn moves(changes: &[(&str, &str)]) -> Vec<Move> {
        let mut now = DUMP.to_owned();
        for (old, new) in changes {
            assert!(now.contains(old), "{old}");
            now = now.replace(old, new);
        }
        compare(DUMP, &now).unwrap()
    }

    fn at(line: usize) -> Spot {
        Spot { page: 1, line }
    }

    #[test]
    fn moves_of_equal_dumps_are_none() {
        assert_eq!(compare(DUMP, DUMP), Ok(Vec::new()));
        assert_eq!(compare(DUMP, &DUMP.replace("dump 1", "dump 2")), Err(OtherForm));
    }

    #[test]
    fn moves_each_kind_is_told_as_what_it_is() {
        let text = |text: &str| text.to_owned();
        assert_eq!(
            moves(&[("  2 x", "  4 x"), ("  3 x", "  5 x")]),
            [Move::Lines { from: at(2), last: 3, to: at(4), text: text("two!") }]
        );
        assert_eq!(
            moves(&[("x=3 y=90", "x=4 y=88")]),
            [Move::Shifted { at: at(0), text: text("1"), right: 1, down: -2 }]
        );
        assert_eq!(moves(&[("dx 1 2", "dx 1 3")]), [Move::Spaced { at: at(1), text: text("one") }]);
        assert_eq!(moves(&[("x=9", "x=8")]), [Move::Spaced { at: at(2), text: text("two!") }]);
        assert_eq!(moves(&[("B 5", "C 5")]), [Move::Dressed { at: at(2), text: text("two!") }]);
        assert_eq!(
            moves(&[("\"three\"", "\"drei\"")]),
            [Move::Text { at: at(3), was: text("three"), to: at(3), now: text("drei") }]
        );
        assert_eq!(
            moves(&[("  3 x=0 y=30 A 5 black #1 \"three\"\n", "")]),
            [Move::Gone { at: at(3), text: text("three") }]
        );
        assert_eq!(
            moves(&[("  rule", "  4 x=0 y=40 A 5 black #1 \"four\"\n  rule")]),
            [Move::Added { at: at(4), text: text("four") }]
        );
        assert_eq!(moves(&[("5x5", "5x6")]), [Move::Shapes { page: 1 }]);
        assert_eq!(moves(&[("100x200", "100x201")]), [Move::Sheet { page: 1 }]);
        assert_eq!(moves(&[("title", "name")]), [Move::Part(Part::Information)]);
        assert_eq!(moves(&[("Document", "Part")]), [Move::Part(Part::Structure)]);
        assert_eq!(moves(&[("#1 \"three\"", "#2 \"three\"")]), [Move::Part(Part::Structure)]);
        assert_eq!(moves(&[("red rule", "red leader")]), [Move::Part(Part::Structure)]);
        assert_eq!(moves(&[("page 1 y", "page 1 y=0 y")]), [Move::Part(Part::Outline)]);
        assert_eq!(moves(&[("outline", "links\n  x\n\noutline")]), [Move::Part(Part::Unknown)]);
    }

    /// Whatever a dump holds, it is compared; numbers beyond all sheets make a line something unknown.
    #[test]
    fn moves_of_dumps_that_no_program_wrote_are_told_too() {
        for (old, new) in [
            ("  3 x=0", "  18446744073709551615 x=0"),
            ("x=0 y=30", "x=-9223372036854775808 y=9223372036854775807"),
            ("\"three\"", "\"three"),
            ("\"three\"", "\"\\ud800\""),
            ("  3 x", " 　x"),
            ("page 1 100x200\n", ""),
            ("    dx", "    dx dx"),
        ] {
            assert!(!moves(&[(old, new)]).is_empty(), "{new}");
        }
        assert!(compare("", "\npage ").is_ok_and(|moves| !moves.is_empty()));
    }

    /// A line put in moves what follows, over the page's edge too.
    #[test]
    fn moves_lines_go_to_another_page() {
        let now = moves(&[
            ("  3 x=0 y=30 A 5 black #1 \"three\"\n", ""),
            ("\nstructure", "\npage 2 100x200\n  1 x=0 y=10 A 5 black #1 \"three\"\n\nstructure"),
        ]);
        let (to, text) = (Spot { page: 2, line: 1 }, "three".to_owned());
        assert_eq!(now, [Move::Pages { was: 1, now: 2 }, Move::Lines { from: at(3), last: 3, to, text }]);
    }
}
