//! The one table of diagnostic codes: first two figures the room, last two the fault.

use super::Severity;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal $severity:ident,)*) => {
        /// What kind of fault a diagnostic reports. Its texts stand in `messages/`, under its code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The code as printed, such as `B0201`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// Whether it is found by proofreading.
            #[must_use]
            pub fn is_rule(self) -> bool {
                self.as_str().starts_with("B06")
            }

            /// Whether its level can be set, and a place be left alone: of what a rule finds, and of all that
            /// does not stop a build by itself.
            #[must_use]
            pub fn can_be_set(self) -> bool {
                self.is_rule() || self.severity() != Severity::Error
            }

            /// How grave the fault is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// The file is not UTF-8.
    NotUtf8 = "B0101" Error,
    /// The file is not TOML.
    Syntax = "B0102" Error,
    /// A key stands twice in one table.
    DuplicateKey = "B0103" Error,
    /// A file that an issue takes in and that cannot be read.
    UnreadableFile = "B0104" Error,
    /// A row of a word list that is none.
    ListRow = "B0105" Error,
    /// A file that holds too much.
    TooLarge = "B0106" Error,
    /// A list that holds too much.
    TooMany = "B0107" Error,
    /// A byte order mark before a file's text.
    ByteOrderMark = "B0108" Advice,
    /// Line ends of two kinds in one file.
    MixedLineEnds = "B0109" Advice,
    /// A file that is no ICC profile of a press.
    ProfileUnusable = "B0110" Error,
    /// A request to leave a place alone that is not understood, or asks for nothing.
    LostRequest = "B0111" Warning,
    /// A comment in a text, which is printed.
    PrintedComment = "B0112" Warning,
    /// A file of an article or a brief, where an issue's is wanted.
    PieceAsIssue = "B0113" Error,

    /// A key that the format does not have.
    UnknownKey = "B0201" Error,
    /// A required key is missing.
    MissingKey = "B0202" Error,
    /// A value of another type than the key takes.
    WrongType = "B0203" Error,
    /// A value of the right type that the key does not take.
    WrongValue = "B0204" Error,
    /// A column that the publication does not have.
    UnknownColumn = "B0205" Error,
    /// A date that does not exist.
    NoSuchDate = "B0206" Error,
    /// A serial other than the file's name says.
    SerialNotFileName = "B0207" Error,
    /// An edition that the publication does not have.
    UnknownEdition = "B0208" Error,
    /// A text with nothing in it.
    EmptyText = "B0209" Error,
    /// The briefs' column is not among the columns.
    BriefsColumn = "B0210" Error,
    /// An article stands in the column of the briefs.
    ArticleAmongBriefs = "B0211" Error,
    /// An issue without an article or a brief.
    EmptyIssue = "B0212" Error,
    /// Briefs in a publication that has no column for them.
    NoBriefsColumn = "B0213" Error,
    /// No publication file above the issue.
    NoPublication = "B0214" Error,
    /// A range of numbers that runs backwards.
    BackwardRange = "B0215" Error,
    /// Measures that cannot stand together.
    MeasuresClash = "B0216" Error,
    /// A name given twice in a list where each stands once.
    DoubledName = "B0217" Error,
    /// Two keys of which only one may be given.
    BothGiven = "B0218" Error,
    /// A number that two issues have.
    DoubledNumber = "B0219" Error,
    /// An issue that is older than the one with the number before.
    BackwardDate = "B0220" Error,
    /// Numbers that no issue of a folder has.
    NumberGap = "B0221" Advice,
    /// A merged issue with more of one kind of numbers than of the other.
    MergedCounts = "B0222" Error,
    /// Two entries of an issue with one title.
    DoubledTitle = "B0223" Advice,
    /// A unit or a person named twice in one byline.
    DoubledByline = "B0224" Warning,
    /// A recipient named twice in one imprint.
    DoubledRecipient = "B0225" Warning,

    /// A face that a role needs is nowhere.
    FaceNotFound = "B0301" Error,
    /// A file that is no usable face.
    FaceUnusable = "B0302" Error,
    /// A character taken from a fallback face.
    FallbackFace = "B0303" Warning,
    /// A character that no face has.
    NoGlyph = "B0304" Error,
    /// A face that may not be embedded in a PDF.
    FaceNotEmbeddable = "B0305" Error,
    /// A number of a face that its file does not have.
    NoSuchFace = "B0306" Error,

    /// A run wider than its line, broken where it must.
    ForcedBreak = "B0401" Warning,
    /// A line stretched too far, because a run would not go on it.
    LooseLine = "B0402" Warning,
    /// A line of a title, as its author fixed it, that does not fit.
    TitleLineBroken = "B0403" Warning,
    /// A last line with a single character, which the style would avoid.
    LoneCharacter = "B0404" Warning,

    /// An imprint taller than a page.
    ImprintTooTall = "B0501" Error,
    /// A title taller than a page.
    TitleTooTall = "B0502" Error,

    /// A halfwidth mark in Chinese text.
    HalfwidthMark = "B0601" Warning,
    /// Fullwidth letters or figures.
    FullwidthFigure = "B0602" Warning,
    /// A straight quote in Chinese text.
    StraightQuote = "B0603" Warning,
    /// A quote or bracket without its other half.
    UnpairedMark = "B0604" Warning,
    /// A quote or title in another in the wrong form.
    WrongNesting = "B0605" Warning,
    /// Marks that stand twice.
    DoubledMark = "B0606" Warning,
    /// An ellipsis of the wrong form.
    WrongEllipsis = "B0607" Warning,
    /// A dash of the wrong form.
    WrongDash = "B0608" Warning,
    /// A range mark of the wrong form.
    RangeMark = "B0609" Warning,
    /// A blank between han characters or beside a mark.
    StrayBlank = "B0610" Warning,
    /// A number made approximate twice.
    DoubledApproximation = "B0611" Warning,
    /// Arabic figures with a han numeral other than 万 and 亿.
    MixedNumeral = "B0612" Warning,
    /// A range whose first number lost its multiplier.
    DroppedMultiplier = "B0613" Warning,
    /// A date of the wrong form, or with another date's weekday.
    WrongDate = "B0614" Warning,
    /// A number of the wrong form.
    WrongNumber = "B0615" Warning,
    /// A character or word that stands twice.
    DoubledWord = "B0616" Warning,
    /// A series that skips, repeats or mixes its numbers.
    BrokenSeries = "B0617" Warning,
    /// A series that has more or fewer items than was announced.
    CountDiffers = "B0618" Warning,
    /// A title or heading that ends in a stop.
    TitleStop = "B0619" Warning,
    /// Levels of headings that skip, or that differ from their numbering.
    HeadingLevel = "B0620" Warning,
    /// A figure of a title that its text does not have.
    TitleFigure = "B0621" Advice,
    /// A person's name written two ways.
    NameVaries = "B0622" Warning,
    /// A term that is one character off what the issue writes elsewhere.
    TermVaries = "B0623" Warning,
    /// A district in a title that is not the byline's.
    TitleDistrict = "B0624" Warning,
    /// A passage that stands twice.
    RepeatedPassage = "B0625" Advice,
    /// An idiom with one character off.
    IdiomOff = "B0626" Warning,
    /// A word that a list has otherwise.
    ListedWord = "B0627" Warning,
    /// The wrong brackets round the year of a document's number.
    DocumentNumberBrackets = "B0628" Warning,
    /// The wrong mark behind an ordinal.
    OrdinalMark = "B0629" Warning,
    /// A mark too many beside 等.
    MarkBeforeEtc = "B0630" Warning,
    /// A character that is not what it looks like.
    StrayCharacter = "B0631" Warning,
    /// A text that is too long to be read.
    UnreadText = "B0632" Warning,
    /// A name with a blank or a mark that no name has.
    NameForm = "B0633" Warning,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_table_is_in_order_and_without_doubles() {
        let codes: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
    }
}
