//! For which print the colours are meant.

use std::fmt;
use std::sync::Arc;

/// A printing condition (印刷条件), described by a profile.
#[derive(Clone, PartialEq, Eq)]
pub struct OutputCondition {
    /// Its name in the registry of conditions, such as `FOGRA39`; [`CUSTOM`](Self::CUSTOM) if no registry has it.
    pub identifier: String,
    /// What it is, for people.
    pub about: String,
    /// Its ICC profile: a printer's, of the four process colours.
    pub profile: Arc<[u8]>,
}

impl OutputCondition {
    /// The name of a condition that no registry has.
    pub const CUSTOM: &str = "Custom";
}

impl fmt::Debug for OutputCondition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OutputCondition({}, {} bytes)", self.identifier, self.profile.len())
    }
}
