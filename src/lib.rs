//! `bulletin` compiles a people's-congress information bulletin (人大信息) from TOML to print-ready PDF.
//!
//! The folders are the road that data walks, in this order:
//!
//! ```text
//! issues/709.toml --source--> model::Issue, model::Publication
//!                                  |
//!                               typeset   text becomes lines      <-- fonts
//!                                  |
//!                               pages     blocks become pages --> document::Document --writers--> PDF, dump
//! ```
//!
//! | room | what it is |
//! | --- | --- |
//! | [`length`] | exact lengths |
//! | [`char_set`] | sets of characters |
//! | [`diagnostic`] | what is wrong, where, and what would be right |
//! | [`model`] | an issue and its publication, valid by construction |
//! | [`source`] | TOML becomes model |
//! | [`fonts`] | faces, their glyphs and subsets |
//! | [`typeset`] | text becomes lines |
//! | [`document`] | finished sheets as plain data |
//! | [`pages`] | blocks become pages |
//! | [`proof`] | what is wrong in the texts |
//! | [`writers`] | a document becomes bytes |
//! | [`compile`] | the road in one function |
//! | [`lock`] | what a PDF was made of, kept beside it |
//! | [`cli`] | the command |
//!
//! ```no_run
//! use bulletin::compile::{Print, compile};
//! use bulletin::fonts::FontFiles;
//!
//! let compiled = compile("issues/709.toml".as_ref(), Print::default(), &FontFiles::default())?;
//! if let Some(product) = compiled.product {
//!     std::fs::write("709.pdf", product.pdf)?;
//! }
//! # anyhow::Ok(())
//! ```

pub mod char_set;
pub mod cli;
pub mod compile;
pub mod diagnostic;
pub mod document;
pub mod fonts;
pub mod inspect;
pub mod length;
pub mod lock;
pub mod model;
pub mod pages;
pub mod proof;
pub mod source;
pub mod typeset;
pub mod writers;
