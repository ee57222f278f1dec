//! The files that `init` and `new` write: data files of `templates/`, with `{{names}}` filled in.

/// A publication's file.
pub(super) const PUBLICATION: &str = include_str!("templates/publication.toml");
/// A publication's first issue.
pub(super) const FIRST: &str = include_str!("templates/first.toml");
/// The next issue's head, up to its articles.
pub(super) const NEXT: &str = include_str!("templates/next.toml");
/// The year's number.
pub(super) const NUMBER: &str = include_str!("templates/number.toml");
/// The serial.
pub(super) const SERIAL: &str = include_str!("templates/serial.toml");
/// The editor in charge.
pub(super) const EDITOR: &str = include_str!("templates/editor.toml");
/// A line of others who answer for the issue.
pub(super) const STAFF: &str = include_str!("templates/staff.toml");
/// The first article, every key explained.
pub(super) const LEAD: &str = include_str!("templates/lead.toml");
/// Any other article.
pub(super) const ARTICLE: &str = include_str!("templates/article.toml");
/// A brief.
pub(super) const BRIEF: &str = include_str!("templates/brief.toml");

/// A template with each `{{name}}` replaced once; what is put in is not looked at again.
pub(super) fn filled(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        text.push_str(before);
        let (name, next) = after.split_once("}}").unwrap_or((after, ""));
        text.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
        rest = next;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn template_values_are_not_filled_in_turn() {
        let values = [("a", "{{b}}"), ("b", "x")];
        assert_eq!(filled("{{a}}-{{b}}-{{c}}-{serial}", &values), "{{b}}-x--{serial}");
    }
}
