//! The editor's note (编者按) between a title and its text.

use super::section;
use super::setting::{Ems, GridLines, Words};

section! {
    /// Editor's notes.
    EditorNoteStyle ["editor_note"] {
        /// What stands before the note, unless its author wrote it. Ours.
        label: Words = "编者按：",
        /// How far the note stands in at both sides, em. Ours.
        indent: Ems = 2.0,
        /// Blank lines below it, dropped at a page's top. Ours.
        below: GridLines = 1.0,
    }
}
