//! Names of the byline and of the editor with a blank or a mark that no name has: `李 四`, `张三、李四`, `王五,`.
//!
//! Source: house style: an author an item, and no blanks in names; the program sets two-character names as wide as others.
//! False alarms: a blank beside Latin letters (`J. Smith`) and the dot of foreign names are left alone, and of the
//! editor, who may be several, marks between names. The edit takes blanks between han and marks at the end away; several names in one
//! have none, as each needs quotes of its own.

use super::chars::{Chars, is_blank, is_han};
use crate::char_set::CharSet;
use crate::diagnostic::{Code, Sink};
use crate::model::Text;
use crate::proof::{Part, Passage, Reading};

/// Marks that stand between names.
static BETWEEN: CharSet = CharSet::of("、，,；;/／|");

/// Reports the authors of all entries, and the editor.
pub(super) fn check(reading: &Reading<'_>, sink: &mut Sink) {
    for passage in reading.passages.iter().filter(|passage| passage.part == Part::Name) {
        check_name(passage, "author", sink);
    }
    if let Some(editor) = &reading.issue.editor {
        check_name(&passage_of(editor), "editor", sink);
    }
}

/// The editor's name as a passage, which stands in no entry.
fn passage_of(text: &Text) -> Passage<'_> {
    Passage { quoted: Vec::new(), ..Passage::new(text, Part::Name, None) }
}

fn check_name(passage: &Passage<'_>, whose: &str, sink: &mut Sink) {
    let (chars, name) = (Chars::of(passage), passage.as_str());
    let mut at = 0;
    while at < chars.len() {
        let end = chars.run(at, is_blank);
        let marks = chars.run(at, |ch| BETWEEN.contains(ch));
        if end > at && chars.was(at, is_han) && chars.is(end, is_han) {
            let range = chars.bytes(at..end);
            let edit = passage.edit(range.clone(), "");
            sink.push(passage.found(Code::NameForm, range).with("name", name).with("fault", "blank").fixed_by(edit));
        } else if marks > at && (whose == "author" || marks == chars.len()) {
            let fault = if marks == chars.len() { "end" } else { "several" };
            let found = passage.found(Code::NameForm, chars.bytes(at..marks));
            let edit = passage.edit(chars.bytes(at..marks), "").filter(|_| fault == "end");
            sink.push(found.with("name", name).with("fault", fault).fixed_by(edit));
        }
        at = end.max(marks).max(at + 1);
    }
}
