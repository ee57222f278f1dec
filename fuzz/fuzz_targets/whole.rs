//! The whole of `build`: whatever stands in the files, an issue becomes a PDF that can be read back, or there is an
//! error that says why not.

#![no_main]

mod shared;

use bulletin::compile::{Print, compile};
use bulletin::diagnostic::Severity;
use bulletin::fonts::FontFiles;
use libfuzzer_sys::fuzz_target;
use shared::{Folder, tell};
use std::sync::LazyLock;

static FOLDER: LazyLock<Folder> = LazyLock::new(Folder::new);
static FONTS: LazyLock<FontFiles> = LazyLock::new(FontFiles::default);

fuzz_target!(|input: &[u8]| {
    let path = FOLDER.fill(input);
    let compiled = match compile(&path, Print::default(), &FONTS) {
        Ok(compiled) => compiled,
        Err(error) => panic!("{error:?}"),
    };
    tell(&compiled.diagnostics, &compiled.files);
    let has_errors = compiled.diagnostics.iter().any(|found| found.severity() == Severity::Error);
    assert_eq!(compiled.product.is_none(), has_errors);
    if let Some(product) = compiled.product {
        let pdf = lopdf::Document::load_mem(&product.pdf).unwrap();
        assert_eq!(pdf.get_pages().len(), product.document.pages.len());
    }
});
