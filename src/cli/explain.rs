//! `bulletin explain-line`: why a line ended where it did.

use super::Ending;
use super::args::ExplainLine;
use super::terminal::Terminal;
use crate::compile::notes;
use crate::fonts::FontFiles;
use crate::length::Length;
use crate::pages::LineNote;
use crate::typeset::Filling;

/// Prints what is known of the line.
pub(super) fn run(args: &ExplainLine, terminal: &Terminal<'_>) -> Ending {
    let compiled = match notes(&args.input, &FontFiles::default()) {
        Ok(compiled) => compiled,
        Err(error) => {
            terminal.machine_fault(&error);
            return Ending::CouldNotRun;
        }
    };
    let Some(notes) = compiled.product else {
        terminal.diagnostics(&compiled.diagnostics, &compiled.files);
        return Ending::Faults;
    };
    let wanted = notes.iter().filter(|note| (note.page, note.line) == (args.page, args.line));
    let told: Vec<_> =
        wanted.filter_map(|note| note.set.filling.as_ref().map(|filling| tell(note, filling, terminal))).collect();
    if told.is_empty() {
        let arguments = [("page", args.page.to_string().into()), ("line", args.line.to_string().into())];
        terminal.complain_message("explain-no-line", &arguments);
        return Ending::CouldNotRun;
    }
    terminal.say(&told.join("\n"));
    Ending::Done
}

/// What is known of a line, in words.
fn tell(note: &LineNote, filling: &Filling, terminal: &Terminal<'_>) -> String {
    let size = note.set.size;
    let em = |length: Length| format!("{:.3}", length.to_pt() / size.to_pt());
    let (squeezed, stretched) = (filling.natural - filling.measure, filling.measure - filling.natural);
    let mut told = vec![
        terminal.messages.with("explain-atoms", &[("atoms", atoms(note, filling).into())]),
        terminal.messages.with(
            "explain-widths",
            &[
                ("measure", em(filling.measure).into()),
                ("natural", em(filling.natural).into()),
                ("least", em(filling.least).into()),
            ],
        ),
    ];
    let is_last = filling.next.is_none();
    told.push(match (squeezed > Length::ZERO, is_last) {
        (true, _) => terminal.messages.with("explain-squeezed", &[("width", em(squeezed).into())]),
        (false, true) => terminal.messages.text("explain-last"),
        (false, false) if note.set.width < filling.measure => {
            let lack = filling.measure - note.set.width;
            terminal.messages.with("explain-short", &[("width", em(lack).into())])
        }
        (false, false) => {
            let arguments = [("width", em(stretched).into()), ("gap", em(note.set.stretch).into())];
            terminal.messages.with("explain-stretched", &arguments)
        }
    });
    if let Some(next) = &filling.next {
        let key = if next.least > filling.measure { "explain-next" } else { "explain-next-left" };
        let arguments = [("next", next.text.clone().into()), ("least", em(next.least).into())];
        told.push(terminal.messages.with(key, &arguments));
    }
    if filling.forced {
        told.push(terminal.messages.text("explain-forced"));
    }
    told.join("\n")
}

/// The line's text, parted where a line may be turned.
fn atoms(note: &LineNote, filling: &Filling) -> String {
    let text = note.set.text.as_str();
    let starts = std::iter::once(0).chain(filling.turns.iter().copied());
    let ends = filling.turns.iter().copied().chain([text.len()]);
    starts.zip(ends).map(|(start, end)| &text[start..end]).collect::<Vec<_>>().join("|")
}
