//! Titles broken by sense: a list of headings with the breaks that an editor accepts, made before the
//! program broke any.

use crate::support::root;
use crate::typeset::{body, with_setter};
use bulletin::length::Em;
use bulletin::model::{Style, Text};
use bulletin::typeset::set_title;
use std::fs;

#[test]
fn titles_break_where_sense_allows() {
    let list = fs::read_to_string(root().join("tests/cases/titles/headings.tsv")).unwrap();
    let mut wrong = Vec::new();
    let mut count = 0;
    for row in list.lines().filter(|row| !row.starts_with('#') && !row.is_empty()) {
        let mut fields = row.split('\t');
        let measure = Em::new(fields.next().unwrap().parse().unwrap()).at(body().size);
        let accepted: Vec<_> = fields.collect();
        let title = accepted[0].replace(" / ", "");
        let lines =
            with_setter(&Style::default(), |setter| set_title(&[Text::unplaced(&title)], body(), measure, setter)).0;
        let broken: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
        let broken = broken.join(" / ");
        if !accepted.contains(&&*broken) {
            wrong.push(format!("{broken}\n    {}", accepted.join("\n    ")));
        }
        count += 1;
    }
    assert!(count >= 80);
    assert!(wrong.is_empty(), "{} of {count} are broken badly:\n{}", wrong.len(), wrong.join("\n"));
}
