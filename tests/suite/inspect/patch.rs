//! Changes in a finished PDF, as a fault would make them.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

/// A file that is being changed.
pub(super) struct Patch {
    file: Document,
}

impl Patch {
    pub(super) fn of(pdf: &[u8]) -> Self {
        Self { file: Document::load_mem(pdf).unwrap() }
    }

    pub(super) fn save(mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.file.save_to(&mut bytes).unwrap();
        bytes
    }

    /// Puts a metadata packet in.
    pub(super) fn packet(&mut self, text: &str) {
        let stream = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, text.as_bytes().to_vec());
        let id = self.file.add_object(stream.with_compression(false));
        self.catalog().set("Metadata", id);
    }

    /// Changes the words of the packet that is there.
    pub(super) fn packet_words(&mut self, from: &str, to: &str) {
        let id = self.catalog().get(b"Metadata").unwrap().as_reference().unwrap();
        let stream = self.file.get_object(id).unwrap().as_stream().unwrap();
        let text = String::from_utf8(stream.content.clone()).unwrap();
        assert!(text.contains(from), "{from}");
        self.packet(&text.replace(from, to));
    }

    pub(super) fn catalog(&mut self) -> &mut Dictionary {
        self.file.catalog_mut().unwrap()
    }

    pub(super) fn trailer(&mut self) -> &mut Dictionary {
        &mut self.file.trailer
    }

    pub(super) fn version(&mut self, version: &str) {
        version.clone_into(&mut self.file.version);
    }

    fn page_id(&self, number: u32) -> ObjectId {
        self.file.get_pages()[&number]
    }

    pub(super) fn page(&mut self, number: u32) -> &mut Dictionary {
        let id = self.page_id(number);
        self.file.get_dictionary_mut(id).unwrap()
    }

    /// Sets a box of a page.
    pub(super) fn set_box(&mut self, page: u32, name: &str, edges: [f32; 4]) {
        self.page(page).set(name, edges.map(Object::Real).to_vec());
    }

    /// Changes a page's operators.
    pub(super) fn page_operations(&mut self, page: u32, change: impl FnOnce(&mut Vec<Operation>)) {
        let id = self.page_id(page);
        let mut content = Content::decode(&self.file.get_page_content(id)).unwrap();
        change(&mut content.operations);
        self.file.change_page_content(id, content.encode().unwrap()).unwrap();
    }

    /// Changes every operator of a name on a page; the change says which it took.
    pub(super) fn each(&mut self, page: u32, name: &str, mut change: impl FnMut(&mut Vec<Object>) -> bool) {
        let mut met = 0;
        self.page_operations(page, |operations| {
            for operation in operations.iter_mut().filter(|operation| operation.operator == name) {
                met += usize::from(change(&mut operation.operands));
            }
        });
        assert!(met > 0, "no {name} on page {page} was changed");
    }

    /// Puts operators before all others of a page.
    pub(super) fn first(&mut self, page: u32, added: Vec<Operation>) {
        self.page_operations(page, |operations| {
            let rest = std::mem::take(operations);
            *operations = added.into_iter().chain(rest).collect();
        });
    }

    pub(super) fn pages(&self) -> u32 {
        self.file.get_pages().len() as u32
    }

    /// Changes the dictionary of a font of that name, and its descriptor's.
    pub(super) fn font(&mut self, name: &str, change: impl Fn(&mut Dictionary)) {
        let mut met = 0;
        for object in self.file.objects.values_mut() {
            let Ok(dictionary) = object.as_dict_mut() else { continue };
            let is_named = |key: &[u8]| {
                dictionary.get(key).and_then(Object::as_name).is_ok_and(|found| found.ends_with(name.as_bytes()))
            };
            if is_named(b"BaseFont") || is_named(b"FontName") {
                change(dictionary);
                met += 1;
            }
        }
        assert!(met > 0, "{name}");
    }

    /// Changes the graphics states of the file.
    pub(super) fn states(&mut self, change: impl Fn(&mut Dictionary)) {
        let mut met = 0;
        for object in self.file.objects.values_mut() {
            let Ok(dictionary) = object.as_dict_mut() else { continue };
            let Ok(states) = dictionary.get_mut(b"ExtGState").and_then(Object::as_dict_mut) else { continue };
            for (_, state) in states.iter_mut() {
                change(state.as_dict_mut().unwrap());
                met += 1;
            }
        }
        assert!(met > 0);
    }

    /// Changes the bytes of a font's program.
    pub(super) fn program(&mut self, name: &str, change: impl Fn(&mut Vec<u8>)) {
        let is_of = |dictionary: &Dictionary| {
            dictionary.get(b"FontName").and_then(Object::as_name).is_ok_and(|found| found.ends_with(name.as_bytes()))
        };
        let descriptors = self.file.objects.values().filter_map(|object| object.as_dict().ok());
        let programs: Vec<_> = descriptors
            .filter(|dictionary| is_of(dictionary))
            .filter_map(|dictionary| {
                let program = dictionary.get(b"FontFile3").or_else(|_| dictionary.get(b"FontFile2"));
                program.and_then(Object::as_reference).ok()
            })
            .collect();
        assert!(!programs.is_empty(), "{name}");
        for id in programs {
            let stream = self.file.get_object_mut(id).unwrap().as_stream_mut().unwrap();
            let mut data = stream.decompressed_content().unwrap();
            change(&mut data);
            stream.set_plain_content(data);
        }
    }

    /// The information dictionary.
    pub(super) fn information(&mut self) -> &mut Dictionary {
        let id = self.file.trailer.get(b"Info").unwrap().as_reference().unwrap();
        self.file.get_dictionary_mut(id).unwrap()
    }

    fn profile_id(&mut self) -> ObjectId {
        let intents = self.file.catalog().unwrap().get(b"OutputIntents").unwrap();
        let intents = self.file.dereference(intents).unwrap().1.as_array().unwrap();
        let intent = self.file.dereference(&intents[0]).unwrap().1.as_dict().unwrap();
        intent.get(b"DestOutputProfile").unwrap().as_reference().unwrap()
    }

    /// Changes the profile of the output intents, its bytes or its dictionary.
    pub(super) fn profile(&mut self, change: fn(&mut Vec<u8>, &mut Dictionary)) {
        let id = self.profile_id();
        let stream = self.file.get_object_mut(id).unwrap().as_stream_mut().unwrap();
        let mut data = stream.decompressed_content().unwrap();
        change(&mut data, &mut stream.dict);
        stream.set_plain_content(data);
    }

    /// Gives the second intent a profile of its own, of the same bytes.
    pub(super) fn second_profile(&mut self) {
        let id = self.profile_id();
        let copy = self.file.get_object(id).unwrap().clone();
        let copy = self.file.add_object(copy);
        let intents = self.catalog().get(b"OutputIntents").unwrap().clone();
        let intents = self.file.dereference(&intents).unwrap().1.as_array().unwrap().clone();
        let mut second = self.file.dereference(&intents[1]).unwrap().1.as_dict().unwrap().clone();
        second.set("DestOutputProfile", copy);
        self.catalog().set("OutputIntents", vec![intents[0].clone(), Object::Dictionary(second)]);
    }

    /// A layer, hidden or not.
    pub(super) fn layer(&mut self, hidden: bool) {
        let group = self.file.add_object(dictionary! { "Type" => "OCG", "Name" => Object::string_literal("a") });
        let off = if hidden { vec![Object::Reference(group)] } else { Vec::new() };
        let configuration = dictionary! { "OFF" => off };
        self.catalog().set("OCProperties", dictionary! { "OCGs" => vec![group.into()], "D" => configuration });
    }

    fn elements(&mut self) -> impl Iterator<Item = &mut Dictionary> {
        let all = self.file.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
        all.filter(|dictionary| dictionary.has_type(b"StructElem"))
    }

    /// Makes all elements one kind.
    pub(super) fn kinds(&mut self, kind: &str) {
        self.elements().for_each(|element| element.set("S", kind));
    }

    /// Takes what elements of a kind hold away from them.
    pub(super) fn empty_elements(&mut self, kind: &str) {
        let is_of = |element: &Dictionary| {
            element.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == kind.as_bytes())
        };
        self.elements().filter(|element| is_of(element)).for_each(|element| element.set("K", Vec::new()));
    }

    /// Leaves the first entry out of a font's ToUnicode.
    pub(super) fn drop_unicode_entry(&mut self, name: &str) {
        let is_font = |dictionary: &Dictionary| {
            dictionary.has(b"ToUnicode")
                && dictionary
                    .get(b"BaseFont")
                    .and_then(Object::as_name)
                    .is_ok_and(|found| found.ends_with(name.as_bytes()))
        };
        let fonts = self.file.objects.values().filter_map(|object| object.as_dict().ok());
        let font = fonts.into_iter().find(|dictionary| is_font(dictionary)).unwrap();
        let id = font.get(b"ToUnicode").unwrap().as_reference().unwrap();
        let stream = self.file.get_object_mut(id).unwrap().as_stream_mut().unwrap();
        let text = String::from_utf8(stream.decompressed_content().unwrap()).unwrap();
        let at = text.find("beginbfchar").map(|at| at + text[at..].find('\n').unwrap() + 1).unwrap();
        let end = at + text[at..].find('\n').unwrap() + 1;
        // The entry becomes a doubling of the one behind it.
        let next = text[end..].lines().next().unwrap().to_owned();
        let text = format!("{}{next}\n{}", &text[..at], &text[end..]);
        stream.set_plain_content(text.into_bytes());
    }

    /// Adds a colour space to a page.
    pub(super) fn colour_space(&mut self, page: u32, name: &str, space: Vec<Object>) {
        let id = self.page_id(page);
        let resources = self.file.get_or_create_resources(id).unwrap().as_dict_mut().unwrap();
        resources.set("ColorSpace", dictionary! { name => space });
    }

    /// An annotation in the middle of a page.
    pub(super) fn annotate(&mut self, page: u32) {
        let rect = [200, 300, 300, 320].map(Object::Integer).to_vec();
        let id = self.file.add_object(dictionary! { "Type" => "Annot", "Subtype" => "Text", "Rect" => rect });
        self.page(page).set("Annots", vec![Object::Reference(id)]);
    }

    /// Shows the code 0 in place of the first code of a page.
    pub(super) fn show_code_nought(&mut self, page: u32) {
        let mut done = false;
        self.each(page, "TJ", |operands| {
            let Ok(items) = operands[0].as_array_mut() else { return false };
            let text = items.iter_mut().find_map(|item| item.as_str_mut().ok());
            if let Some(text) = text.filter(|text| !done && text.len() >= 2) {
                text[..2].copy_from_slice(&[0, 0]);
                done = true;
                return true;
            }
            false
        });
    }

    /// Forms of which each draws the next twice.
    pub(super) fn add_doubling_forms(&mut self, page: u32, depth: usize) {
        let mut inner = self.form("0 0 m 1 1 l S", None);
        for _ in 0..depth {
            inner = self.form("/F Do /F Do", Some(inner));
        }
        self.draw_form(page, inner);
    }

    /// A form that draws itself.
    pub(super) fn add_form_in_itself(&mut self, page: u32) {
        let id = self.form("/F Do", None);
        let form = self.file.get_object_mut(id).unwrap().as_stream_mut().unwrap();
        form.dict.set("Resources", dictionary! { "XObject" => dictionary! { "F" => id } });
        self.draw_form(page, id);
    }

    fn form(&mut self, content: &str, inner: Option<ObjectId>) -> ObjectId {
        let mut dictionary = dictionary! { "Type" => "XObject", "Subtype" => "Form" };
        if let Some(inner) = inner {
            dictionary.set("Resources", dictionary! { "XObject" => dictionary! { "F" => inner } });
        }
        self.file.add_object(Stream::new(dictionary, content.as_bytes().to_vec()))
    }

    fn draw_form(&mut self, page: u32, form: ObjectId) {
        let id = self.page_id(page);
        let resources = self.file.get_or_create_resources(id).unwrap().as_dict_mut().unwrap();
        resources.set("XObject", dictionary! { "F" => form });
        self.first(page, vec![Operation::new("Do", vec![Object::Name(b"F".to_vec())])]);
    }
}

/// A number of an operator.
pub(super) fn number(object: &Object) -> f32 {
    object.as_float().unwrap()
}

/// An empty string.
pub(super) fn empty() -> Object {
    Object::String(Vec::new(), StringFormat::Hexadecimal)
}
