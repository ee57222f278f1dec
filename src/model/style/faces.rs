//! The faces (字体) by role.

use crate::diagnostic::Place;

/// What a face is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Body text, contents, imprint: 仿宋.
    Body,
    /// Masthead and titles: 小标宋.
    Title,
    /// Columns and the briefs' heading: 黑体.
    Label,
    /// Bylines and the edition: 楷体.
    Byline,
    /// Page numbers: 宋体.
    Figure,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 5] = [Self::Body, Self::Title, Self::Label, Self::Byline, Self::Figure];

    /// The role's name in the publication's file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Title => "title",
            Self::Label => "label",
            Self::Byline => "byline",
            Self::Figure => "figure",
        }
    }

    /// The key of the message that names the role for people.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Body => "role-body",
            Self::Title => "role-title",
            Self::Label => "role-label",
            Self::Byline => "role-byline",
            Self::Figure => "role-figure",
        }
    }
}

/// A face as the publication names it: by its name in the catalogue, or by the path of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaceName {
    /// The name or path.
    pub name: String,
    /// Where it was written; none for a default.
    pub place: Option<Place>,
}

/// The faces of a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaceChoice {
    /// The role's own face.
    pub face: FaceName,
    /// The face of figures, Latin letters and the signs that belong to them, where it is another one.
    pub latin: Option<FaceName>,
    /// The faces that stand in for a character that these lack, in order.
    pub fallback: Vec<FaceName>,
}

/// The faces of all roles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faces {
    choices: [FaceChoice; 5],
}

impl Faces {
    /// The faces of a role.
    #[must_use]
    pub fn of(&self, role: Role) -> &FaceChoice {
        &self.choices[role as usize]
    }

    /// The faces of a role, to be changed.
    pub fn of_mut(&mut self, role: Role) -> &mut FaceChoice {
        &mut self.choices[role as usize]
    }
}

/// The open faces that need no licence fee; where each comes from stands in `fonts/fonts.toml`.
impl Default for Faces {
    fn default() -> Self {
        let named = |name: &str| FaceName { name: name.to_owned(), place: None };
        let choice = |face: &str, latin: Option<&str>, fallback: &[&str]| FaceChoice {
            face: named(face),
            latin: latin.map(named),
            fallback: fallback.iter().map(|name| named(name)).collect(),
        };
        let serif = "NotoSerifCJKsc-Regular";
        Self {
            choices: [
                // The figures of FandolFang are a heavy sans beside its thin han: ours is 宋体.
                choice("FandolFang-Regular", Some("FandolSong-Regular"), &[serif]),
                choice("FandolSong-Bold", None, &["NotoSerifCJKsc-Bold"]),
                choice("FandolHei-Regular", None, &["NotoSansCJKsc-Regular"]),
                choice("FandolKai-Regular", None, &["LXGWWenKai-Regular", serif]),
                choice("FandolSong-Regular", None, &[serif]),
            ],
        }
    }
}
