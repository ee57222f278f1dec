//! The half of `doubled_words` that reads single characters: `实实`, `的的`, `取得了了`.
//!
//! Source: newsroom practice (校对通例).
//! False alarms: two like characters are sound inside a word (`常常`), where a word ends with the first and another
//! begins with the second (`工作作风`), and where one of them is a character that often stands alone beside a
//! word with the other (`目的的`, `市市长`, `可以以`). So the text is parted into words as well as it goes, with both and with one
//! of them: it is a slip only if the second is one word more. Behind a figure a measure that stands twice is a slip
//! though it may be a word (`3个个`). Persons' names (`李丽丽`) are left alone.

use super::doubled_words::is_repeated;
use crate::proof::words::{Lexicon, Run, ahead, back};
use crate::proof::{Passage, posts};
use std::ops::Range;

/// Characters on either side by which words are seen.
const CONTEXT: usize = 6;

/// What one word costs at the least.
const ONE: usize = 9;

/// Characters that stand alone before a word that begins with them: `的的确`, `市市场`.
const OPENERS: &str = "的了和与是在为及或被从对于向以就并但而要有会上下中人等各本该此不还将已更最再又只能可应须使让给把由用按据经因且若如则其所至到成好多新老前后内外年月日天时市区县省镇乡村街路局院厅部委州国社校组队室站处长司团党报军馆所病科班关";

/// Characters that stand alone behind a word that ends with them: `目的的`, `现在在`.
const CLOSERS: &str = "的地在以是为与和对向从就会将有要能上中下等到由";

/// Verbs that take a verb, so that no 以 follows them.
const BEFORE_VERBS: &[&str] = &["予以", "加以"];

/// With what names of places and bodies end, before words that the dictionary may lack: `中国国旅`.
const SUFFIXES: &str = "国省市县区镇乡村军院校馆所病站厂队组州";

/// Characters that never stand twice as words.
const NEVER_TWICE: &str = "的了和与及或被从对于向以就并但而不是在为凡若且因此仍却则虽亦";

/// What makes a word with a character of its own that the dictionary may lack: `本报`, `我党`.
const MODIFIERS: &[char] = &['本', '我', '该', '各', '全', '此', '题', '贵', '爱'];

/// What is counted.
const MEASURES: &str = "个件条项名位家户次场份台辆元人所座批";

/// The characters that stand twice in a run of han characters and are meant once; both of them together.
pub(super) fn found(passage: &Passage<'_>, run: &Run<'_>, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let text = passage.as_str();
    let twice = run.chars.array_windows().enumerate().filter(|(_, [(_, one), (_, other)])| one == other);
    let places = twice.map(|(order, [(first, _), (second, _)])| (*first, *second, run.start(order + 2)));
    let slips = places.filter(|(first, second, end)| is_slip(text, *first..*second, *end, &run.range, lexicon));
    slips.map(|(first, _, end)| first..end).collect()
}

/// Whether a character that stands twice is not meant so.
fn is_slip(text: &str, first: Range<usize>, end: usize, run: &Range<usize>, lexicon: &Lexicon) -> bool {
    let Some(ch) = text[first.clone()].chars().next() else { return false };
    let is_thrice = text[..first.start].ends_with(ch) || text[end..].starts_with(ch);
    if is_thrice || is_reduplicated(text, &first, end, run) {
        return false;
    }
    let is_counted = text[..first.start].ends_with(|ch: char| ch.is_ascii_digit()) && MEASURES.contains(ch);
    let is_number = "一二三四五六七八九〇两".contains(ch);
    // 某某局局长
    let is_title = text[end..].starts_with('长');
    if !is_counted && (is_number || is_title || is_repeated(&text[first.start..end])) {
        return false;
    }
    let start = back(text, first.start, CONTEXT).max(run.start);
    let stop = ahead(text, end, CONTEXT).min(run.end);
    let (cost, ends) = lexicon.parted(&text[start..stop]);
    // The words in which the two stand.
    let word = |at: usize| {
        let order = ends.partition_point(|end| *end + start <= at);
        let from = if order == 0 { start } else { ends[order - 1] + start };
        from..ends.get(order).map_or(stop, |end| *end + start)
    };
    let (one, other) = (word(first.start), word(first.end));
    let is_alone = |word: &Range<usize>| word.len() == ch.len_utf8();
    if is_counted {
        return one == other || (is_alone(&one) && is_alone(&other));
    }
    if is_name(text, &first, one.start, lexicon) {
        return false;
    }
    if NEVER_TWICE.contains(ch) && one == other {
        return one == (first.start..end);
    }
    let (mended, whole) = lexicon.parted(&format!("{}{}", &text[start..first.end], &text[end..stop]));
    if cost < mended + ONE || (is_lively(text, &first, end) && !NEVER_TWICE.contains(ch)) {
        return false;
    }
    // The one that is left ends a word.
    let ends_word =
        whole.contains(&(first.end - start)) && first.start > start && !whole.contains(&(first.start - start));
    let is_piece = NEVER_TWICE.contains(ch) || ends_word;
    let before = back(text, one.start, 1);
    let is_single = before == start || ends.contains(&(before - start.min(before)));
    let is_set_off = is_single && text[start..one.start].ends_with(MODIFIERS);
    match (is_alone(&one), is_alone(&other)) {
        _ if one == other => is_piece,
        (true, true) => is_piece && !SUFFIXES.contains(ch),
        (true, false) => !OPENERS.contains(ch) && !is_set_off,
        (false, true) => !CLOSERS.contains(ch) || BEFORE_VERBS.contains(&&text[one]),
        (false, false) => false,
    }
}

/// Whether it is doubled for liveliness: `一批批`, `水灵灵的`.
fn is_lively(text: &str, first: &Range<usize>, end: usize) -> bool {
    let counted = ['一', '每', '那', '这', '几', '数', '阿'];
    text[..first.start].ends_with(counted) || text[end..].starts_with(['的', '地', '着'])
}

/// Whether it is a given name behind a surname.
fn is_name(text: &str, first: &Range<usize>, word: usize, lexicon: &Lexicon) -> bool {
    let before = back(text, first.start, 1);
    let is_surname = text[before..first.start].chars().next().is_some_and(posts::is_surname);
    let ends_word = lexicon.is_word(&text[back(text, before, 1)..first.start]);
    word == first.start && is_surname && !ends_word
}

/// Whether a pair is half of a reduplication of two (`实实在在`) or follows a character as in `沉甸甸`.
fn is_reduplicated(text: &str, first: &Range<usize>, end: usize, run: &Range<usize>) -> bool {
    let twice = |range: Range<usize>| {
        let mut chars = text[range].chars();
        let pair = (chars.next(), chars.next());
        pair.0.is_some() && pair.0 == pair.1
    };
    let before = back(text, first.start, 2).max(run.start)..first.start;
    let behind = end..ahead(text, end, 2).min(run.end);
    twice(before.clone()) || twice(behind)
}
