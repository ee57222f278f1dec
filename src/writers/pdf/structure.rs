//! The structure tree: elements, what each has on the pages, and the way back from the pages to them.
//!
//! Source: ISO 32000-1 14.7; ISO 14289-1 7.1.

use crate::document::{Document, ElementId, Item, Role, Structure, StructureType, Tag};
use lopdf::{Dictionary, Object, ObjectId, dictionary};
use std::collections::BTreeMap;

/// A marked sequence: the page, and the sequence's number on it.
#[derive(Clone, Copy)]
struct Sequence {
    page: usize,
    number: usize,
}

/// Something on a page that an element holds beside marked sequences: an annotation.
pub(super) struct Held {
    /// The element.
    pub(super) element: ElementId,
    /// The annotation.
    pub(super) object: ObjectId,
    /// Index of the page on which it stands.
    pub(super) page: usize,
}

/// Adds the tree to a file whose pages these are; `marked` holds the element of each marked sequence, page by page.
/// Elements take the numbers in `free` first. Returns the tree's root.
pub(super) fn add(
    file: &mut lopdf::Document,
    pages: &[ObjectId],
    document: &Document,
    marked: &[Vec<ElementId>],
    held: &[Held],
    free: Vec<ObjectId>,
) -> anyhow::Result<ObjectId> {
    let tree = Tree::new(file, pages, document, marked, held, free);
    for (id, _) in document.structure.iter().filter(|(id, _)| tree.reached[id.index()]) {
        let element = tree.element(id);
        file.set_object(tree.objects[id.index()], element);
    }
    for (held, link) in held.iter().zip(&tree.links) {
        file.set_object(*link, tree.link(held));
    }
    tree.point_back(file)?;
    let parents = tree.parent_tree(file);
    let root = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => vec![Object::Reference(tree.objects[0])],
        "ParentTree" => parents,
        "ParentTreeNextKey" => Object::Integer((pages.len() + held.len()) as i64),
    };
    file.set_object(tree.root, root);
    Ok(tree.root)
}

struct Tree<'a> {
    structure: &'a Structure,
    types: Vec<StructureType>,
    pages: &'a [ObjectId],
    marked: &'a [Vec<ElementId>],
    held: &'a [Held],
    /// Which elements are in the file.
    reached: Vec<bool>,
    children: Vec<Vec<ElementId>>,
    sequences: Vec<Vec<Sequence>>,
    root: ObjectId,
    /// What the items of each list are labelled with.
    numberings: BTreeMap<ElementId, &'static str>,
    /// The object of each element.
    objects: Vec<ObjectId>,
    /// The object of the link around each annotation.
    links: Vec<ObjectId>,
    /// The annotation that an element holds, by its place among them.
    held_by: BTreeMap<ElementId, usize>,
}

impl<'a> Tree<'a> {
    fn new(
        file: &mut lopdf::Document,
        pages: &'a [ObjectId],
        document: &'a Document,
        marked: &'a [Vec<ElementId>],
        held: &'a [Held],
        free: Vec<ObjectId>,
    ) -> Self {
        let structure = &document.structure;
        let count = structure.iter().count();
        let reached = structure.reached(marked.iter().flatten().copied().chain([Structure::ROOT]));
        let mut children = vec![Vec::new(); count];
        for (id, element) in structure.iter().filter(|(id, _)| reached[id.index()]) {
            if let Some(parent) = element.parent {
                children[parent.index()].push(id);
            }
        }
        let mut sequences = vec![Vec::new(); count];
        for (page, elements) in marked.iter().enumerate() {
            for (number, id) in elements.iter().enumerate() {
                sequences[id.index()].push(Sequence { page, number });
            }
        }
        let root = file.new_object_id();
        // An element that is not in the file has no number either: nothing refers to it.
        let mut numbers = free.into_iter().chain(std::iter::repeat_with(|| file.new_object_id()));
        let number = |is_reached: &bool| if *is_reached { numbers.next() } else { None };
        let objects = reached.iter().map(number).map(Option::unwrap_or_default).collect();
        let links = held.iter().map(|_| file.new_object_id()).collect();
        let held_by = held.iter().enumerate().map(|(at, held)| (held.element, at)).collect();
        let types = structure.types();
        let numberings = numberings(document);
        Self {
            structure,
            numberings,
            types,
            pages,
            marked,
            held,
            reached,
            children,
            sequences,
            root,
            objects,
            links,
            held_by,
        }
    }

    /// An element: its type, its parent, its children in reading order.
    fn element(&self, id: ElementId) -> Dictionary {
        let at = id.index();
        let parent = self.structure.element(id).and_then(|element| element.parent);
        let parent = parent.map_or(self.root, |parent| self.objects[parent.index()]);
        let mut element = dictionary! { "Type" => "StructElem", "S" => self.types[at].name(), "P" => parent };
        let mut kids: Vec<_> = self.children[at].iter().map(|id| Object::Reference(self.objects[id.index()])).collect();
        match self.link_in(id) {
            Some(link) => kids.push(Object::Reference(link)),
            None => kids.extend(self.content(id, &mut element)),
        }
        element.set("K", kids);
        if let Some(numbering) = self.numberings.get(&id) {
            element.set("A", dictionary! { "O" => "List", "ListNumbering" => *numbering });
        }
        element
    }

    /// The link in an element, if it holds an annotation.
    fn link_in(&self, id: ElementId) -> Option<ObjectId> {
        self.held_by.get(&id).map(|at| self.links[*at])
    }

    /// What an element has on the pages: plain numbers on its own page, the first; others with theirs.
    fn content(&self, id: ElementId, element: &mut Dictionary) -> Vec<Object> {
        let sequences = &self.sequences[id.index()];
        let Some(first) = sequences.first() else { return Vec::new() };
        element.set("Pg", self.pages[first.page]);
        let number = |sequence: &Sequence| Object::Integer(sequence.number as i64);
        let kid = |sequence: &Sequence| {
            if sequence.page == first.page {
                return number(sequence);
            }
            let page = self.pages[sequence.page];
            Object::Dictionary(dictionary! { "Type" => "MCR", "Pg" => page, "MCID" => number(sequence) })
        };
        sequences.iter().map(kid).collect()
    }

    /// The link around an annotation: the text of the element that holds it, and the annotation.
    fn link(&self, held: &Held) -> Dictionary {
        let parent = self.objects[held.element.index()];
        let mut link = dictionary! { "Type" => "StructElem", "S" => StructureType::Link.name(), "P" => parent };
        let mut kids = self.content(held.element, &mut link);
        let page = self.pages[held.page];
        kids.push(Object::Dictionary(dictionary! { "Type" => "OBJR", "Obj" => held.object, "Pg" => page }));
        link.set("K", kids);
        link
    }

    /// Gives pages and annotations the numbers under which the parent tree holds them.
    fn point_back(&self, file: &mut lopdf::Document) -> anyhow::Result<()> {
        for (number, page) in self.pages.iter().enumerate() {
            file.get_dictionary_mut(*page)?.set("StructParents", number as i64);
        }
        for (number, held) in (self.pages.len()..).zip(self.held) {
            file.get_dictionary_mut(held.object)?.set("StructParent", number as i64);
        }
        Ok(())
    }

    /// From a page's sequences, and from annotations, to their elements.
    fn parent_tree(&self, file: &mut lopdf::Document) -> ObjectId {
        let mut numbers = Vec::new();
        for (page, elements) in self.marked.iter().enumerate() {
            let parents: Vec<_> = elements.iter().map(|id| Object::Reference(self.holder(*id))).collect();
            numbers.push(Object::Integer(page as i64));
            numbers.push(Object::Reference(file.add_object(parents)));
        }
        for (number, link) in (self.pages.len()..).zip(&self.links) {
            numbers.extend([Object::Integer(number as i64), Object::Reference(*link)]);
        }
        file.add_object(dictionary! { "Nums" => numbers })
    }

    /// The element that holds the text of one: itself, or the link in it.
    fn holder(&self, id: ElementId) -> ObjectId {
        self.link_in(id).unwrap_or(self.objects[id.index()])
    }
}

/// What the items of each list are labelled with, by the first label of each: figures or a bullet.
///
/// Source: ISO 32000-1 14.8.5.5; ISO 14289-1 7.6.
fn numberings(document: &Document) -> BTreeMap<ElementId, &'static str> {
    let structure = &document.structure;
    let mut numberings = BTreeMap::new();
    for item in document.pages.iter().flat_map(|page| &page.items) {
        let Item::Glyphs(run) = item else { continue };
        let Tag::Element(label) = run.tag else { continue };
        let above = |id: ElementId| structure.element(id).and_then(|element| element.parent);
        let is_label = structure.element(label).is_some_and(|element| element.role == Role::ListLabel);
        if let (true, Some(list)) = (is_label, above(label).and_then(above)) {
            let is_numbered = run.text.contains(|ch: char| ch.is_ascii_digit());
            numberings.entry(list).or_insert(if is_numbered { "Decimal" } else { "Disc" });
        }
    }
    numberings
}
