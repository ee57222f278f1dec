//! The imprint (版记) at the foot of the last page.

use super::section;
use super::setting::{Count, Ems, Flag, Mm, Size, Words};

section! {
    /// The imprint.
    ImprintStyle ["imprint"] {
        /// Size, pt or a size name. GB/T 9704-2012 7.4.
        size: Size = 14.0,
        /// Thickness of the first and the last rule, mm. GB/T 9704-2012 7.4.1.
        outer_rule: Mm = 0.35,
        /// Thickness of the rules between, mm. GB/T 9704-2012 7.4.1.
        inner_rule: Mm = 0.25,
        /// How far in its lines stand at both sides, em. GB/T 9704-2012 7.4.2.
        indent: Ems = 1.0,
        /// What stands before the editor's name. Measured.
        editor_label: Words = "本期责任编辑：",
        /// What stands before the telephone number. Measured.
        telephone_label: Words = "电话：",
        /// Whether it goes to the next even page, the outside back. GB/T 9704-2012 7.5.
        even_page: Flag = false,
        /// The number of which the page count is made a multiple. Ours.
        pages_multiple: Count = 1,
    }
}
