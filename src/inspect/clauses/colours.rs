//! Colours: process black and red, or a spot colour for the red, and no third.

use super::conformance::claims_pdfx;
use crate::inspect::clause::{Clause, HOUSE, Outcome, Told};
use crate::inspect::facts::Ink;
use crate::inspect::survey::Survey;
use crate::model::style::Cmyk;
use std::collections::BTreeSet;

pub(super) const CLAUSES: &[Clause] = &[
    Clause { id: "colour-spaces", source: "GB/T 9704-2012 6.2", outcome: spaces },
    Clause { id: "black", source: "GB/T 9704-2012 6.2", outcome: black },
    Clause { id: "red", source: "GB/T 9704-2012 6.2", outcome: red },
    Clause { id: "two-colours", source: "GB/T 9704-2012 6.2", outcome: two },
    Clause { id: "transparency", source: "GB/T 9704-2012 6.2", outcome: transparency },
    Clause { id: "black-overprints", source: HOUSE, outcome: overprint },
];

/// An ink that is this dark, in thousandths, is a black of some kind.
const DARK: u16 = 500;
/// A part of an ink may be off by so much, in thousandths: half of what a colour chart tells. Ours.
const PART: u16 = 5;

/// That everything is painted in process inks, gray or spot inks: what a press prints as it is.
fn spaces(survey: &Survey<'_>) -> Outcome {
    let asked = Told::new("told-press-inks");
    let foreign = |ink: &Ink| matches!(ink, Ink::Rgb(_) | Ink::Other(_));
    let space = |ink: &Ink| match ink {
        Ink::Gray(_) => "DeviceGray".to_owned(),
        Ink::Cmyk(_) => "DeviceCMYK".to_owned(),
        Ink::Rgb(_) => "DeviceRGB".to_owned(),
        Ink::Spot(name, _) => format!("Separation {name}"),
        Ink::Other(name) => name.clone(),
    };
    if survey.facts.inks.is_empty() {
        return Outcome::not_measured(asked, "told-no-text");
    }
    let used: BTreeSet<_> = survey.facts.inks.keys().map(space).collect();
    let used: Vec<_> = used.into_iter().collect();
    let is_met = !survey.facts.inks.keys().any(foreign);
    Outcome::judged(asked, named(&used), is_met).on(pages(survey, foreign))
}

/// That what is black is printed with the black ink alone, and wholly.
fn black(survey: &Survey<'_>) -> Outcome {
    let wanted = Cmyk::BLACK;
    let asked = Told::new("told-named").with("name", written(&of_style(wanted)));
    let is_black = |ink: &Ink| is_dark(ink, wanted);
    let exact = |ink: &Ink| match ink {
        Ink::Cmyk(parts) => same(*parts, wanted),
        Ink::Gray(gray) => *gray <= PART && wanted == Cmyk([0, 0, 0, 100]),
        Ink::Spot(name, tint) => name == "Black" && *tint >= 1000 - PART,
        _ => false,
    };
    let blacks: Vec<_> = inks(survey, is_black).collect();
    if blacks.is_empty() {
        return Outcome::not_measured(asked, "told-no-black");
    }
    let shown = blacks.iter().map(|ink| written(ink)).collect::<Vec<_>>();
    let is_met = blacks.iter().all(|ink| exact(ink));
    Outcome::judged(asked, named(&shown), is_met).on(pages(survey, |ink| is_black(ink) && !exact(ink)))
}

/// That what is not black is the red, or a spot ink in its place.
fn red(survey: &Survey<'_>) -> Outcome {
    let wanted = survey.style.colours.red;
    let asked = Told::new("told-red").with("name", written(&of_style(wanted)));
    let is_black = |ink: &Ink| is_dark(ink, Cmyk::BLACK);
    let exact = |ink: &Ink| match ink {
        Ink::Cmyk(parts) => same(*parts, wanted),
        Ink::Spot(name, _) => name != "All",
        _ => false,
    };
    let others: Vec<_> = inks(survey, |ink| !is_black(ink)).collect();
    if others.is_empty() {
        return Outcome::not_applicable(asked, "told-only-black");
    }
    let shown = others.iter().map(|ink| written(ink)).collect::<Vec<_>>();
    let is_met = others.iter().all(|ink| exact(ink));
    Outcome::judged(asked, named(&shown), is_met).on(pages(survey, |ink| !is_black(ink) && !exact(ink)))
}

/// That there are no more colours than two: all blacks are one, and tints of a spot ink are one.
fn two(survey: &Survey<'_>) -> Outcome {
    let told = |count: usize| Told::new("told-colours").with("count", count);
    let asked = Told::new("told-colours-most").with("count", 2);
    if survey.facts.inks.is_empty() {
        return Outcome::not_measured(asked, "told-no-text");
    }
    let colour = |ink: &Ink| match ink {
        ink if is_dark(ink, Cmyk::BLACK) => String::new(),
        Ink::Spot(name, _) => name.clone(),
        ink => written(ink),
    };
    let colours: BTreeSet<_> = survey.facts.inks.keys().map(colour).collect();
    Outcome::judged(asked, told(colours.len()), colours.len() <= 2)
}

/// That nothing shows through what is painted: a black of which a third is seen is gray.
fn transparency(survey: &Survey<'_>) -> Outcome {
    let told = |count: usize| Told::new("told-translucent").with("count", count);
    let count = survey.facts.pages.iter().map(|page| page.translucent).sum();
    let pages = survey.pages.iter().filter(|page| page.facts.translucent > 0).map(|page| page.place);
    Outcome::judged(told(0), told(count), count == 0).on(pages)
}

/// That black leaves what is under it (叠印), if the file says that it is PDF/X: where plates are off by a hair, black
/// that takes the red away shows white edges.
fn overprint(survey: &Survey<'_>) -> Outcome {
    let asked = Told::new("told-overprints");
    if !claims_pdfx(survey) {
        return Outcome::not_applicable(asked, "told-no-pdfx");
    }
    let is_black = |ink: &Ink| matches!(ink, Ink::Cmyk(parts) if same(*parts, Cmyk::BLACK)) || *ink == Ink::Gray(0);
    if !survey.facts.inks.keys().any(is_black) {
        return Outcome::not_applicable(asked, "told-no-black");
    }
    let wrong = survey.facts.knockouts.iter().filter(|(ink, _)| is_black(ink));
    let wrong: BTreeSet<_> = wrong.flat_map(|(_, pages)| pages.iter().copied()).collect();
    let found = if wrong.is_empty() { "told-overprints" } else { "told-knocks-out" };
    Outcome::judged(asked, Told::new(found), wrong.is_empty()).on(wrong)
}

fn inks<'s>(survey: &'s Survey<'_>, wanted: impl Fn(&Ink) -> bool + 's) -> impl Iterator<Item = &'s Ink> {
    survey.facts.inks.keys().filter(move |ink| wanted(ink))
}

fn pages(survey: &Survey<'_>, at_fault: impl Fn(&Ink) -> bool) -> BTreeSet<usize> {
    let used = survey.facts.inks.iter().filter(|(ink, _)| at_fault(ink));
    used.flat_map(|(_, pages)| pages.iter().copied()).collect()
}

/// Whether an ink is a black of some kind, a gray among them.
pub(super) fn is_dark(ink: &Ink, black: Cmyk) -> bool {
    match ink {
        Ink::Gray(_) => true,
        Ink::Cmyk(parts) => same(*parts, black) || parts[3] >= DARK || parts[..3] == [0; 3],
        Ink::Rgb(parts) => {
            let (least, most) = (parts.iter().min(), parts.iter().max());
            least.zip(most).is_some_and(|(least, most)| most - least <= 50 && *most <= DARK)
        }
        Ink::Spot(name, _) => name == "Black",
        Ink::Other(name) => name.contains("Gray"),
    }
}

fn of_style(ink: Cmyk) -> Ink {
    Ink::Cmyk(ink.0.map(|percent| u16::from(percent) * 10))
}

fn same(parts: [u16; 4], wanted: Cmyk) -> bool {
    parts.iter().zip(wanted.0).all(|(part, percent)| part.abs_diff(u16::from(percent) * 10) <= PART)
}

fn named(names: &[String]) -> Told {
    Told::new("told-named").with("name", names.join(", "))
}

/// An ink as a printer writes it.
fn written(ink: &Ink) -> String {
    let percent = |part: u16| format!("{}", (f64::from(part) / 10.0).round());
    match ink {
        Ink::Gray(gray) => format!("Gray {}", percent(*gray)),
        Ink::Cmyk(parts) => format!("CMYK {}", parts.map(percent).join(" ")),
        Ink::Rgb(parts) => {
            let byte = |part: u16| format!("{}", (f64::from(part) * 0.255).round());
            format!("RGB {}", parts.map(byte).join(" "))
        }
        Ink::Spot(name, tint) => format!("{name} {}", percent(*tint)),
        Ink::Other(name) => name.clone(),
    }
}
