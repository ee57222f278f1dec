//! The tree of what stands on the pages, in the bulletin's own terms and in reading order.
//!
//! An element is made once and may be painted on several pages: a paragraph over a page break is one
//! element. What is painted names its element; the tree holds no places.

/// An element's number in its [`Structure`]; numbers follow the reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId(u32);

impl ElementId {
    /// The number, from 0 (the document itself).
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The whole issue.
    Document,
    /// The head of page one (报头).
    Masthead,
    /// The number of the copy (份号).
    CopyNumber,
    /// Security class and term (密级和保密期限).
    Security,
    /// Urgency (紧急程度).
    Urgency,
    /// The notice at the head's corner.
    Notice,
    /// The publication's name.
    Name,
    /// The edition (版别).
    Edition,
    /// The issue's numbers (期号).
    IssueNumber,
    /// The publisher's line.
    Publisher,
    /// The date.
    Date,
    /// The contents (目录).
    Contents,
    /// The heading of the contents.
    ContentsHeading,
    /// An entry of the contents.
    ContentsEntry,
    /// A column's label in the contents.
    ContentsColumn,
    /// A title in the contents.
    ContentsTitle,
    /// A page number in the contents.
    ContentsPage,
    /// An article.
    Article,
    /// An article's title.
    Title,
    /// A subtitle (副标题).
    Subtitle,
    /// A note under a title (题注).
    TitleNote,
    /// An editor's note (编者按), of paragraphs.
    EditorNote,
    /// A paragraph.
    Paragraph,
    /// A heading inside an article (层次标题), by its level.
    Heading(u8),
    /// A list.
    List,
    /// An item of a list.
    ListItem,
    /// What an item is numbered with.
    ListLabel,
    /// A quotation (引文), of paragraphs.
    Quote,
    /// A byline (署名).
    Byline,
    /// A run of briefs (信息摘登).
    Briefs,
    /// The heading over briefs.
    BriefsHeading,
    /// A brief.
    Brief,
    /// The title of a brief, on lines of its own.
    BriefTitle,
    /// The imprint (版记).
    Imprint,
    /// A tier of recipients (主送、抄送).
    Recipients,
    /// The editor in charge (责任编辑).
    Editor,
    /// Another who answers for the issue.
    Staff,
    /// The telephone number.
    Telephone,
    /// The postal address.
    Address,
    /// The e-mail address.
    Email,
    /// The copies printed (印数).
    Copies,
}

/// An element of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// What it stands in; none for the document.
    pub parent: Option<ElementId>,
}

/// The tree; elements stand in reading order, parents before their children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Structure {
    elements: Vec<Element>,
}

impl Structure {
    /// The document's own element.
    pub const ROOT: ElementId = ElementId(0);

    /// A tree with nothing but the document.
    #[must_use]
    pub fn new() -> Self {
        Self { elements: vec![Element { role: Role::Document, parent: None }] }
    }

    /// Adds an element behind all others.
    pub fn add(&mut self, role: Role, parent: ElementId) -> ElementId {
        let id = ElementId(u32::try_from(self.elements.len()).unwrap_or(u32::MAX));
        self.elements.push(Element { role, parent: Some(parent) });
        id
    }

    /// An element.
    #[must_use]
    pub fn element(&self, id: ElementId) -> Option<&Element> {
        self.elements.get(id.index())
    }

    /// The elements in reading order.
    pub fn iter(&self) -> impl Iterator<Item = (ElementId, &Element)> {
        self.elements.iter().enumerate().map(|(at, element)| (ElementId(at as u32), element))
    }

    /// How deep an element stands; the document is 0.
    #[must_use]
    pub fn depth(&self, id: ElementId) -> usize {
        std::iter::successors(self.element(id), |element| element.parent.and_then(|id| self.element(id))).count() - 1
    }
}

impl Default for Structure {
    fn default() -> Self {
        Self::new()
    }
}
