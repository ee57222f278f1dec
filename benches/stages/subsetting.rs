//! Subsets of faces, by the quick way and by the general one.

use crate::inputs::{Input, Written, paragraphs, root};
use bulletin::fonts::{Face, FontFiles, Located, Origin, subset};
use divan::Bencher;
use divan::counter::ItemsCount;
use std::collections::BTreeSet;
use std::fmt;

/// A face of a kind.
#[derive(Debug, Clone, Copy)]
struct Kind {
    name: &'static str,
    file: &'static str,
    index: u32,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

const fn kind(name: &'static str, file: &'static str, index: u32) -> Kind {
    Kind { name, file, index }
}

const KINDS: [Kind; 5] = [
    kind("CFF, no subroutines", "fonts/FandolFang-Regular.otf", 0),
    kind("CFF, subroutines, collection", "fonts/NotoSerifCJK-Regular.ttc", 2),
    kind("CFF, subroutines, Latin", "tests/faces/EBGaramond12-Regular.otf", 0),
    kind("TrueType", "fonts/LXGWWenKai-Regular.ttf", 0),
    kind("TrueType, collection", "tests/faces/wqy-microhei.ttc", 1),
];

/// The characters of issue 709 that the face has. Items are glyphs.
#[divan::bench(args = KINDS)]
fn face(bencher: Bencher<'_, '_>, kind: Kind) {
    let files = FontFiles::default();
    let located = Located { path: root().join(kind.file), index: kind.index, origin: Origin::Path };
    let face = Face::open(kind.file, &located, &files)
        .unwrap_or_else(|fault| panic!("{}: {fault:?}; run `make fonts test-faces`", kind.file));
    let loaded = Written::new(Input::Issue709).load();
    let characters = paragraphs(&loaded).into_iter().flat_map(|text| text.as_str().chars());
    let glyphs: BTreeSet<u16> = characters.filter_map(|ch| face.glyph(ch)).collect();
    let glyphs: Vec<u16> = glyphs.into_iter().collect();
    bencher
        .counter(ItemsCount::new(glyphs.len()))
        .with_inputs(|| glyphs.clone())
        .bench_local_values(|glyphs| subset(&face, glyphs).unwrap());
}
