//! Quotes and brackets without their other half, and those that cross another pair (`（…《…）…》`).
//!
//! Source: GB/T 15834-2011 4.8, 4.9, 4.15.
//! False alarms: a passage is paired first, then the body of an entry as a whole, then the lines of a title: what
//! closes in a later paragraph is not told. A quotation of several paragraphs repeats the opening quote at each
//! and closes in the last (4.8.3), so an open quote is not told if the next paragraph begins with one. Labels
//! (`1）`) and apostrophes are left alone, and so are quotes beside straight ones, which have a rule of their own.

use super::chars::Chars;
use super::pairs::{Single, paired};
use crate::diagnostic::{Code, Sink};
use crate::proof::{Part, Passage, Reading};

/// Reports each mark that nothing pairs.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    let mut from = 0;
    while from < reading.passages.len() {
        let first = group(&reading.passages[from]);
        let same = |passage: &&Passage<'_>| group(passage) == first;
        let count = reading.passages[from..].iter().take_while(same).count().max(1);
        together(&reading.passages[from..from + count], sink);
        from += count;
    }
}

/// Which passages are read together: those of one entry and one kind.
fn group(passage: &Passage<'_>) -> (Option<usize>, Option<Part>) {
    let is_body = matches!(passage.part, Part::Heading(_) | Part::Paragraph | Part::ListItem | Part::Quote);
    (passage.entry, (!is_body).then_some(passage.part))
}

/// Pairs across passages what each by itself left over.
fn together(passages: &[Passage<'_>], sink: &mut Sink) {
    let mut left: Vec<(usize, Single)> = Vec::new();
    for (order, passage) in passages.iter().enumerate() {
        for single in paired(&Chars::of(passage)).1 {
            let opener = |(_, other): &(usize, Single)| other.is_open && other.kind == single.kind;
            match left.iter().rposition(opener).filter(|_| !single.is_open && !passage.part.is_name()) {
                // Both stand here, and still they are no pair: what is between them crosses them (`（《）》`).
                Some(at) if left[at].0 == order => left[at].1 = single,
                Some(at) => drop(left.remove(at)),
                None => left.push((order, single)),
            }
        }
    }
    for (order, single) in left {
        let next = passages.get(order + 1).map_or("", |passage| passage.as_str());
        if single.is_open && "“‘".contains(single.kind) && next.starts_with(['“', '‘']) {
            continue;
        }
        let range = Chars::of(&passages[order]).bytes(single.at..single.at + 1);
        sink.push(passages[order].found(Code::UnpairedMark, range));
    }
}
