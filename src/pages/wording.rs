//! Words of the format filled in, and the gaps that set off figures and spread short words.

use crate::length::Length;
use crate::model::style::MastheadStyle;
use crate::model::text::is_set_solid;
use crate::model::{Issue, Text};
use crate::typeset::Gap;

/// Fills `{name}` in a pattern with texts; a name that is not given stays as it is.
pub(super) fn fill(pattern: &str, values: &[(&str, Text)]) -> Text {
    let mut text = Text::default();
    let mut rest = pattern;
    while let Some(start) = rest.find('{') {
        let end = rest[start..].find('}').map(|end| start + end);
        let value = end.and_then(|end| values.iter().find(|(name, _)| *name == &rest[start + 1..end]));
        match (value, end) {
            (Some((_, value)), Some(end)) => {
                text.push(&rest[..start], None);
                text.append(value);
                rest = &rest[end + 1..];
            }
            _ => {
                text.push(&rest[..=start], None);
                rest = &rest[start + 1..];
            }
        }
    }
    text.push(rest, None);
    text
}

/// The line of the issue's numbers.
pub(super) fn issue_line(issue: &Issue, style: &MastheadStyle) -> Text {
    let pattern = if issue.is_merged() { &style.merged_issue_line } else { &style.issue_line };
    let mut year = Text::default();
    year.push(&issue.date.value.year.to_string(), Some(issue.date.place));
    let numbers = [("number", issue.number), ("serial", issue.serial)];
    let values = numbers.into_iter().filter_map(|(name, number)| Some((name, number?.to_text())));
    fill(pattern, &values.chain([("year", year)]).collect::<Vec<_>>())
}

/// Gaps between figures and the words beside them.
pub(super) fn gaps_at_figures(text: &str, width: Length) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut before: Option<char> = None;
    for (at, ch) in text.char_indices() {
        let is_boundary = before
            .is_some_and(|before| before.is_ascii_digit() != ch.is_ascii_digit() && (is_word(before) && is_word(ch)));
        if is_boundary {
            gaps.push(Gap { before: at, width });
        }
        before = Some(ch);
    }
    gaps
}

fn is_word(ch: char) -> bool {
    ch.is_alphanumeric()
}

/// A gap inside a word of two han characters.
pub(super) fn gap_inside_pair(word: &str, width: Length) -> Option<Gap> {
    if !word.chars().all(is_set_solid) {
        return None;
    }
    let mut starts = word.char_indices().map(|(at, _)| at).skip(1);
    match (starts.next(), starts.next()) {
        (Some(before), None) => Some(Gap { before, width }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wording_fills_patterns() {
        let text = fill("第{number}期（{other}）", &[("number", Text::unplaced("3"))]);
        assert_eq!(text.as_str(), "第3期（{other}）");
    }

    #[test]
    fn wording_sets_off_figures() {
        let at: Vec<_> = gaps_at_figures("第3期（总第709期）", Length::ZERO).iter().map(|gap| gap.before).collect();
        assert_eq!(at, [3, 4, 16, 19]);
        assert!(gaps_at_figures("3、4", Length::ZERO).is_empty());
    }

    #[test]
    fn wording_spreads_only_pairs() {
        assert_eq!(gap_inside_pair("目录", Length::ZERO).map(|gap| gap.before), Some(3));
        assert_eq!(gap_inside_pair("张小三", Length::ZERO), None);
        assert_eq!(gap_inside_pair("录", Length::ZERO), None);
        assert_eq!(gap_inside_pair("Al", Length::ZERO), None);
    }
}
