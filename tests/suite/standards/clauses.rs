//! The clauses of PDF/X-4, PDF/A-2a and PDF/UA-1 that concern a file of text, read through lopdf; each can be
//! broken on purpose.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::{BTreeMap, BTreeSet};

/// A clause: its name, whether a file keeps it, and a way to break it.
pub(super) struct Clause {
    pub(super) name: &'static str,
    pub(super) kept: fn(&Document) -> Result<(), String>,
    pub(super) broken: fn(&mut Document),
    /// What the outside checker says of the broken file, if it looks at this clause.
    pub(super) outside: bool,
}

macro_rules! clause {
    ($name:literal, $kept:expr, $broken:expr) => {
        Clause { name: $name, kept: $kept, broken: $broken, outside: true }
    };
    ($name:literal, $kept:expr, $broken:expr, ours) => {
        Clause { name: $name, kept: $kept, broken: $broken, outside: false }
    };
}

pub(super) const CLAUSES: &[Clause] = &[
    clause!("version", version, |file| file.version = "1.3".to_owned(), ours),
    clause!("language", |file| present(catalog(file), "Lang"), |file| drop(root(file).remove(b"Lang"))),
    clause!("marked", marked, |file| root(file).set("MarkInfo", Dictionary::new())),
    clause!("title shown", title_shown, |file| root(file).set("ViewerPreferences", Dictionary::new())),
    clause!(
        "page labels",
        |file| present(catalog(file), "PageLabels"),
        |file| drop(root(file).remove(b"PageLabels")),
        ours
    ),
    clause!("nothing active", nothing_active, |file| root(file)
        .set("OpenAction", lopdf::dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("0") })),
    clause!("intents", intents, |file| root(file).set("OutputIntents", Vec::<Object>::new())),
    clause!("one profile", one_profile, second_profile),
    clause!("press profile", press_profile, |file| profile(file).content[12..16].copy_from_slice(b"mntr")),
    clause!("XMP in the open", open_metadata, pack_metadata, ours),
    clause!("archive's name", |file| says(file, "<pdfaid:conformance>A<"), |file| reword(
        file,
        "conformance>A<",
        "conformance>B<"
    )),
    clause!("readers' name", |file| says(file, "<pdfuaid:part>1<"), |file| reword(
        file,
        "pdfuaid:part>1<",
        "pdfuaid:part>9<"
    )),
    clause!("press's name", |file| says(file, ">PDF/X-4<"), |file| reword(file, ">PDF/X-4<", ">PDF/X-9<")),
    clause!("schemas described", schemas, |file| reword(
        file,
        "pdfaSchema:prefix>pdfuaid",
        "pdfaSchema:prefix>pdfuaie"
    )),
    clause!("title twice", title_twice, |file| info(file).set("Title", Object::string_literal("other"))),
    clause!("dates twice", dates_twice, |file| info(file)
        .set("CreationDate", Object::string_literal("D:20000101000000+08'00'"))),
    clause!("trapped", trapped, |file| drop(info(file).remove(b"Trapped")), ours),
    clause!("identifiers", identifiers, |file| drop(file.trailer.remove(b"ID"))),
    clause!("trim box", boxes, |file| drop(page(file, 0).remove(b"TrimBox"))),
    clause!("trim in media", trim_inside, |file| page(file, 1)
        .set("MediaBox", vec![0.into(), 0.into(), 100.into(), 100.into()])),
    clause!("tab order", tab_order, |file| drop(page(file, 0).remove(b"Tabs")), ours),
    clause!("no annotations", no_annotations, annotate),
    clause!("faces embedded", embedded, |file| drop(descriptor(file).remove(b"FontFile3"))),
    clause!("widths", widths, |file| drop(descendant(file).remove(b"W")), ours),
    clause!("characters", characters, |file| drop(font(file).remove(b"ToUnicode"))),
    clause!("two inks", two_inks, |file| paint(file, "k", &["0", "0", "0", "1"], "rg", &["0", "0", "0"])),
    clause!("all is marked", all_marked, unmark),
    clause!("tree and pages", tree_and_pages, misdirect),
    clause!("headings in order", headings, |file| retype(file, b"H2", "H4")),
    clause!("contents of entries", contents, |file| retype(file, b"TOCI", "P")),
    clause!("outline leads", outline, |file| drop(first_bookmark(file).remove(b"Dest")), ours),
];

fn catalog(file: &Document) -> &Dictionary {
    file.catalog().unwrap()
}

fn root(file: &mut Document) -> &mut Dictionary {
    file.catalog_mut().unwrap()
}

fn page(file: &mut Document, at: usize) -> &mut Dictionary {
    let id = file.page_iter().nth(at).unwrap();
    file.get_dictionary_mut(id).unwrap()
}

fn info(file: &mut Document) -> &mut Dictionary {
    let id = file.trailer.get(b"Info").unwrap().as_reference().unwrap();
    file.get_dictionary_mut(id).unwrap()
}

fn text(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}

fn is(dictionary: &Dictionary, key: &str, value: &Object) -> bool {
    dictionary.get(key.as_bytes()).is_ok_and(|own| own == value)
}

fn ensure(holds: bool, fault: impl Into<String>) -> Result<(), String> {
    if holds { Ok(()) } else { Err(fault.into()) }
}

fn present(dictionary: &Dictionary, key: &str) -> Result<(), String> {
    ensure(dictionary.has(key.as_bytes()), format!("no {key}"))
}

/// The object that a key leads to, through a reference or directly.
fn at<'a>(file: &'a Document, dictionary: &'a Dictionary, key: &str) -> Option<&'a Object> {
    file.dereference(dictionary.get(key.as_bytes()).ok()?).ok().map(|(_, object)| object)
}

fn dictionary<'a>(file: &'a Document, within: &'a Dictionary, key: &str) -> Result<&'a Dictionary, String> {
    at(file, within, key).and_then(|object| object.as_dict().ok()).ok_or(format!("no {key}"))
}

fn version(file: &Document) -> Result<(), String> {
    ensure(file.version == "1.6", file.version.clone())
}

fn marked(file: &Document) -> Result<(), String> {
    let marks = dictionary(file, catalog(file), "MarkInfo")?;
    ensure(at(file, marks, "Marked") == Some(&Object::Boolean(true)), "not marked")
}

fn title_shown(file: &Document) -> Result<(), String> {
    let preferences = dictionary(file, catalog(file), "ViewerPreferences")?;
    ensure(at(file, preferences, "DisplayDocTitle") == Some(&Object::Boolean(true)), "the file's name is shown")
}

fn nothing_active(file: &Document) -> Result<(), String> {
    let active = ["OpenAction", "AA", "AcroForm", "Names", "OCProperties"];
    ensure(!active.iter().any(|key| catalog(file).has(key.as_bytes())), "something is active")
}

fn all_intents(file: &Document) -> Vec<&Dictionary> {
    let list = at(file, catalog(file), "OutputIntents").and_then(|list| list.as_array().ok());
    list.into_iter().flatten().filter_map(|intent| file.dereference(intent).ok()?.1.as_dict().ok()).collect()
}

fn intents(file: &Document) -> Result<(), String> {
    let kinds: Vec<_> = all_intents(file).iter().filter_map(|intent| intent.get(b"S").ok()?.as_name().ok()).collect();
    let named = all_intents(file).iter().all(|intent| intent.has(b"OutputConditionIdentifier"));
    ensure(named && kinds == [b"GTS_PDFX".as_slice(), b"GTS_PDFA1"], format!("{kinds:?}"))
}

fn profiles(file: &Document) -> BTreeSet<ObjectId> {
    let leads = |intent: &&Dictionary| intent.get(b"DestOutputProfile").ok()?.as_reference().ok();
    all_intents(file).iter().filter_map(leads).collect()
}

fn one_profile(file: &Document) -> Result<(), String> {
    let count = profiles(file).len();
    ensure(count <= 1, format!("{count} profiles"))
}

fn second_profile(file: &mut Document) {
    let own = file.get_object(*profiles(file).first().unwrap()).unwrap().clone();
    let copy = file.add_object(own);
    let list = root(file).get_mut(b"OutputIntents").unwrap().as_array_mut().unwrap();
    list[1].as_dict_mut().unwrap().set("DestOutputProfile", copy);
}

fn profile(file: &mut Document) -> &mut lopdf::Stream {
    let id = *profiles(file).first().unwrap();
    let stream = file.get_object_mut(id).unwrap().as_stream_mut().unwrap();
    stream.decompress().unwrap();
    stream
}

fn press_profile(file: &Document) -> Result<(), String> {
    for id in profiles(file) {
        let stream = file.get_object(id).unwrap().as_stream().unwrap();
        let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        let is_press = &bytes[12..20] == b"prtrCMYK" && is(&stream.dict, "N", &Object::Integer(4));
        ensure(is_press, "no press profile")?;
    }
    Ok(())
}

fn metadata_id(file: &Document) -> ObjectId {
    catalog(file).get(b"Metadata").unwrap().as_reference().unwrap()
}

fn packet(file: &Document) -> String {
    let stream = file.get_object(metadata_id(file)).unwrap().as_stream().unwrap();
    let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    String::from_utf8(bytes).unwrap()
}

fn reword(file: &mut Document, from: &str, to: &str) {
    let changed = packet(file).replacen(from, to, 1);
    assert_ne!(changed, packet(file), "{from}");
    let id = metadata_id(file);
    file.get_object_mut(id).unwrap().as_stream_mut().unwrap().set_content(changed.into_bytes());
}

fn open_metadata(file: &Document) -> Result<(), String> {
    let stream = file.get_object(metadata_id(file)).unwrap().as_stream().unwrap();
    ensure(!stream.dict.has(b"Filter"), "the metadata are packed")
}

fn pack_metadata(file: &mut Document) {
    let id = metadata_id(file);
    let stream = file.get_object_mut(id).unwrap().as_stream_mut().unwrap();
    stream.allows_compression = true;
    stream.compress().unwrap();
}

fn says(file: &Document, words: &str) -> Result<(), String> {
    ensure(packet(file).contains(words), format!("{words} is not in the metadata"))
}

fn schemas(file: &Document) -> Result<(), String> {
    ["pdfuaid", "pdfxid", "pdf"].iter().try_for_each(|prefix| says(file, &format!("pdfaSchema:prefix>{prefix}<")))
}

fn stated<'a>(file: &'a Document, key: &str) -> Result<&'a Object, String> {
    let id = file.trailer.get(b"Info").unwrap().as_reference().unwrap();
    file.get_dictionary(id).unwrap().get(key.as_bytes()).map_err(|_| format!("no {key}"))
}

fn title_twice(file: &Document) -> Result<(), String> {
    says(file, &format!("xml:lang=\"x-default\">{}<", text(stated(file, "Title")?)))
}

fn dates_twice(file: &Document) -> Result<(), String> {
    let date = text(stated(file, "CreationDate")?);
    let part = |from: usize, to: usize| date[2 + from..2 + to].to_owned();
    let date = format!("{}-{}-{}T00:00:00+08:00", part(0, 4), part(4, 6), part(6, 8));
    says(file, &format!("xmp:CreateDate>{date}<"))?;
    says(file, &format!("xmp:MetadataDate>{date}<"))
}

fn trapped(file: &Document) -> Result<(), String> {
    ensure(stated(file, "Trapped")? == &Object::Name(b"False".to_vec()), "trapped?")?;
    says(file, "pdf:Trapped>False<")
}

fn identifiers(file: &Document) -> Result<(), String> {
    let id = file.trailer.get(b"ID").and_then(Object::as_array).map_err(|_| "no identifiers")?;
    let is_sound =
        id.len() == 2 && id.iter().all(|part| part.as_str().is_ok_and(|part| part.iter().any(|byte| *byte != 0)));
    ensure(is_sound && !file.trailer.has(b"Encrypt"), "identifiers")
}

fn edges(page: &Dictionary, name: &str) -> Result<Vec<f32>, String> {
    let edges = page.get(name.as_bytes()).and_then(Object::as_array).map_err(|_| format!("no {name}"))?;
    Ok(edges.iter().map(|edge| edge.as_float().unwrap()).collect())
}

fn each_page(file: &Document, kept: impl Fn(&Dictionary) -> Result<(), String>) -> Result<(), String> {
    file.page_iter().try_for_each(|id| kept(file.get_dictionary(id).unwrap()))
}

fn boxes(file: &Document) -> Result<(), String> {
    each_page(file, |page| {
        ["MediaBox", "BleedBox", "TrimBox"].iter().try_for_each(|name| present(page, name))?;
        ensure(!page.has(b"CropBox") && !page.has(b"ArtBox"), "a box too many")
    })
}

fn trim_inside(file: &Document) -> Result<(), String> {
    each_page(file, |page| {
        let (Ok(media), Ok(bleed), Ok(trim)) =
            (edges(page, "MediaBox"), edges(page, "BleedBox"), edges(page, "TrimBox"))
        else {
            return Ok(());
        };
        let inside = |a: &[f32], b: &[f32]| a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
        ensure(inside(&trim, &bleed) && inside(&bleed, &media), "the boxes do not lie in each other")
    })
}

fn tab_order(file: &Document) -> Result<(), String> {
    each_page(file, |page| ensure(is(page, "Tabs", &Object::Name(b"S".to_vec())), "tab order"))
}

fn no_annotations(file: &Document) -> Result<(), String> {
    each_page(file, |page| ensure(!page.has(b"Annots"), "an annotation"))
}

fn annotate(file: &mut Document) {
    let rect: Vec<Object> = [10, 10, 20, 20].map(Object::Integer).to_vec();
    let link = lopdf::dictionary! { "Type" => "Annot", "Subtype" => "Link", "Rect" => rect };
    page(file, 0).set("Annots", vec![Object::Dictionary(link)]);
}

fn type0_ids(file: &Document) -> Vec<ObjectId> {
    let is_type0 = |object: &Object| {
        object.as_dict().is_ok_and(|dictionary| is(dictionary, "Subtype", &Object::Name(b"Type0".to_vec())))
    };
    file.objects.iter().filter(|(_, object)| is_type0(object)).map(|(id, _)| *id).collect()
}

fn font(file: &mut Document) -> &mut Dictionary {
    let id = type0_ids(file)[0];
    file.get_dictionary_mut(id).unwrap()
}

fn descendant_of<'a>(file: &'a Document, font: &'a Dictionary) -> &'a Dictionary {
    let list = at(file, font, "DescendantFonts").unwrap().as_array().unwrap();
    file.dereference(&list[0]).unwrap().1.as_dict().unwrap()
}

fn descendant(file: &mut Document) -> &mut Dictionary {
    let id = type0_ids(file)[0];
    let font = file.get_dictionary(id).unwrap();
    let list = at(file, font, "DescendantFonts").unwrap().as_array().unwrap().clone();
    match &list[0] {
        Object::Reference(id) => file.get_dictionary_mut(*id).unwrap(),
        _ => font_inline(file, id),
    }
}

fn font_inline(file: &mut Document, id: ObjectId) -> &mut Dictionary {
    let list = file.get_dictionary_mut(id).unwrap().get_mut(b"DescendantFonts").unwrap().as_array_mut().unwrap();
    list[0].as_dict_mut().unwrap()
}

fn descriptor(file: &mut Document) -> &mut Dictionary {
    let id = descendant(file).get(b"FontDescriptor").unwrap().as_reference().unwrap();
    file.get_dictionary_mut(id).unwrap()
}

fn each_font(file: &Document, kept: impl Fn(&Dictionary, &Dictionary) -> Result<(), String>) -> Result<(), String> {
    type0_ids(file).into_iter().try_for_each(|id| {
        let font = file.get_dictionary(id).unwrap();
        kept(font, descendant_of(file, font))
    })
}

fn embedded(file: &Document) -> Result<(), String> {
    each_font(file, |font, descendant| {
        ensure(is(font, "Encoding", &Object::Name(b"Identity-H".to_vec())), "encoding")?;
        let descriptor = dictionary(file, descendant, "FontDescriptor")?;
        ensure(descriptor.has(b"FontFile3") || descriptor.has(b"FontFile2"), "a face is not embedded")
    })
}

/// The codes that a font's widths name.
fn coded_widths(file: &Document, descendant: &Dictionary) -> BTreeSet<u16> {
    let list = at(file, descendant, "W").and_then(|list| list.as_array().ok().cloned()).unwrap_or_default();
    let mut codes = BTreeSet::new();
    let mut items = list.iter();
    while let Some(first) = items.next().and_then(|first| first.as_i64().ok()) {
        match items.next() {
            Some(Object::Array(widths)) => codes.extend((first..).take(widths.len()).map(|code| code as u16)),
            Some(last) => {
                codes.extend((first..=last.as_i64().unwrap()).map(|code| code as u16));
                items.next();
            }
            None => break,
        }
    }
    codes
}

/// The codes that a font's characters name.
fn coded_characters(file: &Document, font: &Dictionary) -> BTreeSet<u16> {
    let Some(stream) = at(file, font, "ToUnicode").and_then(|map| map.as_stream().ok()) else { return BTreeSet::new() };
    let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    let map = String::from_utf8_lossy(&bytes).into_owned();
    let mut codes = BTreeSet::new();
    let mut kind = "";
    for line in map.lines().map(str::trim) {
        match line {
            _ if line.ends_with("beginbfchar") => kind = "char",
            _ if line.ends_with("beginbfrange") => kind = "range",
            _ if line.starts_with("end") => kind = "",
            _ => {
                let fields: Vec<_> = line.split(['<', '>', ' ']).filter(|field| !field.is_empty()).collect();
                let code = |field: &str| u16::from_str_radix(field, 16).unwrap();
                match kind {
                    "char" => drop(codes.insert(code(fields[0]))),
                    "range" => codes.extend(code(fields[0])..=code(fields[1])),
                    _ => {}
                }
            }
        }
    }
    codes
}

/// The codes that the pages show, by the fonts' names.
fn shown(file: &Document) -> BTreeMap<Vec<u8>, BTreeSet<u16>> {
    let mut shown: BTreeMap<Vec<u8>, BTreeSet<u16>> = BTreeMap::new();
    for id in file.page_iter() {
        let mut font = Vec::new();
        for operation in content(file, id).operations {
            match operation.operator.as_str() {
                "Tf" => font = operation.operands[0].as_name().unwrap().to_vec(),
                "Tj" | "TJ" => {
                    let strings = operation.operands.iter().flat_map(|operand| match operand {
                        Object::Array(items) => items.clone(),
                        other => vec![other.clone()],
                    });
                    let codes = strings.filter_map(|item| item.as_str().ok().map(<[u8]>::to_vec));
                    let codes = codes.flat_map(|bytes| {
                        bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect::<Vec<_>>()
                    });
                    shown.entry(font.clone()).or_default().extend(codes);
                }
                _ => {}
            }
        }
    }
    shown
}

fn each_shown(file: &Document, known: impl Fn(&Dictionary, &Dictionary) -> BTreeSet<u16>) -> Result<(), String> {
    let id = file.page_iter().next().unwrap();
    let resources = dictionary(file, file.get_dictionary(id).unwrap(), "Resources")?;
    let fonts = dictionary(file, resources, "Font")?;
    shown(file).iter().try_for_each(|(name, codes)| {
        let font = dictionary(file, fonts, std::str::from_utf8(name).unwrap())?;
        let known = known(font, descendant_of(file, font));
        ensure(codes.is_subset(&known), format!("{} glyphs are unknown", codes.difference(&known).count()))
    })
}

fn widths(file: &Document) -> Result<(), String> {
    each_shown(file, |_, descendant| coded_widths(file, descendant))
}

fn characters(file: &Document) -> Result<(), String> {
    each_shown(file, |font, _| coded_characters(file, font))
}

fn content(file: &Document, id: ObjectId) -> Content {
    Content::decode(&file.get_page_content(id)).unwrap()
}

/// Rewrites the first operation of this name with these operands on page one.
fn paint(file: &mut Document, from: &str, operands: &[&str], to: &str, others: &[&str]) {
    let id = file.page_iter().next().unwrap();
    let mut content = content(file, id);
    let number = |text: &&str| Object::Real(text.parse().unwrap());
    let wanted: Vec<f32> = operands.iter().map(|text| text.parse().unwrap()).collect();
    let is_it = |operation: &&mut lopdf::content::Operation| {
        let own: Vec<f32> = operation.operands.iter().filter_map(|operand| operand.as_float().ok()).collect();
        operation.operator == from && own == wanted
    };
    let operation = content.operations.iter_mut().find(is_it).unwrap();
    *operation = lopdf::content::Operation::new(to, others.iter().map(number).collect());
    file.change_page_content(id, content.encode().unwrap()).unwrap();
}

/// What sets a colour, but for the two that are printed.
fn two_inks(file: &Document) -> Result<(), String> {
    let mut inks: BTreeSet<String> = BTreeSet::new();
    file.page_iter().try_for_each(|id| {
        content(file, id).operations.iter().try_for_each(|operation| {
            let numbers: Vec<_> = operation.operands.iter().filter_map(|operand| operand.as_float().ok()).collect();
            let is_sound = match operation.operator.as_str() {
                "k" => {
                    inks.insert(format!("{numbers:?}"));
                    numbers == [0.0, 0.0, 0.0, 1.0] || inks.len() <= 2
                }
                "g" | "G" | "rg" | "RG" | "K" | "cs" | "CS" | "sc" | "SC" | "scn" | "SCN" | "sh" | "Do" | "BI" => false,
                _ => true,
            };
            ensure(is_sound, format!("{} {numbers:?}", operation.operator))
        })
    })
}

/// Nothing is painted outside a marked sequence, and none lies in another.
fn all_marked(file: &Document) -> Result<(), String> {
    file.page_iter().try_for_each(|id| {
        let mut depth = 0;
        content(file, id).operations.iter().try_for_each(|operation| {
            match operation.operator.as_str() {
                "BDC" | "BMC" => depth += 1,
                "EMC" => depth -= 1,
                "Tj" | "TJ" | "f" | "f*" | "S" | "B" => {
                    return ensure(depth == 1, format!("{} at depth {depth}", operation.operator));
                }
                _ => {}
            }
            ensure((0..=1).contains(&depth), format!("depth {depth}"))
        })
    })
}

/// Takes the mark from the last artifact of page one, so that it is painted as nothing at all.
fn unmark(file: &mut Document) {
    let id = file.page_iter().next().unwrap();
    let mut content = content(file, id);
    let is_artifact = |operation: &lopdf::content::Operation| operation.operator == "BDC" && mcid(operation).is_none();
    let begin = content.operations.iter().rposition(is_artifact).unwrap();
    let length = content.operations[begin..].iter().position(|operation| operation.operator == "EMC").unwrap();
    content.operations.remove(begin + length);
    content.operations.remove(begin);
    file.change_page_content(id, content.encode().unwrap()).unwrap();
}

/// The elements of the tree in reading order, with their depth.
pub(super) fn elements(file: &Document) -> Vec<(ObjectId, &Dictionary)> {
    fn walk<'a>(file: &'a Document, object: &'a Object, found: &mut Vec<(ObjectId, &'a Dictionary)>) {
        match object {
            Object::Array(kids) => kids.iter().for_each(|kid| walk(file, kid, found)),
            Object::Reference(id) => {
                let Ok(element) = file.get_dictionary(*id) else { return };
                if element.has(b"S") {
                    found.push((*id, element));
                    if let Ok(kids) = element.get(b"K") {
                        walk(file, kids, found);
                    }
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    let tree = dictionary(file, catalog(file), "StructTreeRoot").unwrap();
    walk(file, tree.get(b"K").unwrap(), &mut found);
    found
}

fn kind(element: &Dictionary) -> &str {
    std::str::from_utf8(element.get(b"S").unwrap().as_name().unwrap()).unwrap()
}

/// Every marked sequence is held by the element that the parent tree names for it, and by no other.
fn tree_and_pages(file: &Document) -> Result<(), String> {
    let tree = dictionary(file, catalog(file), "StructTreeRoot")?;
    let numbers = at(file, dictionary(file, tree, "ParentTree")?, "Nums").unwrap().as_array().unwrap();
    let mut held: BTreeMap<(ObjectId, i64), ObjectId> = BTreeMap::new();
    for (id, element) in elements(file) {
        let own = element.get(b"Pg").and_then(Object::as_reference).ok();
        let kids = element.get(b"K").and_then(Object::as_array).cloned().unwrap_or_default();
        for kid in kids {
            let place = match &kid {
                Object::Integer(number) => Some((own.ok_or("no page")?, *number)),
                Object::Dictionary(kid) if kid.has(b"MCID") => {
                    Some((kid.get(b"Pg").unwrap().as_reference().unwrap(), kid.get(b"MCID").unwrap().as_i64().unwrap()))
                }
                _ => None,
            };
            if let Some(place) = place {
                ensure(held.insert(place, id).is_none(), "a sequence has two elements")?;
            }
        }
    }
    let mut count = 0;
    for id in file.page_iter() {
        let key =
            file.get_dictionary(id).unwrap().get(b"StructParents").and_then(Object::as_i64).map_err(|_| "no key")?;
        let entry = numbers.chunks(2).find(|pair| pair[0] == Object::Integer(key)).ok_or("no parents")?;
        let parents = file.dereference(&entry[1]).unwrap().1.as_array().unwrap();
        for (number, parent) in (0..).zip(parents) {
            count += 1;
            ensure(held.get(&(id, number)).copied() == parent.as_reference().ok(), format!("sequence {number}"))?;
        }
        let marks = content(file, id)
            .operations
            .iter()
            .filter(|operation| operation.operator == "BDC")
            .filter_map(mcid)
            .collect::<Vec<_>>();
        ensure(marks == (0..parents.len() as i64).collect::<Vec<_>>(), "sequences are not counted on")?;
    }
    ensure(count == held.len(), "elements hold what no page has")
}

fn mcid(operation: &lopdf::content::Operation) -> Option<i64> {
    operation.operands.get(1)?.as_dict().ok()?.get(b"MCID").ok()?.as_i64().ok()
}

/// Lets the parent tree lead the first two sequences of page one to each other's elements.
fn misdirect(file: &mut Document) {
    let tree = dictionary(file, catalog(file), "StructTreeRoot").unwrap();
    let numbers = at(file, dictionary(file, tree, "ParentTree").unwrap(), "Nums").unwrap().as_array().unwrap();
    let id = numbers[1].as_reference().unwrap();
    file.get_object_mut(id).unwrap().as_array_mut().unwrap().swap(0, 1);
}

fn headings(file: &Document) -> Result<(), String> {
    let mut last = 0;
    for (_, element) in elements(file) {
        let Some(level) = kind(element).strip_prefix('H').and_then(|level| level.parse::<u8>().ok()) else { continue };
        ensure(level <= last + 1, format!("H{level} behind H{last}"))?;
        last = level;
    }
    Ok(())
}

/// Gives the first element of a type another.
fn retype(file: &mut Document, from: &[u8], to: &str) {
    let id = elements(file).iter().find(|(_, element)| kind(element).as_bytes() == from).unwrap().0;
    file.get_dictionary_mut(id).unwrap().set("S", Object::Name(to.as_bytes().to_vec()));
}

/// A table of contents holds entries and its caption.
fn contents(file: &Document) -> Result<(), String> {
    let parents: BTreeMap<_, _> = elements(file).into_iter().collect();
    parents.values().try_for_each(|element| {
        let parent = element.get(b"P").and_then(Object::as_reference).ok().and_then(|id| parents.get(&id));
        let in_contents = parent.is_some_and(|parent| kind(parent) == "TOC");
        ensure(!in_contents || ["TOCI", "Caption", "TOC"].contains(&kind(element)), kind(element))
    })
}

fn first_bookmark(file: &mut Document) -> &mut Dictionary {
    let outlines = catalog(file).get(b"Outlines").unwrap().as_reference().unwrap();
    let first = file.get_dictionary(outlines).unwrap().get(b"First").unwrap().as_reference().unwrap();
    file.get_dictionary_mut(first).unwrap()
}

fn outline(file: &Document) -> Result<(), String> {
    let items = file.objects.values().filter_map(|object| object.as_dict().ok());
    let mut items = items.filter(|item| item.has(b"Title") && item.has(b"Parent"));
    ensure(items.all(|item| item.has(b"Dest") && !item.has(b"A")), "a bookmark leads nowhere")
}
