//! The trailer: what says whether a file is encrypted, and how it is identified.

use hayro_syntax::object::{Array, Dict, FromBytes, ObjRef, Object, Stream};
use hayro_syntax::{Pdf, object};

/// What is asked of the trailer.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Trailer {
    pub(super) encrypted: bool,
    /// Identifiers that are not empty.
    pub(super) identifiers: usize,
    /// Where the information dictionary lies.
    information: Option<ObjRef>,
}

impl Trailer {
    fn add(&mut self, dictionary: &Dict<'_>) {
        self.encrypted |= dictionary.contains_key("Encrypt");
        let strings = dictionary
            .get::<Array<'_>>("ID")
            .map_or(0, |list| list.iter::<object::String<'_>>().filter(|identifier| !identifier.is_empty()).count());
        self.identifiers = self.identifiers.max(strings);
        self.information = dictionary.get_ref("Info").or(self.information);
    }

    /// The information dictionary.
    pub(super) fn information<'p>(&self, pdf: &'p Pdf) -> Option<Dict<'p>> {
        pdf.xref().get(self.information?.into())
    }

    /// Adds what the cross-reference streams say, which stand in a trailer's place.
    pub(super) fn add_streams(&mut self, pdf: &Pdf) {
        for object in pdf.objects() {
            if let Object::Stream(stream) = object
                && is_cross_reference(&stream)
            {
                self.add(stream.dict());
            }
        }
    }
}

/// Reads the trailers as they stand in the file; the library keeps them to itself.
pub(super) fn read(bytes: &[u8]) -> Trailer {
    const WORD: &[u8] = b"trailer";
    let mut trailer = Trailer::default();
    let starts = bytes.windows(WORD.len()).enumerate().filter(|(_, window)| *window == WORD).map(|(at, _)| at);
    for start in starts {
        let rest = &bytes[start + WORD.len()..];
        let blanks = rest.iter().take_while(|byte| byte.is_ascii_whitespace() || **byte == 0).count();
        if let Some(dictionary) = Dict::from_bytes(&rest[blanks..]) {
            trailer.add(&dictionary);
        }
    }
    trailer
}

/// The number of the object that a reference leads to.
pub(super) fn id(reference: ObjRef) -> (u32, i32) {
    (reference.obj_number, reference.gen_number)
}

fn is_cross_reference(stream: &Stream<'_>) -> bool {
    stream.dict().get::<object::Name<'_>>("Type").is_some_and(|kind| kind.as_str() == "XRef")
}
