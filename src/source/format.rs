//! The format: every table of the three kinds of file, and every key of each table.
//!
//! From these lists come the check for unknown keys, what `show-publication` prints, the schemas that
//! editors complete by, and the tables of `docs/format.md`. The sections of the style have lists of
//! their own, [`Style::SECTIONS`](crate::model::Style::SECTIONS).

use crate::model::style::Kind;

/// A table of a file, and its keys.
#[derive(Debug)]
pub struct Table {
    /// What its keys are named under in the papers: `article` of `article.title`; nothing for a file's own table.
    pub name: &'static str,
    /// Its keys, in the order in which they are told.
    pub keys: &'static [Field],
}

/// A key of a table.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub name: &'static str,
    /// What it holds.
    pub form: Form,
    /// Whether it may be left out.
    pub need: Need,
    /// What it is.
    pub about: &'static str,
}

/// What a key holds.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// Text on one line.
    Text,
    /// The same; an empty one takes back what a layer below says.
    Revocable,
    /// Text whose lines stay lines.
    Lines,
    /// Paragraphs, with the marks of a body where they may stand.
    Body,
    /// The path of a file.
    Path,
    /// A whole number, 1 to 999999.
    Number,
    /// The same, or the first and the last of several.
    Numbers,
    /// A day.
    Date,
    /// A language tag.
    Language,
    /// Texts.
    Texts,
    /// A text, or several.
    OneOrMore,
    /// Names, or tables with a name and what belongs to it.
    Authors,
    /// A list of tables.
    Rows(&'static Table),
    /// Tables under names that the author gives.
    Named(&'static Table),
    /// Levels of rules, by their codes.
    Levels,
    /// Keys of the publication.
    Publication,
    /// One of the style's kinds of values.
    Style(Kind),
}

/// Whether a key may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It must be there.
    Required,
    /// Without it there is no such thing.
    Optional,
    /// Without it this holds, written as in the file.
    Default(&'static str),
}

impl Table {
    /// The names of its keys.
    #[must_use]
    pub fn names(&self) -> Vec<&'static str> {
        self.keys.iter().map(|key| key.name).collect()
    }
}

macro_rules! tables {
    ($($(#[$doc:meta])* $table:ident [$name:literal] {
        $($(#[doc = $about:literal])+ $key:ident: $form:expr, $need:expr;)*
    })*) => {
        use Form::*;
        use Need::*;
        $($(#[$doc])* pub static $table: Table = Table {
            name: $name,
            keys: &[$(Field { name: stringify!($key), form: $form, need: $need, about: concat!($($about),+) },)*],
        };)*
    };
}

tables! {
    /// An issue's file.
    ISSUE [""] {
        /// The year's number (期号); a merged issue gives the first and the last. Needed where the line of numbers prints it.
        number: Numbers, Optional;
        /// The number in its series (总期号). Needed where the line of numbers prints it.
        serial: Numbers, Optional;
        /// The series (版别), one of the publication's editions.
        edition: Text, Required;
        /// The date of issue.
        date: Date, Required;
        /// The editor in charge (责任编辑). Needed where there is no `staff`.
        editor: Text, Optional;
        /// Others who answer for the issue, a table each.
        staff: Rows(&STAFF), Optional;
        /// Security class and term (密级和保密期限).
        security: Revocable, Optional;
        /// Urgency (紧急程度).
        urgency: Text, Optional;
        /// The number of this copy (份号).
        copy_number: Number, Optional;
        /// How many copies are printed (印数).
        copies: Number, Optional;
        /// The articles, a table each.
        article: Rows(&ARTICLE), Optional;
        /// The briefs, a table each.
        brief: Rows(&BRIEF), Optional;
        /// Keys of the publication that hold for this issue alone.
        publication: Publication, Optional;
    }
    /// An article, in the issue or in a file of its own.
    ARTICLE ["article"] {
        /// A file that holds the article's keys; what stands beside this key wins.
        file: Path, Optional;
        /// The column (栏目), one of the publication's.
        column: Text, Required;
        /// The title; its lines stay lines.
        title: Lines, Required;
        /// The subtitle (副标题), set off by a dash.
        subtitle: Lines, Optional;
        /// A note under the title (题注), such as a speech's date and speaker; its lines stay lines.
        note: Lines, Optional;
        /// The editor's note (编者按) before the text.
        editor_note: Body, Optional;
        /// Who sent it: a unit, or several jointly.
        unit: OneOrMore, Optional;
        /// The authors, in order.
        authors: Authors, Optional;
        /// Where it was published first (来源).
        source: Text, Optional;
        /// The text.
        body: Body, Optional;
        /// A file, `.txt` or `.md`, that holds the text.
        body_file: Path, Optional;
    }
    /// An author with a post.
    AUTHOR ["article.authors"] {
        /// The name.
        name: Text, Required;
        /// The post (职务), printed before the name.
        post: Text, Optional;
    }
    /// A brief, in the issue or in a file of its own.
    BRIEF ["brief"] {
        /// A file that holds the brief's keys; what stands beside this key wins.
        file: Path, Optional;
        /// The title; without it the brief has none.
        title: Text, Optional;
        /// Who sent it: a unit, or several jointly.
        unit: OneOrMore, Optional;
        /// The authors, in order.
        authors: Authors, Optional;
        /// Where it was published first (来源).
        source: Text, Optional;
        /// The text.
        body: Body, Optional;
        /// A file, `.txt` or `.md`, that holds the text.
        body_file: Path, Optional;
    }
    /// A publication's file; the sections of the style stand beside these keys.
    PUBLICATION [""] {
        /// The publication's name, printed as its masthead.
        name: Text, Required;
        /// The publisher's line on page one.
        publisher: Text, Required;
        /// The language of the text, a BCP 47 tag.
        language: Language, Default("\"zh-CN\"");
        /// The series (版别), each once; the first is the main one.
        editions: Texts, Required;
        /// What is otherwise for one series, under its name.
        series: Named(&SERIES), Optional;
        /// The columns (栏目), each once.
        columns: Texts, Required;
        /// The column of the briefs, one of the columns.
        briefs_column: Revocable, Optional;
        /// The notice at the head's right corner.
        notice: Revocable, Optional;
        /// The security class of issues that name none.
        security: Revocable, Optional;
        /// To whom it goes, a table a tier.
        recipients: Rows(&RECIPIENTS), Optional;
        /// Those who answer for every issue, a table each.
        staff: Rows(&STAFF), Optional;
        /// The telephone number.
        telephone: Revocable, Optional;
        /// The postal address.
        address: Revocable, Optional;
        /// The e-mail address.
        email: Revocable, Optional;
        /// How many copies are printed of issues that do not say.
        copies: Number, Optional;
        /// Terms that no title is broken inside, a table each.
        term: Rows(&TERM), Optional;
        /// Files of word lists (词表), from the folder of the file that names them.
        word_lists: Texts, Optional;
        /// The ICC profile (印刷特性文件) of the press, from the folder of the file that names it; uncoated offset if left out. An empty text takes it back.
        output_profile: Revocable, Optional;
        /// The name of the press's printing condition in the registry, such as `FOGRA39`.
        output_condition: Revocable, Optional;
        /// How grave what proofreading finds, and any other warning or advice, is taken, by its code.
        check: Levels, Optional;
        /// What changes at a time, a table each.
        amendment: Rows(&AMENDMENT), Optional;
    }
    /// What is otherwise for one series; any key of the publication may stand beside these.
    SERIES ["series"] {
        /// What page one prints for it between the brackets; its name if left out.
        label: Text, Optional;
        /// The series whose serial numbers it shares; its own if left out.
        numbering: Text, Optional;
        /// How its issues' files are named, without `.toml`; if left out `{serial}`, where no serial is printed `{year}-{number}`, for other series than the main one with `{edition}` before.
        file_name: Text, Optional;
    }
    /// A tier of recipients.
    RECIPIENTS ["recipients"] {
        /// The label.
        label: Text, Required;
        /// The groups; each begins a line.
        groups: Texts, Required;
        /// The mark behind the last group.
        close: Text, Optional;
    }
    /// A line of those who answer for an issue.
    STAFF ["staff"] {
        /// The label.
        label: Text, Required;
        /// The names.
        names: Texts, Required;
    }
    /// A term.
    TERM ["term"] {
        /// The word.
        word: Text, Required;
    }
    /// A change; any key of the publication may stand beside these.
    AMENDMENT ["amendment"] {
        /// The first date of issue for which it holds.
        from: Date, Optional;
        /// The first serial for which it holds, counted in its series.
        from_serial: Number, Optional;
        /// The only series for which it holds.
        for_series: Text, Optional;
    }
    /// The faces of a role.
    FACE ["faces"] {
        /// The role's own face.
        face: Text, Optional;
        /// The face of figures, Latin letters and their signs.
        latin: Text, Optional;
        /// Faces for characters that these lack, in order.
        fallback: Texts, Optional;
    }
}
