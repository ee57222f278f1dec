//! Rules (线): the red one of the head, and those of the imprint.

use super::PLACE;
use super::colours::is_dark;
use crate::inspect::clause::{Clause, HOUSE, Outcome, Told};
use crate::inspect::facts::{Ink, Rule};
use crate::inspect::survey::Survey;
use crate::length::Length;
use crate::model::style::Cmyk;

pub(super) const CLAUSES: &[Clause] = &[
    Clause { id: "red-rule-thickness", source: HOUSE, outcome: head_thickness },
    Clause { id: "red-rule-length", source: "GB/T 9704-2012 7.2.7", outcome: head_length },
    Clause { id: "red-rule-colour", source: "GB/T 9704-2012 7.2.7", outcome: head_colour },
    Clause { id: "imprint-outer-rules", source: "GB/T 9704-2012 7.4.1", outcome: outer },
    Clause { id: "imprint-inner-rules", source: "GB/T 9704-2012 7.4.1", outcome: inner },
    Clause { id: "imprint-rule-length", source: "GB/T 9704-2012 7.4.1", outcome: length },
    Clause { id: "imprint-at-foot", source: "GB/T 9704-2012 7.4.1", outcome: foot },
];

/// A rule may be so much too thick or too thin, in mm: half of what sets 0.35 and 0.25 mm apart. Ours.
const THICKNESS: f64 = 0.05;

fn head_thickness(survey: &Survey<'_>) -> Outcome {
    let wanted = survey.style.masthead.rule;
    let asked = Told::new("told-mm").fine_mm("value", wanted);
    head(survey, asked, |rule| {
        let found = Told::new("told-mm").fine_mm("value", rule.thickness);
        (found, (rule.thickness - wanted).to_mm().abs() <= THICKNESS)
    })
}

fn head_length(survey: &Survey<'_>) -> Outcome {
    let wanted = survey.area.width;
    head(survey, Told::new("told-mm").mm("value", wanted), |rule| {
        let found = rule.right - rule.left;
        (Told::new("told-mm").mm("value", found), (found - wanted).to_mm().abs() <= PLACE)
    })
}

/// That it is red, where anything is: what is printed in black alone (`--mono`) has a black one.
fn head_colour(survey: &Survey<'_>) -> Outcome {
    let asked = Told::new("told-rule-red");
    let is_black = |ink: &Ink| is_dark(ink, Cmyk::BLACK);
    if survey.facts.inks.keys().all(is_black) {
        return Outcome::not_applicable(asked, "told-only-black");
    }
    head(survey, asked, |rule| {
        let found = if is_black(&rule.ink) { "told-rule-black" } else { "told-rule-red" };
        (Told::new(found), !is_black(&rule.ink))
    })
}

/// Judges the rule of the head: the first long one on page one, in whatever colour.
fn head(survey: &Survey<'_>, asked: Told, judge: impl Fn(&Rule) -> (Told, bool)) -> Outcome {
    if survey.style.masthead.preprinted {
        return Outcome::not_applicable(asked, "told-preprinted");
    }
    match head_rule(survey) {
        Some(rule) => {
            let (found, is_met) = judge(&rule);
            Outcome::judged(asked, found, is_met).on([1])
        }
        None => Outcome::judged(asked, Told::new("told-no-rule"), false).on([1]),
    }
}

fn head_rule(survey: &Survey<'_>) -> Option<Rule> {
    survey.long_rules(survey.pages.first()?).into_iter().next()
}

fn outer(survey: &Survey<'_>) -> Outcome {
    let (rules, page) = survey.imprint_rules();
    let ends: Vec<_> = match rules.as_slice() {
        [] => Vec::new(),
        [only] => vec![only],
        [first, .., last] => vec![first, last],
    };
    thickness(survey.style.imprint.outer_rule, &ends, "told-no-rule", page)
}

fn inner(survey: &Survey<'_>) -> Outcome {
    let (rules, page) = survey.imprint_rules();
    let wanted = survey.style.imprint.inner_rule;
    match rules.as_slice() {
        [_, between @ .., _] if !between.is_empty() => {
            thickness(wanted, &between.iter().collect::<Vec<_>>(), "told-no-rule", page)
        }
        _ => Outcome::not_applicable(Told::new("told-mm").fine_mm("value", wanted), "told-no-inner-rule"),
    }
}

fn thickness(wanted: Length, rules: &[&Rule], none: &'static str, page: usize) -> Outcome {
    let off = |rule: &Rule| (rule.thickness - wanted).max(wanted - rule.thickness);
    let asked = Told::new("told-mm").fine_mm("value", wanted);
    match rules.iter().max_by_key(|rule| off(rule)) {
        Some(worst) => {
            let found = Told::new("told-mm").fine_mm("value", worst.thickness);
            Outcome::judged(asked, found, off(worst).to_mm() <= THICKNESS).on([page])
        }
        None => Outcome::judged(asked, Told::new(none), false).on([page]),
    }
}

fn length(survey: &Survey<'_>) -> Outcome {
    let (rules, page) = survey.imprint_rules();
    let wanted = survey.area.width;
    let asked = Told::new("told-mm").mm("value", wanted);
    let off = |rule: &Rule| {
        let length = rule.right - rule.left;
        (length - wanted).max(wanted - length)
    };
    match rules.iter().max_by_key(|rule| off(rule)) {
        Some(worst) => {
            let found = Told::new("told-mm").mm("value", worst.right - worst.left);
            Outcome::judged(asked, found, off(worst).to_mm() <= PLACE).on([page])
        }
        None => Outcome::judged(asked, Told::new("told-no-rule"), false).on([page]),
    }
}

/// That the last rule coincides with the type area's foot.
fn foot(survey: &Survey<'_>) -> Outcome {
    let (rules, page) = survey.imprint_rules();
    let asked = Told::new("told-at-foot");
    match rules.last() {
        Some(rule) => {
            let above = survey.area.foot() - rule.top - rule.thickness;
            let found = Told::new("told-above-foot").mm("value", above);
            Outcome::judged(asked, found, above.to_mm().abs() <= PLACE).on([page])
        }
        None => Outcome::judged(asked, Told::new("told-no-rule"), false).on([page]),
    }
}
