//! The folder in which the peers are measured: their sources, the faces, the commands.

use crate::process::Task;
use crate::{archive, latex, plain, typst};
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The issue that is measured alone.
pub(crate) const SAMPLE: &str = "709";

/// The sample's source.
const SAMPLE_FILE: &str = "issues/709.toml";

/// The faces of the format; the peers see no other.
const FACES: [&str; 5] =
    ["FandolFang-Regular", "FandolHei-Regular", "FandolKai-Regular", "FandolSong-Bold", "FandolSong-Regular"];

/// Which faces a peer sees.
#[derive(Clone, Copy)]
pub(crate) enum Faces {
    /// The five that the issues use, in a folder of their own, and none that the program carries: the fastest.
    Used,
    /// All of `fonts`, from which ours takes its own: fallbacks too.
    All,
}

/// Everything that is measured, in one folder: `archive`, `ours`, `faces`, `typst`, `xelatex`.
pub(crate) struct Yard {
    program: PathBuf,
    folder: PathBuf,
    /// The folder `fonts`.
    fonts: PathBuf,
    issues: usize,
}

impl Yard {
    /// Lays it out anew.
    pub(crate) fn new(program: &Path, folder: &Path, issues: usize) -> Result<Self> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        let faces = folder.join("faces");
        fs::create_dir_all(&faces)?;
        fs::create_dir_all(folder.join("ours"))?;
        for face in FACES {
            let file = format!("{face}.otf");
            fs::copy(Path::new("fonts").join(&file), faces.join(&file))
                .with_context(|| format!("fonts/{file}; make fonts"))?;
        }
        let mut sources = archive::write(&folder.join("archive"), issues, 1)?;
        sources.push(SAMPLE_FILE.into());
        write_sources(folder, sources.iter().map(PathBuf::as_path))?;
        let program = program.canonicalize().with_context(|| format!("{}; make build", program.display()))?;
        Ok(Self { program, folder: folder.canonicalize()?, fonts: Path::new("fonts").canonicalize()?, issues })
    }

    /// The names of all issues, the sample first.
    pub(crate) fn names(&self) -> Vec<String> {
        std::iter::once(SAMPLE.to_owned()).chain((1..=self.issues).map(|serial| serial.to_string())).collect()
    }

    /// Ours, the sample alone.
    pub(crate) fn ours_sample(&self) -> Task {
        self.ours(Path::new(SAMPLE_FILE).into())
    }

    /// Ours, the archive in one run.
    pub(crate) fn ours_archive(&self) -> Task {
        self.ours(self.folder.join("archive").into())
    }

    fn ours(&self, input: OsString) -> Task {
        let arguments = ["build".into(), "--force".into(), "--out-dir".into(), self.folder.join("ours").into(), input];
        let cache = Some(self.folder.join("cache"));
        Task { program: self.program.clone(), arguments: arguments.into(), folder: ".".into(), cache }
    }

    /// The file that ours writes.
    pub(crate) fn ours_pdf(&self, issue: &str) -> PathBuf {
        self.folder.join("ours").join(issue).with_extension("pdf")
    }

    /// Typst's command line with these faces, and the file that it writes.
    pub(crate) fn typst(&self, issue: &str, faces: Faces, options: &[&str]) -> (Task, PathBuf) {
        let folder = self.folder.join("typst");
        let pdf = folder.join(format!("{issue}.pdf"));
        let mut arguments: Vec<OsString> = ["compile", "--ignore-system-fonts", "--font-path"].map(Into::into).into();
        match faces {
            Faces::Used => arguments.extend([self.folder.join("faces").into(), "--ignore-embedded-fonts".into()]),
            Faces::All => arguments.push(self.fonts.clone().into()),
        }
        arguments.extend(options.iter().map(Into::into));
        arguments.extend([format!("{issue}.typ").into(), pdf.clone().into()]);
        (Task { program: "typst".into(), arguments, folder, cache: None }, pdf)
    }

    /// XeLaTeX, and the file that it writes.
    pub(crate) fn xelatex(&self, issue: &str) -> (Task, PathBuf) {
        let folder = self.folder.join("xelatex");
        let pdf = folder.join(format!("{issue}.pdf"));
        let arguments = vec!["-interaction=batchmode".into(), format!("{issue}.tex").into()];
        (Task { program: "xelatex".into(), arguments, folder, cache: None }, pdf)
    }

    /// Typst's compiler kept alive over these issues, and the first file that it writes.
    pub(crate) fn alive(&self, program: &Path, issues: &[String]) -> (Task, PathBuf) {
        let folder = self.folder.join("typst");
        let sources = issues.iter().map(|issue| OsString::from(format!("{issue}.typ")));
        let arguments = std::iter::once("../faces".into()).chain(sources).collect();
        let pdf = folder.join(format!("{}.pdf", issues.first().map_or("", String::as_str)));
        (Task { program: program.to_owned(), arguments, folder, cache: None }, pdf)
    }
}

/// Writes issues in both languages, with the templates, into `typst` and `xelatex` of a folder.
pub(crate) fn write_sources<'a>(folder: &Path, issues: impl Iterator<Item = &'a Path>) -> Result<()> {
    let (in_typst, in_latex) = (folder.join("typst"), folder.join("xelatex"));
    for (folder, (name, template)) in [(&in_typst, typst::TEMPLATE), (&in_latex, latex::TEMPLATE)] {
        fs::create_dir_all(folder)?;
        fs::write(folder.join(name), template)?;
    }
    for path in issues {
        let issue = plain::load(path)?;
        let name = path.file_name().unwrap_or_default();
        fs::write(in_typst.join(name).with_extension("typ"), typst::source(&issue))?;
        fs::write(in_latex.join(name).with_extension("tex"), latex::source(&issue))?;
    }
    Ok(())
}

/// Which peers are there.
pub(crate) struct Peers {
    pub(crate) typst: bool,
    pub(crate) xelatex: bool,
    pub(crate) alive: Option<PathBuf>,
}

impl Peers {
    /// Looks for them and says what was found.
    pub(crate) fn found(yard: &Yard) -> Result<Self> {
        println!("{}", version(&yard.program, "--version").unwrap_or_default());
        let told = |name: &str| {
            let version = version(Path::new(name), "--version");
            println!("{}", version.clone().unwrap_or_else(|| format!("{name}: not installed, skipped")));
            version.is_some()
        };
        let (typst, xelatex) = (told("typst"), told("xelatex"));
        let alive = Path::new("target/alive/release/alive").canonicalize().ok();
        println!("Typst's compiler kept alive: {}", if alive.is_some() { "built" } else { "not built, skipped" });
        version(Path::new("pdftotext"), "-v")
            .context("pdftotext is not installed; nothing can be compared without it")?;
        Ok(Self { typst, xelatex, alive })
    }
}

/// The first line in which a program tells its version; none if it cannot be started.
fn version(program: &Path, option: &str) -> Option<String> {
    let output = Command::new(program).arg(option).stdin(Stdio::null()).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).lines().next().unwrap_or_default().to_owned())
}
