//! The structure tree (结构树): which element holds which marked sequence, and what kinds of elements there are.
//!
//! Source: ISO 32000-1 14.7.

use super::trailer::id;
use crate::inspect::facts::Tree;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier};
use std::collections::{BTreeMap, BTreeSet};

/// How many elements and nodes are walked through at the most.
const MOST: usize = 2_000_000;

/// A marked sequence as the content names it: under which key of the parent tree, and its number.
pub(super) type Sequence = (Option<i32>, i32);

/// What the tree says.
#[derive(Debug, Default)]
pub(super) struct Structure {
    pub(super) tree: Tree,
    /// The element that holds a sequence, by the object (page or form) that has it.
    holders: BTreeMap<(ObjectNumber, i32), ObjectNumber>,
    /// The elements of a page's or a form's sequences, by the key that it bears.
    parents: BTreeMap<i32, Vec<Option<ObjectNumber>>>,
}

type ObjectNumber = (u32, i32);

impl Structure {
    /// Reads the catalog's tree.
    pub(super) fn read(pdf: &Pdf, catalog: &Dict<'_>) -> Self {
        let mut structure = Self::default();
        let Some(root) = catalog.get::<Dict<'_>>("StructTreeRoot") else { return structure };
        structure.walk(pdf, &root);
        if let Some(numbers) = root.get::<Dict<'_>>("ParentTree") {
            structure.read_parents(numbers);
        }
        structure
    }

    /// How many of these sequences, which lie in the object of this number, the tree does not lead to an element
    /// that holds them.
    pub(super) fn lost<'s>(&self, sequences: impl Iterator<Item = &'s (ObjectNumber, Sequence)>) -> usize {
        let is_led = |(object, (key, number)): &(ObjectNumber, Sequence)| {
            let parents = key.and_then(|key| self.parents.get(&key));
            let at = usize::try_from(*number).ok();
            let parent = parents.zip(at).and_then(|(parents, at)| *parents.get(at)?);
            parent.is_some() && parent.as_ref() == self.holders.get(&(*object, *number))
        };
        sequences.filter(|sequence| !is_led(sequence)).count()
    }

    /// Walks through the elements that the root leads to.
    fn walk(&mut self, pdf: &Pdf, root: &Dict<'_>) {
        let roles = root.get::<Dict<'_>>("RoleMap").unwrap_or_default();
        let mut seen = BTreeSet::new();
        // Each element with its number, and the page that it is on if it does not say.
        let mut waiting: Vec<(Dict<'_>, Option<ObjectNumber>)> = kids(root)
            .into_iter()
            .filter_map(|kid| match kid {
                MaybeRef::Ref(at) => Some((pdf.xref().get::<Dict<'_>>(at.into())?, Some(id(at)))),
                MaybeRef::NotRef(Object::Dict(kid)) => Some((kid, None)),
                MaybeRef::NotRef(_) => None,
            })
            .collect();
        let mut left = MOST;
        while let Some((element, number)) = waiting.pop() {
            let is_new = number.is_none_or(|number| seen.insert(number));
            let Some(fewer) = left.checked_sub(1) else { return };
            left = fewer;
            if !is_new {
                continue;
            }
            self.tree.has_elements = true;
            if let Some(kind) = element.get::<Name<'_>>("S") {
                self.tree.kinds.insert(standard(kind.as_str(), &roles));
            }
            let page = element.get_ref("Pg").map(id);
            for kid in kids(&element) {
                let Some(fewer) = left.checked_sub(1) else { return };
                left = fewer;
                match kid {
                    MaybeRef::Ref(at) => {
                        if let Some(kid) = pdf.xref().get::<Dict<'_>>(at.into()) {
                            self.kid(kid, Some(id(at)), page, number, &mut waiting);
                        }
                    }
                    MaybeRef::NotRef(Object::Dict(kid)) => self.kid(kid, None, page, number, &mut waiting),
                    MaybeRef::NotRef(Object::Number(sequence)) => self.hold(page, sequence.as_i64(), number),
                    MaybeRef::NotRef(_) => {}
                }
            }
        }
    }

    /// A dictionary in an element: another element, or a reference to what is on a page.
    fn kid<'d>(
        &mut self,
        kid: Dict<'d>,
        own: Option<ObjectNumber>,
        page: Option<ObjectNumber>,
        holder: Option<ObjectNumber>,
        waiting: &mut Vec<(Dict<'d>, Option<ObjectNumber>)>,
    ) {
        match kid.get::<Name<'_>>("Type").as_ref().map(Name::as_str) {
            Some("MCR") => {
                let of = kid.get_ref("Stm").or_else(|| kid.get_ref("Pg")).map(id).or(page);
                if let Some(sequence) = kid.get::<i32>("MCID") {
                    self.hold(of, i64::from(sequence), holder);
                }
            }
            Some("OBJR") => {}
            _ => waiting.push((kid, own)),
        }
    }

    fn hold(&mut self, of: Option<ObjectNumber>, sequence: i64, holder: Option<ObjectNumber>) {
        if let (Some(of), Ok(sequence), Some(holder)) = (of, i32::try_from(sequence), holder) {
            self.holders.insert((of, sequence), holder);
        }
    }

    /// Reads the number tree that leads from pages to elements.
    fn read_parents(&mut self, root: Dict<'_>) {
        let mut waiting = vec![root];
        let mut left = MOST;
        while let Some(node) = waiting.pop() {
            let Some(fewer) = left.checked_sub(1) else { return };
            left = fewer;
            if let Some(nodes) = node.get::<Array<'_>>("Kids") {
                waiting.extend(nodes.iter::<Dict<'_>>());
            }
            let Some(numbers) = node.get::<Array<'_>>("Nums") else { continue };
            let mut items = numbers.iter::<Object<'_>>();
            while let (Some(key), Some(value)) = (items.next(), items.next()) {
                if let (Object::Number(key), Object::Array(elements)) = (key, value)
                    && let Ok(key) = i32::try_from(key.as_i64())
                {
                    let elements = elements.raw_iter().map(|element| element.as_obj_ref().map(id)).collect();
                    self.parents.insert(key, elements);
                }
            }
        }
    }
}

/// The kind of element that a file's own kind stands for.
fn standard(kind: &str, roles: &Dict<'_>) -> String {
    let mut kind = kind.to_owned();
    // Farther than any file leads, and an end for one that leads in a circle.
    for _ in 0..16 {
        match roles.get::<Name<'_>>(kind.as_str()) {
            Some(name) => kind = name.as_str().to_owned(),
            None => break,
        }
    }
    kind
}

/// What an element holds: one thing, or a list.
fn kids<'d>(element: &Dict<'d>) -> Vec<MaybeRef<Object<'d>>> {
    match element.get::<Object<'_>>("K") {
        Some(Object::Array(kids)) => kids.raw_iter().collect(),
        Some(_) => element.get_raw::<Object<'_>>("K").into_iter().collect(),
        None => Vec::new(),
    }
}

/// The number of an object.
pub(super) fn number(of: ObjectIdentifier) -> ObjectNumber {
    (of.obj_number, of.gen_number)
}
