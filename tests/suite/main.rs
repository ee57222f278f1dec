//! The tests of the whole program: a file a room or a promise.
//!
//! - `issue_709`: the published issue against the house style and an independent derivation.
//! - `source`: faults of sources, each at its exact place.
//! - `codes`: every code's case, as it is told in both languages, and its page; `formats`: what is found, for programs.
//! - `publication`: every key of `bulletin.toml`; `changes`: what holds for an issue, and whence;
//!   `offices`: two further publications, and what page one, the imprint and articles can hold.
//! - `reference`: lines against a brute-force breaker; `prose`: thousands of lines, counted twice;
//!   `cases`: a case for each rule; `titles`: headings broken by sense.
//! - `typeset`: lines; `layout`: pages; `fallback`: characters that a face lacks.
//! - `faces`: each kind of face from file to picture, and where faces are found.
//! - `pdf`: the file as other programs read it; `cli`: the command as it is run; `check`: what it finds and mends.
//! - `lock`: what a lock holds, that it is the same everywhere, and what `verify` tells.
//! - `batch`: many issues in one run, and those that need no building.
//! - `inputs`: files, folders and patterns on a command line; `watch`: what is saved is built again.
//! - `bad_input`: whatever is in the files, the program ends soon and says what is wrong.
//! - `standards`: PDF/X-4, PDF/A-2a and PDF/UA-1, clause by clause, and what other readers say.
//! - `inspect`: PDFs read back and measured, ours, an office program's, and broken ones.
//! - `costs`: the guards of what a build costs.
//! - `start`: what `init` and `new` write, and the page for newcomers.
//! - `content`: proofreading of words, orders and the issue against itself.
//! - `blind`: proofreading of passages and faults by somebody who had not seen the rules.
//! - `marks`: what proofreading finds in marks, figures and blanks, and that its edits mend.
//! - `walls`: which room may import which; `documents`: what the papers promise; `keys`: the tables of keys in
//!   them, and every key's example; `schema`: what the schemas for editors accept and refuse.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails may say so by panicking")]

mod bad_input;
mod batch;
mod blind;
mod cases;
mod changes;
mod check;
mod cli;
mod codes;
mod content;
mod costs;
mod documents;
mod faces;
mod fallback;
mod formats;
mod inputs;
mod inspect;
mod issue_709;
mod keys;
mod layout;
mod lock;
mod marks;
mod offices;
mod pdf;
mod prose;
mod publication;
mod reference;
mod schema;
mod source;
mod standards;
mod start;
mod support;
mod titles;
mod typeset;
mod walls;
mod watch;
