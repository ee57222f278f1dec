//! What a key holds, as a schema.

use super::super::format::Form;
use crate::diagnostic::{Code, Level};
use crate::model::style::{Kind, SIZE_NAMES};
use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

/// Texts that are not blank; a text on several lines is one too.
pub(super) fn text() -> Schema {
    json_schema!({ "type": "string", "pattern": r"\S" })
}

/// A list of such texts.
pub(super) fn texts(least: usize) -> Schema {
    let mut schema = json_schema!({ "type": "array", "items": text() });
    if least > 0 {
        schema.insert("minItems".to_owned(), least.into());
    }
    schema
}

/// The form of a key that holds no tables; none for those that do.
pub(super) fn plain(form: Form, is_required: bool) -> Option<Schema> {
    Some(match form {
        Form::Text | Form::Lines | Form::Path => text(),
        Form::Body | Form::Revocable => json_schema!({ "type": "string" }),
        Form::Number => number(),
        Form::Numbers => or_list(number(), &json!({ "items": number(), "minItems": 2, "maxItems": 2 })),
        Form::Date => json_schema!({ "type": "string", "format": "date" }),
        Form::Language => json_schema!({ "type": "string", "pattern": "^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$" }),
        Form::Texts => texts(is_required.into()),
        Form::OneOrMore => or_list(text(), &json!({ "items": text() })),
        Form::Style(kind) => of_kind(kind),
        Form::Levels => levels(),
        Form::Authors | Form::Rows(_) | Form::Named(_) | Form::Publication => return None,
    })
}

/// Levels of rules, by their codes.
fn levels() -> Schema {
    let level = json!({ "type": "string", "enum": Level::NAMES });
    let rules = Code::ALL.iter().filter(|code| code.can_be_set());
    let properties: Map<_, _> = rules.map(|code| (code.as_str().to_owned(), level.clone())).collect();
    json_schema!({ "type": "object", "additionalProperties": false, "properties": properties })
}

/// One thing, or a list. What is said of numbers and of strings says nothing of lists, and the other way
/// round: so an editor is told what is wrong, not merely that neither holds.
fn or_list(mut one: Schema, list: &Value) -> Schema {
    let kind = one.remove("type");
    one.insert("type".to_owned(), json!([kind, "array"]));
    for (key, value) in list.as_object().into_iter().flatten() {
        one.insert(key.clone(), value.clone());
    }
    one
}

/// The number of an issue, and the like.
fn number() -> Schema {
    json_schema!({ "type": "integer", "minimum": 1, "maximum": 999_999 })
}

/// A kind of the style's values.
pub(super) fn of_kind(kind: Kind) -> Schema {
    match kind {
        Kind::Millimetres | Kind::Points | Kind::Ems | Kind::GridLines => bounded("number", kind),
        Kind::Count => bounded("integer", kind),
        Kind::Size => {
            let names: Vec<_> = SIZE_NAMES.iter().map(|(name, _)| *name).collect();
            json_schema!({ "anyOf": [bounded("number", kind), { "type": "string", "enum": names }] })
        }
        Kind::Flag => json_schema!({ "type": "boolean" }),
        Kind::InkName => json_schema!({
            "type": "string",
            "maxLength": 127,
            "not": { "enum": ["None", "All", "Cyan", "Magenta", "Yellow", "Black"] },
        }),
        Kind::Words => json_schema!({ "type": "string", "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]*$" }),
        Kind::Percentages => {
            json_schema!({ "type": "array", "items": bounded("integer", kind), "minItems": 4, "maxItems": 4 })
        }
        Kind::Choice(names) => json_schema!({ "type": "string", "enum": names }),
    }
}

/// A number within its kind's bounds.
fn bounded(kind_of_number: &str, kind: Kind) -> Schema {
    let mut schema = json_schema!({ "type": kind_of_number });
    if let Some((least, greatest)) = kind.bounds() {
        // The bounds are whole numbers.
        schema.insert("minimum".to_owned(), json!(least as i64));
        schema.insert("maximum".to_owned(), json!(greatest as i64));
    }
    schema
}

/// The value that a line of TOML gives its key; none if it is a header.
pub(super) fn value_of(line: &str) -> Option<Value> {
    let table: toml::Table = toml::from_str(line).ok()?;
    table.into_iter().next().map(|(_, value)| json_of(value)).filter(|_| !line.starts_with('['))
}

/// A value as editors see it: dates are strings.
fn json_of(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(flag) => Value::Bool(flag),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(items) => items.into_iter().map(json_of).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, json_of(value))).collect::<Map<_, _>>())
        }
    }
}
