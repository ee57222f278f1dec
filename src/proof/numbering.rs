//! Numbers in front of what is enumerated: `一、` `（一）` `1.` `（1）` `①` `一是` `一要` `第一，`.

use super::Passage;
use crate::char_set::CharSet;
use std::ops::Range;

/// A kind of number; the first four are the levels of GB/T 9704-2012 7.3.3, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// `一、`
    Han,
    /// `（一）`
    HanBracketed,
    /// `1.`
    Figure,
    /// `（1）`
    FigureBracketed,
    /// `①`
    Circled,
    /// `一是` `一要`
    Is,
    /// `第一，`
    Ordinal,
}

/// A number in front of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marker {
    /// Its kind.
    pub(super) kind: Kind,
    /// The number.
    pub(super) number: u32,
    /// Where it stands.
    pub(super) range: Range<usize>,
}

/// The levels of headings, as their first number is written.
pub(super) const LEVELS: &[(Kind, &str)] =
    &[(Kind::Han, "一、"), (Kind::HanBracketed, "（一）"), (Kind::Figure, "1."), (Kind::FigureBracketed, "（1）")];

const DIGITS: &[char] = &['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// What stands before an item inside a paragraph.
static STOPS: CharSet = CharSet::of("。；：，！？…— 　");

/// What ends an item inside a paragraph.
static ENDS: CharSet = CharSet::of("。；：");

/// The number that han figures give, 1 to 99; none if they give none.
pub(super) fn han_number(text: &str) -> Option<u32> {
    let digit = |text: &str| {
        let mut chars = text.chars();
        let found = chars.next().and_then(|ch| DIGITS.iter().position(|digit| *digit == ch));
        found.filter(|_| chars.next().is_none()).and_then(|at| u32::try_from(at + 1).ok())
    };
    match text.split_once('十') {
        None => digit(text),
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { digit(tens)? };
            Some(tens * 10 + if ones.is_empty() { 0 } else { digit(ones)? })
        }
    }
}

/// A number below a hundred as han figures write it.
pub(super) fn han(number: u32) -> String {
    let digit = |at: u32| usize::try_from(at).ok().and_then(|at| DIGITS.get(at.wrapping_sub(1))).copied();
    let tens = if number >= 20 { digit(number / 10) } else { None };
    let ten = (number >= 10).then_some('十');
    tens.into_iter().chain(ten).chain(digit(number % 10)).collect()
}

/// The figures at a text's start, han or other: the number and the bytes they take.
pub(super) fn figures(text: &str) -> Option<(u32, usize)> {
    let is_han = |ch: char| DIGITS.contains(&ch) || ch == '十';
    let len = text.find(|ch| !is_han(ch)).unwrap_or(text.len());
    if len > 0 {
        return Some((han_number(&text[..len])?, len));
    }
    let len = text.find(|ch: char| !ch.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..len].parse().ok().filter(|_| len <= 3 && !text.starts_with('0'))?, len))
}

/// The number at a text's start; `alone` if a paragraph begins there.
pub(super) fn marker(text: &str, alone: bool) -> Option<(Kind, u32, usize)> {
    let first = text.chars().next()?;
    if let '①'..='⑳' = first {
        return Some((Kind::Circled, first as u32 - '①' as u32 + 1, first.len_utf8()));
    }
    if let Some(inside) = text.strip_prefix('（') {
        let (number, len) = figures(inside)?;
        inside[len..].strip_prefix('）')?;
        let kind =
            if inside.starts_with(|ch: char| ch.is_ascii_digit()) { Kind::FigureBracketed } else { Kind::HanBracketed };
        return Some((kind, number, len + 2 * '（'.len_utf8()));
    }
    if let Some(rest) = text.strip_prefix('第') {
        let len = rest.find(|ch| !(DIGITS.contains(&ch) || ch == '十')).unwrap_or(rest.len());
        let number = han_number(&rest[..len])?;
        return rest[len..].starts_with('，').then_some((Kind::Ordinal, number, '第'.len_utf8() + len));
    }
    let (number, len) = figures(text)?;
    let behind = &text[len..];
    let next = behind.chars().next()?;
    let is_figure = first.is_ascii_digit();
    let kind = match next {
        // 一是一，二是二
        '是' if !is_figure && !behind['是'.len_utf8()..].starts_with(&text[..len]) => Kind::Is,
        '要' if !is_figure => Kind::Is,
        '、' if alone && !is_figure => Kind::Han,
        '.' | '．' if alone && is_figure && !behind[next.len_utf8()..].starts_with(|ch: char| ch.is_ascii_digit()) => {
            Kind::Figure
        }
        _ => return None,
    };
    Some((kind, number, len + next.len_utf8()))
}

/// The number of an item inside a paragraph at a text's start: `2.加强…`.
fn inline(text: &str) -> Option<(Kind, u32, usize)> {
    let (number, len) = figures(text).filter(|_| text.starts_with(|ch: char| ch.is_ascii_digit()))?;
    let point = text[len..].chars().next().filter(|ch| ".．".contains(*ch))?;
    let end = len + point.len_utf8();
    text[end..].starts_with(super::words::is_han).then_some((Kind::Figure, number, end))
}

/// The numbers of a passage that stand at its start or behind a stop, and in no quotation.
pub(super) fn markers(passage: &Passage<'_>) -> Vec<Marker> {
    let text = passage.as_str();
    let mut found: Vec<Marker> = Vec::new();
    found.extend(first(passage));
    for [(_, before), (at, _)] in passage.chars.array_windows() {
        if !STOPS.contains(*before) || found.last().is_some_and(|last| *at < last.range.end) {
            continue;
        }
        let rest = &text[*at..];
        let item = marker(rest, false).or_else(|| inline(rest).filter(|_| ENDS.contains(*before)));
        found.extend(item.and_then(|item| unquoted(passage, *at, item)));
    }
    found
}

/// The number at the start of a passage.
pub(super) fn first(passage: &Passage<'_>) -> Option<Marker> {
    marker(passage.as_str(), true).and_then(|item| unquoted(passage, 0, item))
}

/// A number at a byte of a passage, if it stands in no quotation.
fn unquoted(passage: &Passage<'_>, at: usize, (kind, number, len): (Kind, u32, usize)) -> Option<Marker> {
    let range = at..at + len;
    (!passage.is_quoted(&range)).then_some(Marker { kind, number, range })
}

/// How a number of a kind is written.
pub(super) fn written(kind: Kind, number: u32) -> String {
    match kind {
        Kind::Han => format!("{}、", han(number)),
        Kind::HanBracketed => format!("（{}）", han(number)),
        Kind::Figure => format!("{number}."),
        Kind::FigureBracketed => format!("（{number}）"),
        Kind::Circled => char::from_u32('①' as u32 + number.saturating_sub(1)).map_or_else(String::new, String::from),
        Kind::Is => format!("{}是", han(number)),
        Kind::Ordinal => format!("第{}", han(number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbering_reads_and_writes_numbers() {
        for number in 1..100 {
            assert_eq!(han_number(&han(number)), Some(number));
        }
        assert_eq!((han_number("十一"), han_number("二十"), han_number("一一")), (Some(11), Some(20), None));
    }

    #[test]
    fn numbering_knows_the_kinds() {
        let kind = |text| marker(text, true).map(|(kind, number, _)| (kind, number));
        assert_eq!(kind("一、题"), Some((Kind::Han, 1)));
        assert_eq!(kind("（十二）题"), Some((Kind::HanBracketed, 12)));
        assert_eq!(kind("3. 题"), Some((Kind::Figure, 3)));
        assert_eq!(kind("3.5万元"), None);
        assert_eq!(kind("（2）题"), Some((Kind::FigureBracketed, 2)));
        assert_eq!(kind("（027）题"), None);
        assert_eq!(kind("③题"), Some((Kind::Circled, 3)));
        assert_eq!(kind("二是题"), Some((Kind::Is, 2)));
        assert_eq!(kind("一是一，二是二"), None);
        assert_eq!(kind("第三，题"), Some((Kind::Ordinal, 3)));
        assert_eq!(kind("第三产业"), None);
    }
}
