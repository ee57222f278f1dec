//! What an installed face calls itself: its names in every language, how heavy it is, whether it leans.

use skrifa::attribute::{Style, Weight};
use skrifa::raw::FileRef;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

/// So many faces of a collection are read; no real one has more.
const MOST_FACES: usize = 256;

/// The names of a face in a file, by which it may be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct NamedFace {
    /// Its number in a collection; 0 elsewhere.
    pub(super) index: u32,
    /// Its weight, 400 for a regular face.
    pub(super) weight: u16,
    /// Whether it is upright and of normal width.
    pub(super) is_plain: bool,
    /// Its PostScript name.
    pub(super) postscript: Vec<String>,
    /// Its full names.
    pub(super) full: Vec<String>,
    /// Its families and its styles in them: as old programs group faces, by four, and as new ones do.
    pub(super) groups: [Group; 2],
}

/// The names of a family and of a face's style in it, in every language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Group {
    /// Names of the family.
    pub(super) families: Vec<String>,
    /// Names of the style, such as `Bold`.
    pub(super) styles: Vec<String>,
}

/// How well a name fits a face: the less, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It is the PostScript name.
    PostScript,
    /// It is a full name.
    Full,
    /// It is a family's name with the style's.
    Styled,
    /// It is the family's name; the face's distance from the regular upright one.
    Family(u16),
}

impl NamedFace {
    /// How a name fits this face, if it does. The name is [`folded`].
    pub(super) fn fit(&self, name: &str) -> Option<Fit> {
        let has = |names: &[String]| names.iter().any(|known| folded(known) == name);
        if has(&self.postscript) {
            return Some(Fit::PostScript);
        }
        if has(&self.full) {
            return Some(Fit::Full);
        }
        if self.groups.iter().any(|group| group.has_styled(name)) {
            return Some(Fit::Styled);
        }
        let distance = self.weight.abs_diff(400).saturating_add(if self.is_plain { 0 } else { 10_000 });
        self.groups.iter().any(|group| has(&group.families)).then_some(Fit::Family(distance))
    }
}

impl Group {
    fn has_styled(&self, name: &str) -> bool {
        self.families.iter().any(|family| {
            let style = name.strip_prefix(&folded(family)).and_then(|rest| rest.strip_prefix(' '));
            style.is_some_and(|style| self.styles.iter().any(|known| folded(known) == style))
        })
    }
}

/// A name as it is compared: without capitals, with single spaces.
pub(super) fn folded(name: &str) -> String {
    let words: Vec<_> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// The faces of a file; none if it is no font file.
pub(super) fn faces(bytes: &[u8]) -> Vec<NamedFace> {
    let Ok(file) = FileRef::new(bytes) else { return Vec::new() };
    let fonts = file.fonts().take(MOST_FACES).enumerate();
    fonts.filter_map(|(index, font)| Some(named(&font.ok()?, u32::try_from(index).ok()?))).collect()
}

/// The PostScript name of a face of a file.
pub(super) fn postscript_name(bytes: &[u8], index: u32) -> Option<String> {
    let font = FontRef::from_index(bytes, index).ok()?;
    strings(&font, StringId::POSTSCRIPT_NAME).into_iter().next()
}

/// What a face says of its licence: in words, or else where these stand.
pub(super) fn licence(bytes: &[u8], index: u32) -> Option<String> {
    let font = FontRef::from_index(bytes, index).ok()?;
    let note = |id| strings(&font, id).into_iter().next();
    note(StringId::LICENSE_DESCRIPTION).or_else(|| note(StringId::LICENSE_URL))
}

fn named(font: &FontRef<'_>, index: u32) -> NamedFace {
    let attributes = font.attributes();
    let group = |family, style| Group { families: strings(font, family), styles: strings(font, style) };
    NamedFace {
        index,
        weight: weight(attributes.weight),
        is_plain: attributes.style == Style::Normal && attributes.stretch.ratio() == 1.0,
        postscript: strings(font, StringId::POSTSCRIPT_NAME),
        full: strings(font, StringId::FULL_NAME),
        groups: [
            group(StringId::FAMILY_NAME, StringId::SUBFAMILY_NAME),
            group(StringId::TYPOGRAPHIC_FAMILY_NAME, StringId::TYPOGRAPHIC_SUBFAMILY_NAME),
        ],
    }
}

fn weight(weight: Weight) -> u16 {
    weight.value().clamp(0.0, 1000.0) as u16
}

/// The texts that a face has under a number of its name table, the English first, each once.
fn strings(font: &FontRef<'_>, id: StringId) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let english = font.localized_strings(id).english_or_first();
    for string in english.into_iter().chain(font.localized_strings(id)) {
        let text: String = string.chars().map(|ch| if ch.is_control() { ' ' } else { ch }).collect();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(weight: u16, family: &[&str], style: &str) -> NamedFace {
        let texts = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        NamedFace {
            weight,
            is_plain: true,
            postscript: texts(&["ABSong-B05S"]),
            full: texts(&["AB Song"]),
            groups: [Group { families: texts(family), styles: texts(&[style]) }, Group::default()],
            ..NamedFace::default()
        }
    }

    #[test]
    fn names_fit_by_postscript_full_styled_and_family_name() {
        let bold = face(700, &["AB Family", "甲乙宋体"], "Bold");
        for (name, fit) in [
            ("absong-b05s", Some(Fit::PostScript)),
            ("ab song", Some(Fit::Full)),
            ("ab family bold", Some(Fit::Styled)),
            ("甲乙宋体 bold", Some(Fit::Styled)),
            ("甲乙宋体", Some(Fit::Family(300))),
            ("ab family light", None),
            ("ab familybold", None),
        ] {
            assert_eq!(bold.fit(name), fit, "{name}");
        }
        assert_eq!(folded("  AB   Family\u{3000}BOLD "), "ab family bold");
    }

    #[test]
    fn names_of_what_is_no_font_are_none() {
        assert!(faces(b"").is_empty() && faces(b"ttcf").is_empty() && faces(&[0; 64]).is_empty());
    }
}
