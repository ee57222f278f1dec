//! What each fault looks like: an example of it, and what the program says of that.
//!
//! The texts are made by the tests from `tests/cases/diagnostics/`; `make accept` writes them anew.

use super::Code;
use super::messages::Language;

/// The examples, each under a line with its code.
const SOURCES: &str = include_str!("examples/sources.txt");
/// What is said of them.
const ZH: &str = include_str!("examples/zh.txt");
const EN: &str = include_str!("examples/en.txt");

/// What stands before the code in the line over a part.
const HEADING: &str = "==== ";

impl Code {
    /// Lines of a source that has this fault; empty for a code that has no example yet.
    #[must_use]
    pub fn example(self) -> &'static str {
        part(SOURCES, self.as_str())
    }

    /// What the program says of the example.
    #[must_use]
    pub fn example_told(self, language: Language) -> &'static str {
        let told = match language {
            Language::Chinese => ZH,
            Language::English => EN,
        };
        part(told, self.as_str())
    }
}

/// What stands under the heading of a code.
fn part(text: &'static str, code: &str) -> &'static str {
    let parts = text.split(HEADING).filter_map(|part| part.split_once('\n'));
    parts.filter(|(name, _)| *name == code).map(|(_, part)| part).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn example_is_found_by_its_code() {
        let text = "==== B0101\n一\n二\n==== B0102\n三\n";
        assert_eq!((part(text, "B0101"), part(text, "B0102"), part(text, "B0103")), ("一\n二\n", "三\n", ""));
    }
}
