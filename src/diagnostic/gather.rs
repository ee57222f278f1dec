//! The same said of many places, said once.

use super::{Argument, Code, Diagnostic};
use std::collections::BTreeMap;

/// So many other places are told with it.
const PLACES: usize = 5;

/// Diagnostics in their order, those of one character that is taken from a fallback face as one, with their count.
#[must_use]
pub fn gathered(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut gathered: Vec<Diagnostic> = Vec::new();
    let mut firsts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for diagnostic in diagnostics {
        let key = format!("{:?}{:?}", diagnostic.severity, diagnostic.arguments);
        match firsts.get_mut(&key).filter(|_| diagnostic.code == Code::FallbackFace) {
            Some((first, count)) => {
                *count += 1;
                let related = &mut gathered[*first].related;
                related.extend(diagnostic.place.filter(|_| related.len() < PLACES));
            }
            None if diagnostic.code == Code::FallbackFace => {
                firsts.insert(key, (gathered.len(), 1));
                gathered.push(diagnostic);
            }
            None => gathered.push(diagnostic),
        }
    }
    for (first, count) in firsts.into_values() {
        let often = if count > 1 { "several" } else { "once" };
        gathered[first].arguments.extend([("often", often.into()), ("count", Argument::Text(count.to_string()))]);
    }
    gathered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gather_counts_characters_of_a_fallback_face() {
        let found = |char: &str| Diagnostic::new(Code::FallbackFace, None).with("char", char);
        let other = Diagnostic::new(Code::NoGlyph, None);
        let all = gathered(vec![found("珺"), other.clone(), found("垚"), found("珺"), other.clone()]);
        let counts: Vec<_> = all.iter().map(|found| found.arguments.get(2).cloned()).collect();
        let count = |count: &str| Some(("count", Argument::from(count)));
        assert_eq!(counts, [count("2"), None, count("1"), None]);
    }
}
