//! What moved on the pages, in words.

use crate::diagnostic::messages::Messages;
use crate::length::Length;
use crate::lock::{Move, Part, Spot};

/// So many characters of a line are shown: enough to find it.
const SHOWN: usize = 20;
/// So many of them before a difference.
const BEFORE: usize = 6;

/// A difference between two dumps, on a line.
pub(super) fn told(found: &Move, messages: &Messages) -> String {
    let one = |key: &str, at: &Spot, text: &str| {
        messages.with(key, &[("spot", spot(*at, at.line, messages).into()), ("text", shown(text).into())])
    };
    let page = |key: &str, page: usize| messages.with(key, &[("page", page.to_string().into())]);
    match found {
        Move::Pages { was, now } => {
            messages.with("move-pages", &[("was", was.to_string().into()), ("now", now.to_string().into())])
        }
        Move::Lines { from, last, to, text } => lines(*from, *last, *to, text, messages),
        Move::Shifted { at, text, right, down } => messages.with(
            "move-shifted",
            &[
                ("spot", spot(*at, at.line, messages).into()),
                ("text", shown(text).into()),
                ("right", millimetres(*right).into()),
                ("down", millimetres(*down).into()),
            ],
        ),
        Move::Spaced { at, text } => one("move-spaced", at, text),
        Move::Dressed { at, text } => one("move-dressed", at, text),
        Move::Text { at, was, to, now } => {
            let key = if at == to { "move-text" } else { "move-text-elsewhere" };
            let shared = was.chars().zip(now.chars()).take_while(|(was, now)| was == now).count();
            let arguments = [
                ("spot", spot(*at, at.line, messages).into()),
                ("was", shown_from(was, shared).into()),
                ("to", spot(*to, to.line, messages).into()),
                ("now", shown_from(now, shared).into()),
            ];
            messages.with(key, &arguments)
        }
        Move::Gone { at, text } => one("move-gone", at, text),
        Move::Added { at, text } => one("move-added", at, text),
        Move::Shapes { page: number } => page("move-shapes", *number),
        Move::Sheet { page: number } => page("move-sheet", *number),
        Move::Part(part) => messages.text(match part {
            Part::Information => "move-information",
            Part::Structure => "move-structure",
            Part::Outline => "move-outline",
            Part::Unknown => "move-unknown",
        }),
    }
}

/// Lines that went up, down, or to another page.
fn lines(from: Spot, last: usize, to: Spot, text: &str, messages: &Messages) -> String {
    let text_key = if from.line == last { "move-one" } else { "move-and-on" };
    let way = if from.page != to.page || from.line == 0 || to.line == 0 {
        "move-to"
    } else if to.line > from.line {
        "move-down"
    } else {
        "move-up"
    };
    let arguments = [
        ("spot", spot(from, last, messages).into()),
        ("text", messages.with(text_key, &[("text", shown(text).into())]).into()),
        ("to", spot(to, to.line, messages).into()),
        ("lines", to.line.abs_diff(from.line).to_string().into()),
    ];
    messages.with(way, &arguments)
}

/// A place on a page, or a run of lines.
fn spot(at: Spot, last: usize, messages: &Messages) -> String {
    let key = match at.line {
        0 => "spot-outside",
        line if line == last => "spot-line",
        _ => "spot-lines",
    };
    let number = |number: usize| number.to_string().into();
    messages.with(key, &[("page", number(at.page)), ("line", number(at.line)), ("last", number(last))])
}

/// The beginning of a text.
fn shown(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= SHOWN {
        return text.to_owned();
    }
    text.chars().take(SHOWN).chain(['…']).collect()
}

/// A text from where it differs, with a little of what stands before.
fn shown_from(text: &str, differs: usize) -> String {
    let skipped = if differs < SHOWN - BEFORE { 0 } else { differs - BEFORE };
    let rest: String = text.chars().skip(skipped).collect();
    if skipped == 0 { shown(&rest) } else { format!("…{}", shown(&rest)) }
}

/// A length with its sign, to the thousandth of a millimetre.
fn millimetres(units: i64) -> String {
    format!("{:+.3}", Length::from_units(units).to_mm())
}
