//! Tables as schemas: the three kinds of file, and what stands in them.

use super::super::format::{
    AMENDMENT, ARTICLE, AUTHOR, BRIEF, FACE, Field, Form, ISSUE, Need, PUBLICATION, SERIES, Table,
};
use super::{TABLES, forms};
use crate::diagnostic::Argument;
use crate::diagnostic::messages::{Messages, key_message};
use crate::model::Style;
use crate::model::style::{Faces, Key, Kind, Role};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// A publication's file.
pub(super) struct PublicationFile;

/// An issue's file.
pub(super) struct IssueFile;

/// A file of an article's or a brief's own.
pub(super) struct ArticleFile;

impl JsonSchema for PublicationFile {
    fn schema_name() -> Cow<'static, str> {
        "publication".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut maker = Maker::new(generator);
        let properties = maker.publication(&[]);
        maker.object("publication", properties, required(&PUBLICATION))
    }
}

impl JsonSchema for IssueFile {
    fn schema_name() -> Cow<'static, str> {
        "issue".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut maker = Maker::new(generator);
        let properties = maker.properties("issue", &ISSUE, &[]);
        let schema = maker.object("issue", properties, required(&ISSUE));
        with(schema, &json!({ "if": asking(&["brief"]), "else": asking(&["article"]) }))
    }
}

impl JsonSchema for ArticleFile {
    fn schema_name() -> Cow<'static, str> {
        "article".into()
    }

    /// Nothing is required: what such a file leaves out, the issue may say.
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut maker = Maker::new(generator);
        let properties = maker.properties("article", &ARTICLE, &["file"]);
        let schema = maker.object("entry", properties, Vec::new());
        with(schema, &either("body", "body_file", false))
    }
}

/// A schema with what else it asks for. Ways are told by `if`, not by `anyOf`: of that, editors say no more
/// than that none of the ways holds, and print the whole table.
fn with(mut schema: Schema, more: &Value) -> Schema {
    for (key, value) in more.as_object().into_iter().flatten() {
        schema.insert(key.clone(), value.clone());
    }
    schema
}

/// What asks for keys, and says nothing of others.
fn asking(keys: &[&str]) -> Value {
    json!({ "required": keys, "additionalProperties": true })
}

/// Of two keys at most one, and whether one of them must be there, then best the first.
fn either(first: &str, second: &str, must: bool) -> Value {
    json!({
        "if": asking(&[second]),
        "then": { "properties": { first: false }, "additionalProperties": true },
        "else": asking(if must { std::slice::from_ref(&first) } else { &[] }),
    })
}

/// An article or a brief in an issue: all of it may stand in a file, else what must be there stands here.
fn entry(table: &Table) -> Value {
    let ways = |must| {
        let mut ways = either("body", "body_file", must);
        ways["additionalProperties"] = true.into();
        ways
    };
    let mut here = ways(true);
    here["required"] = json!(required(table));
    json!({ "if": asking(&["file"]), "then": ways(false), "else": here })
}

/// The keys that a table must have.
fn required(table: &Table) -> Vec<&'static str> {
    table.keys.iter().filter(|key| key.need == Need::Required).map(|key| key.name).collect()
}

/// Makes schemas of tables, in the words of the resource.
struct Maker<'g> {
    generator: &'g mut SchemaGenerator,
    words: Messages,
}

impl<'g> Maker<'g> {
    fn new(generator: &'g mut SchemaGenerator) -> Self {
        Self { generator, words: Messages::keys() }
    }

    /// A table with these keys and no other.
    fn object(&self, name: &str, properties: Map<String, Value>, required: Vec<&str>) -> Schema {
        let title = self.words.text(&format!("table-{name}").replace('_', "-"));
        let mut schema = json_schema!({
            "title": title,
            "type": "object",
            "additionalProperties": false,
            "properties": properties,
        });
        if !required.is_empty() {
            schema.insert("required".to_owned(), json!(required));
        }
        schema
    }

    /// The schema of a name, made once and referred to.
    fn defined(&mut self, name: &str, make: impl FnOnce(&mut Self) -> Schema) -> Schema {
        if !self.generator.definitions().contains_key(name) {
            let schema = make(self);
            self.generator.definitions_mut().insert(name.to_owned(), schema.into());
        }
        Schema::new_ref(format!("#/definitions/{name}"))
    }

    /// The keys of a table.
    fn properties(&mut self, name: &str, table: &Table, left_out: &[&str]) -> Map<String, Value> {
        let keys = table.keys.iter().filter(|key| !left_out.contains(&key.name));
        keys.map(|key| (key.name.to_owned(), self.property(name, key).into())).collect()
    }

    /// The keys of a publication: its own, the sections of the style, the faces.
    fn publication(&mut self, left_out: &[&str]) -> Map<String, Value> {
        let mut properties = self.properties("publication", &PUBLICATION, left_out);
        for (section, keys) in Style::SECTIONS {
            let schema = self.defined(section, |maker| maker.section(section, keys));
            properties.insert((*section).to_owned(), schema.into());
        }
        let faces = self.defined("faces", Self::faces);
        properties.insert("faces".to_owned(), faces.into());
        properties
    }

    /// A key with its meaning, its default and an example.
    fn property(&mut self, table: &str, key: &Field) -> Schema {
        let mut schema = self.form(key.form, key.need == Need::Required);
        let message = key_message(table, key.name);
        schema.insert("description".to_owned(), self.words.text(&message).into());
        if let Need::Default(written) = key.need
            && let Some(value) = forms::value_of(&format!("{} = {written}", key.name))
        {
            schema.insert("default".to_owned(), value);
        }
        let example = self.words.attribute(&message, "example", &[]);
        if let Some(value) = example.and_then(|example| forms::value_of(&example)) {
            schema.insert("examples".to_owned(), json!([value]));
        }
        schema
    }

    fn form(&mut self, form: Form, is_required: bool) -> Schema {
        match form {
            Form::Authors => {
                let author = self.defined("author", |maker| {
                    let properties = maker.properties("author", &AUTHOR, &[]);
                    maker.object("author", properties, required(&AUTHOR))
                });
                json_schema!({ "type": "array", "items": { "anyOf": [forms::text(), author] } })
            }
            Form::Rows(table) => {
                let rows = self.table(table);
                json_schema!({ "type": "array", "items": rows })
            }
            Form::Named(table) => {
                let named = self.table(table);
                json_schema!({ "type": "object", "additionalProperties": named })
            }
            Form::Publication => {
                let properties = self.publication(&["amendment"]);
                self.object("publication", properties, Vec::new())
            }
            // The others are plain.
            form => forms::plain(form, is_required).unwrap_or_default(),
        }
    }

    /// A table that stands in lists or under names.
    fn table(&mut self, table: &'static Table) -> Schema {
        let name = TABLES.iter().find(|(_, known)| std::ptr::eq(*known, table)).map_or(table.name, |(name, _)| name);
        self.defined(name, |maker| {
            let mut properties = maker.properties(name, table, &[]);
            if std::ptr::eq(table, &AMENDMENT) {
                properties.extend(maker.publication(&["amendment"]));
            }
            if std::ptr::eq(table, &SERIES) {
                properties.extend(maker.publication(&["amendment", "series", "editions"]));
            }
            if std::ptr::eq(table, &ARTICLE) || std::ptr::eq(table, &BRIEF) {
                return with(maker.object(name, properties, Vec::new()), &entry(table));
            }
            let schema = maker.object(name, properties, required(table));
            if std::ptr::eq(table, &AMENDMENT) { with(schema, &either("from", "from_serial", true)) } else { schema }
        })
    }

    /// A section of the style.
    fn section(&self, section: &str, keys: &[Key]) -> Schema {
        let properties = keys.iter().map(|key| (key.name.to_owned(), self.setting(section, key).into()));
        self.object(section, properties.collect(), Vec::new())
    }

    fn setting(&self, section: &str, key: &Key) -> Schema {
        let mut schema = forms::of_kind(key.kind);
        let meaning = self.words.text(&key_message(section, key.name));
        let says_enough = matches!(key.kind, Kind::Flag | Kind::Words | Kind::Choice(_));
        let description = if says_enough {
            meaning
        } else {
            let kind = Argument::Message(key.kind.message());
            self.words.with("schema-meaning", &[("meaning", meaning.into()), ("kind", kind)])
        };
        schema.insert("description".to_owned(), description.into());
        for (name, written) in [("default", key.written_default()), ("examples", key.written_example())] {
            if let Some(value) = forms::value_of(&format!("key = {written}")) {
                let value = if name == "examples" { json!([value]) } else { value };
                schema.insert(name.to_owned(), value);
            }
        }
        schema
    }

    /// The faces, role by role, with the defaults of each.
    fn faces(&mut self) -> Schema {
        let defaults = Faces::default();
        let mut roles = Map::new();
        for role in Role::ALL {
            let mut properties = self.properties("face", &FACE, &[]);
            let choice = defaults.of(role);
            let fallback: Vec<_> = choice.fallback.iter().map(|face| face.name.as_str()).collect();
            let latin = choice.latin.as_ref().map(|face| json!(face.name));
            for (key, default) in
                [("face", Some(json!(choice.face.name))), ("latin", latin), ("fallback", Some(json!(fallback)))]
            {
                let property = properties.get_mut(key).and_then(Value::as_object_mut);
                if let Some((property, default)) = property.zip(default) {
                    property.insert("default".to_owned(), default);
                }
            }
            let mut schema = self.object("face", properties, Vec::new());
            schema.insert("description".to_owned(), self.words.text(&format!("use-{}", role.name())).into());
            roles.insert(role.name().to_owned(), schema.into());
        }
        self.object("faces", roles, Vec::new())
    }
}
