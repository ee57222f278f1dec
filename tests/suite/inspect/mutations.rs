//! Faults put into a sound file, one each, and the clauses that each breaks.

use super::patch::{Patch, empty, number};
use lopdf::content::Operation;
use lopdf::{Object, dictionary};

/// A fault.
pub(super) struct Mutation {
    pub(super) name: &'static str,
    pub(super) change: fn(&mut Patch),
    /// The clauses that are no longer met, in the order of the sheet.
    pub(super) breaks: &'static [&'static str],
}

const fn fault(name: &'static str, change: fn(&mut Patch), breaks: &'static [&'static str]) -> Mutation {
    Mutation { name, change, breaks }
}

/// One millimetre in pt.
const MM: f32 = 72.0 / 25.4;
/// The foot of the type area, from the sheet's foot.
const FOOT: f32 = (297.0 - 37.0 - 225.0) * MM;

/// All faults, by the subjects of the clauses.
pub(super) const ALL: &[Mutation] = &[
    fault("nothing", |_| {}, &[]),
    fault("with bleed", with_bleed, &[]),
    fault("red as a spot ink", red_as_spot, &[]),
    fault("a wider sheet", wider_sheet, &["sheet-size"]),
    fault(
        "a page moved to the left",
        |patch| moved(patch, 4, -3.0, 0.0),
        &["binding-margin", "type-area-width", "type-area-kept", "page-number-side"],
    ),
    fault(
        "all pages moved down",
        |patch| (1..=patch.pages()).for_each(|page| moved(patch, page, 0.0, -2.0)),
        &["head-margin", "type-area-kept", "baselines-on-grid", "page-number-height", "imprint-at-foot"],
    ),
    fault(
        "closer lines",
        closer_lines,
        &["head-margin", "type-area-height", "lines-per-page", "line-pitch", "baselines-on-grid"],
    ),
    fault("one line moved down", |patch| one_line(patch, 3, -1.0), &["baselines-on-grid"]),
    fault("smaller text", smaller_text, &["body-size", "page-number-side"]),
    fault("another face", another_face, &["body-face"]),
    fault("RGB", |patch| ink(patch, 1, RED, "rg", &[1.0, 0.0, 0.0]), &["colour-spaces", "red"]),
    fault("black of four inks", |patch| ink(patch, 5, BLACK, "k", &[0.6, 0.5, 0.5, 1.0]), &["black"]),
    fault("a third colour", |patch| ink(patch, 6, BLACK, "k", &[1.0, 0.6, 0.0, 0.0]), &["red", "two-colours"]),
    fault(
        "text stroked in RGB",
        |patch| patch.first(5, vec![operation("Tr", &[2.0]), operation("RG", &[1.0, 0.0, 0.0])]),
        &["colour-spaces", "red", "two-colours"],
    ),
    fault(
        "text stroked alone, in RGB",
        |patch| patch.first(5, vec![operation("Tr", &[1.0]), operation("RG", &[1.0, 0.0, 0.0])]),
        &["colour-spaces", "red", "two-colours"],
    ),
    fault("text a third of which is seen", |patch| patch.states(|state| state.set("ca", 0.3)), &["transparency"]),
    fault("a soft mask", |patch| patch.states(|state| state.set("SMask", mask())), &["transparency"]),
    fault("text that multiplies", |patch| patch.states(|state| state.set("BM", "Multiply")), &["transparency"]),
    fault("a state that changes nothing", |patch| patch.states(plain_state), &[]),
    fault("black that knocks out", |patch| patch.states(|state| state.set("op", false)), &["black-overprints"]),
    fault("black that overprints by half", |patch| patch.states(|state| state.set("OPM", 0)), &["black-overprints"]),
    fault("no page number", |patch| page_number(patch, 3, |_, _| None), &["page-numbers"]),
    fault("a small page number", small_number, &["page-number-size"]),
    fault("a page number without its first dash", without_dash, &["page-number-dashes"]),
    fault(
        "a page number at the inner side",
        |patch| page_number(patch, 2, |x, y| Some((x + 300.0, y))),
        &["page-number-side"],
    ),
    fault(
        "a page number too high",
        |patch| page_number(patch, 7, |x, y| Some((x, y + 2.0 * MM))),
        &["page-number-height"],
    ),
    fault("a thin red rule", |patch| rule(patch, 1, 0, |r| r[3] = 0.5), &["red-rule-thickness"]),
    fault("a short red rule", |patch| rule(patch, 1, 0, |r| r[2] = 400.0), &["red-rule-length"]),
    fault("a black rule in the head", black_rule, &["black-overprints", "red-rule-colour"]),
    fault("a thick last rule", |patch| rule(patch, 14, 2, |r| r[3] = 0.6 * MM), &["imprint-outer-rules"]),
    fault("a thick rule between", |patch| rule(patch, 14, 1, |r| r[3] = 0.35 * MM), &["imprint-inner-rules"]),
    fault("a short rule between", |patch| rule(patch, 14, 1, |r| r[2] = 400.0), &["imprint-rule-length"]),
    fault("the last rule too high", |patch| rule(patch, 14, 2, |r| r[1] += 1.0 * MM), &["imprint-at-foot"]),
    fault("a face not embedded", not_embedded, &["faces-embedded"]),
    fault(
        "a face that is none",
        |patch| patch.program("FandolFang-Regular", |data| *data = b"not a font at all".to_vec()),
        &["faces-embedded"],
    ),
    fault("a face without a subset's tag", whole_face, &["faces-subset"]),
    fault("no ToUnicode", |patch| patch.font("FandolKai-Regular", without_unicode), &["faces-unicode"]),
    fault("a ToUnicode entry less", |patch| patch.drop_unicode_entry("FandolKai-Regular"), &["faces-unicode"]),
    fault("a missing glyph", |patch| patch.show_code_nought(4), &["faces-unicode", "faces-missing-glyphs"]),
    fault("a larger unit", |patch| patch.page(4).set("UserUnit", 1.5), UNIT),
    fault("a later version", |patch| patch.version("1.7"), &["pdf-version"]),
    fault("no identifier", |patch| drop_key(patch.trailer(), b"ID"), &["file-identifier"]),
    fault("an empty identifier", |patch| patch.trailer().set("ID", vec![empty(), empty()]), &["file-identifier"]),
    fault("no trim box", |patch| drop_key(patch.page(2), b"TrimBox"), &["page-boxes"]),
    fault(
        "a bleed box inside the trim box",
        |patch| patch.set_box(3, "BleedBox", [9.0, 9.0, 500.0, 800.0]),
        &["page-boxes"],
    ),
    fault(
        "an art box beside the trim box",
        |patch| patch.set_box(3, "ArtBox", [9.0, 9.0, 500.0, 800.0]),
        &["page-boxes"],
    ),
    fault("no output intents", |patch| drop_key(patch.catalog(), b"OutputIntents"), &["output-intents"]),
    fault("an intent without a profile", bare_intents, &["output-intents"]),
    fault("a profile for screens", |patch| patch.profile(|data, _| data[16..20].copy_from_slice(b"RGB ")), INTENTS),
    fault("a profile of three parts", |patch| patch.profile(|_, stream| stream.set("N", 3)), INTENTS),
    fault("two profiles", |patch| patch.second_profile(), INTENTS),
    fault("an annotation", |patch| patch.annotate(5), &["no-annotations"]),
    fault(
        "a script that runs on opening",
        |patch| {
            patch.catalog().set("OpenAction", dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("1") })
        },
        &["no-actions"],
    ),
    fault("an action of the catalog", |patch| patch.catalog().set("AA", dictionary! {}), &["no-actions"]),
    fault(
        "a place to begin at",
        |patch| patch.catalog().set("OpenAction", dictionary! { "S" => "GoTo", "D" => "a" }),
        &[],
    ),
    fault("trapping unknown", |patch| patch.information().set("Trapped", "Unknown"), &["trapped"]),
    fault("nothing about trapping", |patch| drop_key(patch.information(), b"Trapped"), &["trapped"]),
    fault("a hidden layer", |patch| patch.layer(true), &["hidden-layers"]),
    fault("a layer that is seen", |patch| patch.layer(false), &[]),
    fault("a line that is clipped away", |patch| patch.first(5, clip([0.0, 0.0, 600.0, 700.0])), &["clipped-text"]),
    fault("a clip around all", |patch| patch.first(5, clip([0.0, 0.0, 600.0, 842.0])), &[]),
    fault("no language", |patch| drop_key(patch.catalog(), b"Lang"), &["language"]),
    fault("no title", |patch| patch.packet_words("dc:title", "dc:subject"), &["title", "titles-agree"]),
    fault("two titles", |patch| patch.packet_words("</rdf:li>", "！</rdf:li>"), &["titles-agree"]),
    fault("the file's name displayed", |patch| drop_key(patch.catalog(), b"ViewerPreferences"), &["title-displayed"]),
    fault("not said to be tagged", |patch| drop_key(patch.catalog(), b"MarkInfo"), &["tagged"]),
    fault(
        "no structure tree",
        |patch| drop_key(patch.catalog(), b"StructTreeRoot"),
        &["structure-tree", "content-marked"],
    ),
    fault("a tree of paragraphs", |patch| patch.kinds("P"), &["structure-tree"]),
    fault("a page without its key", |patch| drop_key(patch.page(5), b"StructParents"), &["content-marked"]),
    fault("two pages with one key", |patch| patch.page(5).set("StructParents", 5), &["content-marked"]),
    fault("elements that hold nothing", |patch| patch.empty_elements("P"), &["content-marked"]),
    fault("a page of artifacts", artifacts, &["content-marked"]),
    fault("something outside the marks", unmarked, &["black-overprints", "content-marked"]),
    fault(
        "no metadata",
        |patch| drop_key(patch.catalog(), b"Metadata"),
        &["title", "titles-agree", "metadata", "mark-pdfa", "mark-pdfua", "mark-pdfx"],
    ),
    fault("another level", |patch| patch.packet_words(">A</pdfaid", ">B</pdfaid"), &["mark-pdfa"]),
    fault("no mark for access", |patch| patch.packet_words("pdfuaid:part", "pdfuaid:rev"), &["mark-pdfua"]),
    fault("another mark for print", |patch| patch.packet_words("PDF/X-4", "PDF/X-3:2003"), &["mark-pdfx"]),
];

const BLACK: [f32; 4] = [0.0, 0.0, 0.0, 1.0];
const RED: [f32; 4] = [0.0, 0.8, 0.8, 0.0];

const INTENTS: &[&str] = &["output-intents"];
const UNIT: &[&str] = &["sheet-size", "type-area-kept", "page-number-size", "page-number-side", "page-number-height"];

fn operation(name: &str, operands: &[f32]) -> Operation {
    Operation::new(name, reals(operands))
}

/// Lets nothing be seen outside a rectangle.
fn clip(rectangle: [f32; 4]) -> Vec<Operation> {
    vec![operation("re", &rectangle), operation("W", &[]), operation("n", &[])]
}

fn mask() -> lopdf::Dictionary {
    dictionary! { "Type" => "Mask", "S" => "Luminosity" }
}

fn plain_state(state: &mut lopdf::Dictionary) {
    state.set("ca", 1);
    state.set("CA", 1);
    state.set("SMask", "None");
    state.set("BM", vec![Object::Name(b"Normal".to_vec())]);
}

/// Marks all of a page as artifacts.
fn artifacts(patch: &mut Patch) {
    patch.page_operations(5, |operations| {
        for operation in operations.iter_mut().filter(|operation| operation.operator == "BDC") {
            *operation = Operation::new("BMC", vec![Object::Name(b"Artifact".to_vec())]);
        }
    });
}

fn drop_key(dictionary: &mut lopdf::Dictionary, key: &[u8]) {
    assert!(dictionary.remove(key).is_some());
}

fn reals(numbers: &[f32]) -> Vec<Object> {
    numbers.iter().map(|number| Object::Real(*number)).collect()
}

fn with_bleed(patch: &mut Patch) {
    for page in 1..=patch.pages() {
        for name in ["MediaBox", "BleedBox"] {
            patch.set_box(page, name, [-8.504, -8.504, 603.78, 850.394]);
        }
    }
}

fn wider_sheet(patch: &mut Patch) {
    for name in ["MediaBox", "BleedBox", "TrimBox"] {
        patch.set_box(4, name, [0.0, 0.0, 603.78, 841.89]);
    }
}

/// Moves everything on a page, millimetres to the right and up.
fn moved(patch: &mut Patch, page: u32, right: f32, up: f32) {
    patch.first(page, vec![Operation::new("cm", reals(&[1.0, 0.0, 0.0, 1.0, right * MM, up * MM]))]);
}

/// Sets the lines of the text closer, from the foot of the type area up.
fn closer_lines(patch: &mut Patch) {
    for page in 1..=patch.pages() {
        patch.each(page, "Tm", |operands| {
            let y = number(&operands[5]);
            if y > FOOT {
                operands[5] = Object::Real(FOOT + (y - FOOT) * 0.95);
            }
            true
        });
    }
}

/// Moves the fifth line of a page, millimetres up.
fn one_line(patch: &mut Patch, page: u32, up: f32) {
    let mut lines: Vec<f32> = Vec::new();
    patch.each(page, "Tm", |operands| {
        let y = number(&operands[5]);
        if lines.last() != Some(&y) {
            lines.push(y);
        }
        if lines.len() == 5 {
            operands[5] = Object::Real(y + up * MM);
        }
        lines.len() == 5
    });
}

/// The size is taken back by the text's matrix, so that glyphs stand where they stood, but smaller than they say.
fn smaller_text(patch: &mut Patch) {
    for page in 1..=patch.pages() {
        patch.each(page, "Tf", |operands| {
            if (number(&operands[1]) - 16.0).abs() < 0.01 {
                operands[1] = Object::Real(15.5);
            }
            true
        });
        // As much wider as they are lower, the page numbers too, which then end elsewhere.
        patch.first(page, vec![Operation::new("Tz", reals(&[100.0 * 16.0 / 15.5]))]);
    }
}

fn another_face(patch: &mut Patch) {
    patch.font("FandolFang-Regular", |font| {
        for key in ["BaseFont", "FontName"] {
            if font.has(key.as_bytes()) {
                font.set(key, Object::Name(b"ABCDEF+SimSun".to_vec()));
            }
        }
    });
}

/// Sets another colour where one was set.
fn ink(patch: &mut Patch, page: u32, from: [f32; 4], operator: &str, to: &[f32]) {
    patch.page_operations(page, |operations| {
        let same = |operation: &Operation| {
            operation.operator == "k"
                && operation.operands.iter().zip(from).all(|(part, wanted)| (number(part) - wanted).abs() < 0.01)
        };
        let at = operations.iter().position(same).unwrap();
        operations[at] = Operation::new(operator, reals(to));
        if from == RED {
            for operation in operations.iter_mut().filter(|operation| same(operation)) {
                *operation = Operation::new(operator, reals(to));
            }
        }
    });
}

/// The red of page one as a spot ink of its own.
fn red_as_spot(patch: &mut Patch) {
    let function = dictionary! {
        "FunctionType" => 2, "Domain" => reals(&[0.0, 1.0]), "N" => 1,
        "C0" => reals(&[0.0; 4]), "C1" => reals(&RED),
    };
    let space = vec![
        Object::Name(b"Separation".to_vec()),
        Object::Name(b"PANTONE 485 C".to_vec()),
        Object::Name(b"DeviceCMYK".to_vec()),
        Object::Dictionary(function),
    ];
    patch.colour_space(1, "Red", space);
    patch.page_operations(1, |operations| {
        let before = std::mem::take(operations);
        for operation in before {
            let is_red = operation.operator == "k" && (number(&operation.operands[1]) - 0.8).abs() < 0.01;
            if is_red {
                operations.push(Operation::new("cs", vec![Object::Name(b"Red".to_vec())]));
                operations.push(Operation::new("scn", reals(&[1.0])));
            } else {
                operations.push(operation);
            }
        }
    });
}

/// Puts a page's number elsewhere, or leaves it out.
fn page_number(patch: &mut Patch, page: u32, put: fn(f32, f32) -> Option<(f32, f32)>) {
    patch.page_operations(page, |operations| {
        let before = std::mem::take(operations);
        let mut is_number = false;
        let mut met = 0;
        for mut operation in before {
            if operation.operator == "Tm" {
                let (x, y) = (number(&operation.operands[4]), number(&operation.operands[5]));
                is_number = y < FOOT;
                if let Some((x, y)) = put(x, y).filter(|_| is_number) {
                    operation.operands[4] = Object::Real(x);
                    operation.operands[5] = Object::Real(y);
                }
            }
            let shows = operation.operator == "TJ" || operation.operator == "Tj";
            met += usize::from(is_number);
            if !(is_number && shows && put(0.0, 0.0).is_none()) {
                operations.push(operation);
            }
        }
        assert!(met > 0);
    });
}

fn small_number(patch: &mut Patch) {
    patch.each(6, "Tf", |operands| {
        let is_number = (number(&operands[1]) - 14.0).abs() < 0.01;
        if is_number {
            operands[1] = Object::Real(12.0);
        }
        is_number
    });
}

/// Takes the first code out of the number's string, the dash; page eight's still begins where it began.
fn without_dash(patch: &mut Patch) {
    let mut is_number = false;
    patch.page_operations(8, |operations| {
        for operation in operations.iter_mut() {
            match operation.operator.as_str() {
                "Tm" => is_number = number(&operation.operands[5]) < FOOT,
                "Tj" if is_number => {
                    operation.operands[0].as_str_mut().unwrap().drain(..2);
                }
                _ => {}
            }
        }
    });
}

/// Changes a page's rule: x, y, width and height.
fn rule(patch: &mut Patch, page: u32, which: usize, change: fn(&mut [f32; 4])) {
    let mut count = 0;
    patch.each(page, "re", |operands| {
        count += 1;
        if count - 1 != which {
            return false;
        }
        let mut rectangle: [f32; 4] = std::array::from_fn(|at| number(&operands[at]));
        change(&mut rectangle);
        *operands = reals(&rectangle);
        true
    });
}

fn black_rule(patch: &mut Patch) {
    patch.page_operations(1, |operations| {
        let at = operations.iter().position(|operation| operation.operator == "re").unwrap();
        operations.insert(at, Operation::new("k", reals(&BLACK)));
    });
}

fn not_embedded(patch: &mut Patch) {
    patch.font("FandolKai-Regular", |font| {
        font.remove(b"FontFile3");
    });
}

fn without_unicode(font: &mut lopdf::Dictionary) {
    font.remove(b"ToUnicode");
}

fn whole_face(patch: &mut Patch) {
    patch.font("FandolKai-Regular", |font| {
        for key in ["BaseFont", "FontName"] {
            if font.has(key.as_bytes()) {
                font.set(key, Object::Name(b"FandolKai-Regular".to_vec()));
            }
        }
    });
}

fn bare_intents(patch: &mut Patch) {
    let intent = |kind: &str| Object::Dictionary(dictionary! { "Type" => "OutputIntent", "S" => kind });
    patch.catalog().set("OutputIntents", vec![intent("GTS_PDFX"), intent("GTS_PDFA1")]);
}

/// A dot in the middle of a page, before its marks begin.
fn unmarked(patch: &mut Patch) {
    let dot = reals(&[300.0, 400.0, 2.0, 2.0]);
    patch
        .first(9, vec![Operation::new("k", reals(&BLACK)), Operation::new("re", dot), Operation::new("f", Vec::new())]);
}
