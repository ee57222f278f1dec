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
        /// Space between those who answer for an issue on one line, em. Ours.
        staff_gap: Ems = 2.0,
        /// Space between the names of one of them, em. Ours.
        name_gap: Ems = 1.0,
        /// What stands before the telephone number. Measured.
        telephone_label: Words = "电话：",
        /// What stands before the postal address. Ours.
        address_label: Words = "地址：",
        /// What stands before the e-mail address. Ours.
        email_label: Words = "电子邮箱：",
        /// The line of the copies printed (印数). Ours, after GB/T 9704-1999 8.3.10.
        copies_line: Words = "共印{copies}份",
        /// Whether it goes to the next even page, the outside back. GB/T 9704-2012 7.5.
        even_page: Flag = false,
        /// The number of which the page count is made a multiple. Ours.
        pages_multiple: Count = 1,
    }
}
