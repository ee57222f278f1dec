//! Colour, where it is wanted.

/// Whether text is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// As it is.
    Plain,
    /// By the escape codes of terminals.
    Colour,
}

/// What a coloured text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Error,
    Warning,
    Advice,
    /// The numbers of lines and the bar beside them.
    Gutter,
}

impl Paint {
    pub(super) fn with(self, style: Style, text: &str) -> String {
        let code = match style {
            Style::Error => "1;31",
            Style::Warning => "1;33",
            Style::Advice => "1;36",
            Style::Gutter => "2",
        };
        match self {
            Self::Plain => text.to_owned(),
            Self::Colour => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        }
    }
}
