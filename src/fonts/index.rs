//! The index of the machine's fonts in the user's cache: what each file holds, checked by its size and time.
//!
//! A file is opened again only when its size or its time is another. An index that is not as we write it
//! is no index: it is made anew without a word.

use super::names::{Group, NamedFace};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The first line: another form of the index has another number.
const HEAD: &str = "bulletin installed fonts 1";

/// A font file as the index knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its size in bytes.
    pub(super) size: u64,
    /// When it was changed, in nanoseconds since 1970.
    pub(super) time: u128,
    /// Its faces; none if it is no font.
    pub(super) faces: Vec<NamedFace>,
}

/// The entries by path.
pub(super) type Index = BTreeMap<PathBuf, Entry>;

/// Reads the index; an empty one if there is none, or none that is sound.
pub(super) fn read(path: &Path) -> Index {
    fs::read_to_string(path).ok().and_then(|text| parse(&text)).unwrap_or_default()
}

/// Writes the index aside and renames it. A cache that cannot be written is done without.
pub(super) fn write(path: &Path, index: &Index) {
    let Some(folder) = path.parent() else { return };
    let written = fs::create_dir_all(folder).and_then(|()| {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".installed.").suffix(".part");
        // A temporary file is private; a cache may be shared.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.tempfile_in(folder)?;
        file.write_all(print(index).as_bytes())?;
        file.persist(path).map_err(|error| error.error)
    });
    drop(written);
}

/// A line a thing, its parts set off by tabs, and a last line that tells a whole index from one cut short.
fn print(index: &Index) -> String {
    let mut text = format!("{HEAD}\n");
    for (path, entry) in index {
        // A path that is no text is read anew each time.
        let Some(path) = path.to_str().filter(|path| !path.contains(char::is_control)) else { continue };
        let _ = writeln!(text, "file\t{}\t{}\t{path}", entry.size, entry.time);
        for face in &entry.faces {
            let _ = writeln!(text, "face\t{}\t{}\t{}", face.index, face.weight, u8::from(face.is_plain));
            for (kind, names) in lists(face) {
                for name in names {
                    let _ = writeln!(text, "{kind}\t{name}");
                }
            }
        }
    }
    text.push_str("end\n");
    text
}

/// The lists of a face's names, with the word that each has in the index.
fn lists(face: &NamedFace) -> [(&'static str, &Vec<String>); 6] {
    let [old, new] = &face.groups;
    [
        ("postscript", &face.postscript),
        ("full", &face.full),
        ("family", &old.families),
        ("style", &old.styles),
        ("family2", &new.families),
        ("style2", &new.styles),
    ]
}

fn parse(text: &str) -> Option<Index> {
    let body = text.strip_prefix(HEAD)?.strip_prefix('\n')?.strip_suffix("end\n")?;
    let mut index = Index::new();
    let mut file: Option<(PathBuf, Entry)> = None;
    for line in body.lines() {
        let (kind, rest) = line.split_once('\t')?;
        if kind == "file" {
            index.extend(file.take());
            let mut parts = rest.splitn(3, '\t');
            let (size, time, path) = (parts.next()?, parts.next()?, parts.next()?);
            file = Some((
                PathBuf::from(path),
                Entry { size: size.parse().ok()?, time: time.parse().ok()?, faces: Vec::new() },
            ));
            continue;
        }
        let faces = &mut file.as_mut()?.1.faces;
        match kind {
            "face" => faces.push(face(rest)?),
            _ => list(faces.last_mut()?, kind)?.push(rest.to_owned()),
        }
    }
    index.extend(file);
    Some(index)
}

fn face(text: &str) -> Option<NamedFace> {
    let mut parts = text.split('\t');
    let (index, weight, is_plain) = (parts.next()?, parts.next()?, parts.next()?);
    Some(NamedFace {
        index: index.parse().ok()?,
        weight: weight.parse().ok()?,
        is_plain: is_plain == "1",
        ..NamedFace::default()
    })
}

/// The list of a face that a word of the index means.
fn list<'a>(face: &'a mut NamedFace, kind: &str) -> Option<&'a mut Vec<String>> {
    let [old, new]: &mut [Group; 2] = &mut face.groups;
    Some(match kind {
        "postscript" => &mut face.postscript,
        "full" => &mut face.full,
        "family" => &mut old.families,
        "style" => &mut old.styles,
        "family2" => &mut new.families,
        "style2" => &mut new.styles,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Index {
        let names = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let face = NamedFace {
            index: 2,
            weight: 700,
            is_plain: true,
            postscript: names(&["A-Bold"]),
            full: names(&["A Bold", "甲 粗"]),
            groups: [
                Group { families: names(&["A", "甲"]), styles: names(&["Bold"]) },
                Group { families: names(&["A Family"]), styles: names(&["粗"]) },
            ],
        };
        let entry = |faces| Entry { size: 12, time: 1_700_000_000_123_456_789, faces };
        [("/f/甲 乙.ttc", vec![NamedFace::default(), face]), ("/f/none.ttf", Vec::new())]
            .into_iter()
            .map(|(path, faces)| (PathBuf::from(path), entry(faces)))
            .collect()
    }

    #[test]
    fn index_comes_back_as_it_was_written() {
        assert_eq!(parse(&print(&sample())), Some(sample()));
        assert_eq!(parse(&print(&Index::new())), Some(Index::new()));
    }

    #[test]
    fn index_that_is_not_as_we_write_it_is_none() {
        let text = print(&sample());
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            assert_eq!(parse(&text[..end]), None, "{end}");
        }
        for broken in ["file\tx\t1\t/a\n", "face\t0\t400\t1\n", "full\tA\n", "file\t1\t1\t/a\nface\t0\n", "\n"] {
            assert_eq!(parse(&format!("{HEAD}\n{broken}end\n")), None, "{broken}");
        }
    }
}
