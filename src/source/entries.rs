//! Articles and briefs: in the issue's file, or in files of their own.

use super::format::{ARTICLE, BRIEF, ISSUE, Table};
use super::limits::Budget;
use super::publication::report_unknown;
use super::table::Fields;
use super::{doubles, include, markup, values};
use crate::diagnostic::{Argument, Code, Diagnostic, Files, Sink};
use crate::model::{Article, Block, Brief, Byline, Entry, Publication, Text, Title};

/// Where further files and faults go.
pub(super) struct Reader<'s> {
    pub(super) files: &'s mut Files,
    pub(super) sink: &'s mut Sink,
    /// What the issue may still take in.
    pub(super) budget: Budget,
}

impl Reader<'_> {
    /// Articles and briefs, in the order of the file.
    pub(super) fn entries(&mut self, fields: &Fields<'_, '_>, publication: Option<&Publication>) -> Vec<Entry> {
        let mut entries = Vec::new();
        let (articles, briefs) = (fields.tables("article", self.sink), fields.tables("brief", self.sink));
        let broken = ["article", "brief"].iter().any(|key| fields.get(key).is_some_and(|item| !item.is_list()));
        if articles.is_empty() && briefs.is_empty() && !fields.is_torn() && !broken {
            self.sink.push(Diagnostic::new(Code::EmptyIssue, fields.place()));
        }
        for table in articles {
            let start = table.place();
            let article = self.in_its_file(table, &ARTICLE, |fields, reader| reader.article(fields, publication));
            entries.extend(article.map(|article| (start, Entry::Article(article))));
        }
        for table in briefs {
            let start = table.place();
            if publication.is_some_and(|publication| publication.briefs.is_none()) {
                self.sink.push(Diagnostic::new(Code::NoBriefsColumn, start));
            }
            let brief = self.in_its_file(table, &BRIEF, |fields, reader| reader.brief(fields));
            entries.extend(brief.map(|brief| (start, Entry::Brief(brief))));
        }
        entries.sort_by_key(|(start, _)| *start);
        let entries: Vec<_> = entries.into_iter().map(|(_, entry)| entry).collect();
        doubles::titles(&entries, self.sink);
        entries
    }

    /// Reads an entry's table, laid over that of the file that it names, if it names one.
    fn in_its_file<T>(
        &mut self,
        table: Fields<'_, '_>,
        format: &Table,
        read: impl FnOnce(&Fields<'_, '_>, &mut Self) -> Option<T>,
    ) -> Option<T> {
        let known = format.names();
        for layer in &table.layers {
            layer.check_keys(&known, &ISSUE.names(), self.sink);
        }
        if table.topmost(&["file"]).is_none() {
            return read(&table, self);
        }
        let item = table.get("file")?;
        let (file, text) = include::text(&item, &mut self.budget, self.files, self.sink)?;
        let raw = super::read::parse(file, &text, self.sink);
        let mut fields = Fields::root(&raw);
        let inside: Vec<_> = known.into_iter().filter(|key| *key != "file").collect();
        let wrapped = fields.written_keys().into_iter().find(|(key, _)| ["article", "brief"].contains(key));
        if let Some((key, place)) = wrapped {
            let diagnostic = Diagnostic::new(Code::UnknownKey, place).with("nearest", "entry");
            self.sink.push(diagnostic.with("key", key).with("known", Argument::texts(inside)));
            return None;
        }
        for layer in &fields.layers {
            layer.check_keys(&inside, &[], self.sink);
        }
        fields.layers.extend(table.layers);
        read(&fields, self)
    }

    fn article(&mut self, fields: &Fields<'_, '_>, publication: Option<&Publication>) -> Option<Article> {
        let column = fields.require_text("column", self.sink);
        if let (Some(column), Some(publication)) = (&column, publication) {
            self.check_column(column, publication);
        }
        let title = fields.require("title", self.sink).and_then(|item| item.lines(self.sink));
        let subtitle = fields.get("subtitle").and_then(|item| item.lines(self.sink));
        let note = fields.get("note").and_then(|item| item.lines(self.sink));
        let editor_note = fields.get("editor_note").and_then(|item| item.string(self.sink));
        let byline = self.byline(fields);
        let body = self.body(fields);
        Some(Article {
            column: column?,
            title: Title { lines: title? },
            subtitle: subtitle.map(|lines| Title { lines }),
            note: note.unwrap_or_default(),
            editor_note: editor_note.map(|text| markup::blocks(&text)).unwrap_or_default(),
            byline,
            body: body?,
        })
    }

    /// Reports a column that the publication does not have, or that is kept for briefs.
    fn check_column(&mut self, column: &Text, publication: &Publication) {
        let known: Vec<_> = publication.columns.iter().map(Text::as_str).collect();
        report_unknown(column, &known, Code::UnknownColumn, self.sink);
        if publication.briefs.as_ref().is_some_and(|briefs| briefs.as_str() == column.as_str()) {
            let diagnostic = Diagnostic::new(Code::ArticleAmongBriefs, column.whole_place());
            self.sink.push(diagnostic.with("name", column.as_str()));
        }
    }

    fn brief(&mut self, fields: &Fields<'_, '_>) -> Option<Brief> {
        let title = fields.text("title", self.sink);
        let byline = self.byline(fields);
        Some(Brief { title, byline, body: self.body(fields)? })
    }

    fn byline(&mut self, fields: &Fields<'_, '_>) -> Byline {
        let units = fields.get("unit").and_then(|item| item.one_or_more(self.sink)).unwrap_or_default();
        let byline =
            Byline { units, authors: values::authors(fields, self.sink), source: fields.text("source", self.sink) };
        doubles::byline(&byline, self.sink);
        byline
    }

    /// The blocks of a body, which stands in the table or in a file that it names.
    fn body(&mut self, fields: &Fields<'_, '_>) -> Option<Vec<Block>> {
        let Some(topmost) = fields.topmost(&["body", "body_file"]) else {
            if !fields.is_torn() {
                fields.report_missing("body", self.sink);
            }
            return None;
        };
        let own = Fields { layers: vec![fields.layers[topmost].clone()] };
        let (place, text) = match (own.get("body"), own.get("body_file")) {
            (Some(_), Some(file)) => {
                let diagnostic = Diagnostic::new(Code::BothGiven, file.place());
                self.sink.push(diagnostic.with("first", "body").with("second", "body_file"));
                return None;
            }
            (Some(item), None) => (item.place(), item.string(self.sink)?),
            (None, Some(item)) => include::body(&item, &mut self.budget, self.files, self.sink)?,
            (None, None) => return None,
        };
        let blocks = markup::blocks(&text);
        let bare = markup::bare_marks(&text);
        for mark in &bare {
            self.sink.push(Diagnostic::new(Code::EmptyText, mark.whole_place()).with("key", "body"));
        }
        if blocks.is_empty() && bare.is_empty() {
            self.sink.push(Diagnostic::new(Code::EmptyText, place).with("key", "body"));
            return None;
        }
        Some(blocks)
    }
}
