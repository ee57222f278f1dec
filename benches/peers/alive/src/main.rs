//! Typst's compiler kept alive in one process: `alive FONTS SOURCE.typ…` writes a PDF, untagged, beside each source.
//!
//! It does what `typst watch` does between two saves: faces stay open, files are looked at anew, and what was not
//! used in the last ten compilations is dropped from the cache. Prints the milliseconds from the first source to the
//! last PDF, without those of the start.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs};
use typst::diag::FileResult;
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::files::{FileLoader, FileStore, FsRoot};
use typst_kit::fonts::FontStore;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

/// The folder of the sources.
struct Folder(FsRoot);

impl FileLoader for Folder {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        self.0.load(id.vpath())
    }
}

/// What the compiler sees of the machine.
struct Room {
    library: LazyHash<Library>,
    fonts: FontStore,
    files: FileStore<Folder>,
    main: FileId,
}

impl World for Room {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The faces of a folder, opened.
fn faces(folder: &Path) -> Result<FontStore, Box<dyn Error>> {
    let mut fonts = FontStore::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "otf") {
            let faces = Font::iter(Bytes::new(fs::read(path)?));
            fonts.extend(faces.map(|face| (face.clone(), face.info().clone())));
        }
    }
    Ok(fonts)
}

/// The name of a file for the compiler, in the folder that is its root.
fn name(root: &Path, path: &Path) -> Result<FileId, Box<dyn Error>> {
    let path = VirtualPath::virtualize(root, path).map_err(|error| format!("{error:?}"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let folder = arguments.next().ok_or("no folder of faces")?;
    let sources = arguments.map(fs::canonicalize).collect::<Result<Vec<_>, _>>()?;
    let root = sources.first().and_then(|path| path.parent()).ok_or("no sources")?.to_owned();
    let mut room = Room {
        library: LazyHash::new(Library::builder().build()),
        fonts: faces(&folder)?,
        files: FileStore::new(Folder(FsRoot::new(root.clone()))),
        main: name(&root, &sources[0])?,
    };
    let options = PdfOptions { tagged: false, ..PdfOptions::default() };
    let start = Instant::now();
    for source in &sources {
        room.files.reset();
        room.main = name(&root, source)?;
        let document: PagedDocument = typst::compile(&room).output.map_err(|errors| format!("{errors:?}"))?;
        let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| format!("{errors:?}"))?;
        fs::write(source.with_extension("pdf"), pdf)?;
        comemo::evict(10);
    }
    println!("{:.3}", start.elapsed().as_secs_f64() * 1000.0);
    Ok(())
}
