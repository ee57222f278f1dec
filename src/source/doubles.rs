//! What stands twice in an issue where it most likely was meant once: titles, authors, recipients.

use crate::diagnostic::{Code, Diagnostic, Place, Sink};
use crate::model::{Byline, Entry, Text, Tier};
use std::collections::BTreeMap;

/// A shorter part of a group of recipients, such as 副主任, may well stand twice.
const SHORTEST: usize = 4;

/// Reports titles that two entries have: one of them was perhaps taken over from the other.
pub(super) fn titles(entries: &[Entry], sink: &mut Sink) {
    let titles = entries.iter().filter_map(|entry| match entry {
        Entry::Article(article) => Some(article.title.whole()),
        Entry::Brief(brief) => brief.title.clone(),
    });
    report(titles.map(|title| (title.as_str().to_owned(), title.whole_place())), Code::DoubledTitle, sink);
}

/// Reports units and persons that stand twice in one byline. Two persons of one name and of different posts are
/// two persons.
pub(super) fn byline(byline: &Byline, sink: &mut Sink) {
    let units = byline.units.iter().map(named);
    report(units, Code::DoubledByline, sink);
    let persons = byline.authors.iter().map(|author| {
        let post = author.post.as_ref().map(Text::as_str);
        ((author.name.as_str().to_owned(), post.map(str::to_owned)), author.name.whole_place())
    });
    let mut seen: BTreeMap<(String, Option<String>), Option<Place>> = BTreeMap::new();
    for ((name, post), place) in persons {
        match seen.get(&(name.clone(), post.clone())) {
            Some(first) => sink.push(doubled(Code::DoubledByline, &name, place, *first)),
            None => drop(seen.insert((name, post), place)),
        }
    }
}

/// Reports recipients that stand twice in an imprint.
pub(super) fn recipients(tiers: &[Tier], sink: &mut Sink) {
    let names = tiers.iter().flat_map(|tier| &tier.groups).flat_map(|group| {
        let mut at = 0;
        let parts = group.as_str().split('，').map(move |part| {
            let range = at..at + part.len();
            at = range.end + '，'.len_utf8();
            (part.to_owned(), group.place(range))
        });
        parts.collect::<Vec<_>>()
    });
    report(names.filter(|(name, _)| name.chars().count() >= SHORTEST), Code::DoubledRecipient, sink);
}

fn named(text: &Text) -> (String, Option<Place>) {
    (text.as_str().to_owned(), text.whole_place())
}

fn report(names: impl Iterator<Item = (String, Option<Place>)>, code: Code, sink: &mut Sink) {
    let mut seen: BTreeMap<String, Option<Place>> = BTreeMap::new();
    for (name, place) in names {
        match seen.get(&name) {
            Some(first) => sink.push(doubled(code, &name, place, *first)),
            None => drop(seen.insert(name, place)),
        }
    }
}

fn doubled(code: Code, name: &str, place: Option<Place>, first: Option<Place>) -> Diagnostic {
    Diagnostic::new(code, place).with("name", name).related(first)
}
