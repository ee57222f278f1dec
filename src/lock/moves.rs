//! What may differ between two page dumps, in terms of pages and lines.

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The page, from 1.
    pub page: usize,
    /// The grid line; 0 outside the type area.
    pub line: usize,
}

/// A difference between two dumps of an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    /// There are other pages.
    Pages {
        /// How many there were.
        was: usize,
        /// How many there are.
        now: usize,
    },
    /// Lines stand on other lines or on another page, all of them by as much.
    Lines {
        /// Where the first of them stood.
        from: Spot,
        /// The line of the last of them, on the same page.
        last: usize,
        /// Where the first of them stands.
        to: Spot,
        /// What the first of them says.
        text: String,
    },
    /// A line stands elsewhere, but on the same grid line, or outside the grid.
    Shifted {
        /// The line.
        at: Spot,
        /// What it says.
        text: String,
        /// How far to the right, in 1/65536 pt.
        right: i64,
        /// How far down.
        down: i64,
    },
    /// The characters of a line stand otherwise beside each other.
    Spaced {
        /// Where it stood.
        at: Spot,
        /// What it says.
        text: String,
    },
    /// A line has other faces, sizes or colours.
    Dressed {
        /// Where it stood.
        at: Spot,
        /// What it says.
        text: String,
    },
    /// A line says something else: its text is broken otherwise, or is another.
    Text {
        /// Where it stood.
        at: Spot,
        /// What it said.
        was: String,
        /// Where the other one stands.
        to: Spot,
        /// What that says.
        now: String,
    },
    /// A line is there no more.
    Gone {
        /// Where it stood.
        at: Spot,
        /// What it said.
        text: String,
    },
    /// A line is there that was not.
    Added {
        /// Where it stands.
        at: Spot,
        /// What it says.
        text: String,
    },
    /// Rules and dots of a page are otherwise.
    Shapes {
        /// The page.
        page: usize,
    },
    /// A page has another size.
    Sheet {
        /// The page.
        page: usize,
    },
    /// Something that is not on the pages is otherwise.
    Part(Part),
}

/// What a dump holds besides pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Title, author, language, date, inks.
    Information,
    /// The tree of what stands there, and which line belongs to what.
    Structure,
    /// The bookmarks.
    Outline,
    /// What this version does not know.
    Unknown,
}

/// Two dumps of different forms: lengths or words in them may mean different things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherForm;
