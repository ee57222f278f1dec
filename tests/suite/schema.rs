//! The schemas for editors: current, right about good files, and not silent about bad ones.

use crate::keys::all_examples;
use crate::support::{HEAD, PUBLICATION, Project, current, issue_of, root};
use bulletin::diagnostic::{Files, Sink};
use bulletin::model::Style;
use bulletin::model::style::Role;
use bulletin::source;
use bulletin::source::format::{AMENDMENT, ARTICLE, BRIEF, FACE, ISSUE, PUBLICATION as OF_PUBLICATION, SERIES, Table};
use bulletin::source::schema::{FileKind, schemas};
use jsonschema::Validator;
use serde_json::Value;
use std::fs;

#[test]
fn schema_files_are_current() {
    for (name, schema) in schemas() {
        current(&format!("docs/schema/{name}"), &schema);
    }
    let there = fs::read_dir(root().join("docs/schema")).unwrap().count();
    // And that of what `check` prints, which `formats` holds against it.
    assert_eq!(there, schemas().len() + 1, "docs/schema holds the schemas and nothing else");
}

fn schema(kind: FileKind) -> Value {
    serde_json::from_str(&kind.schema()).unwrap()
}

fn validator(kind: FileKind) -> Validator {
    let schema = schema(kind);
    assert!(jsonschema::meta::is_valid(&schema), "{kind:?} is no schema");
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

/// A file as an editor checks it: a local date is a string.
fn as_json(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(items) => items.into_iter().map(as_json).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, as_json(value))).collect())
        }
        other => serde_json::to_value(other).unwrap(),
    }
}

/// What a schema finds wrong with a file.
fn refusals(validator: &Validator, text: &str) -> Vec<String> {
    let value = as_json(toml::Value::Table(toml::from_str(text).unwrap()));
    validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn schema_accepts_the_published_issue_and_its_publication() {
    for (kind, file) in [
        (FileKind::Issue, "issues/709.toml"),
        (FileKind::Publication, "issues/bulletin.toml"),
        (FileKind::Issue, "docs/specimen/specimen.toml"),
    ] {
        let text = fs::read_to_string(root().join(file)).unwrap();
        assert_eq!(refusals(&validator(kind), &text), Vec::<String>::new(), "{file}");
    }
}

#[test]
fn schema_accepts_every_keys_example() {
    let (of_publication, of_issue) = (validator(FileKind::Publication), validator(FileKind::Issue));
    for (name, publication, issue) in all_examples() {
        assert_eq!(refusals(&of_publication, &publication), Vec::<String>::new(), "{name}\n{publication}");
        assert_eq!(refusals(&of_issue, &issue), Vec::<String>::new(), "{name}\n{issue}");
    }
}

/// The examples of the papers, by the kinds of their files.
#[test]
fn schema_accepts_the_papers_examples() {
    let mut tried = 0;
    for page in ["docs/format.md", "docs/format.zh-CN.md"] {
        for example in crate::documents::examples(page) {
            let kind = example.kind();
            let text = example.complete();
            assert_eq!(refusals(&validator(kind), &text), Vec::<String>::new(), "{page}\n{text}");
            tried += 1;
        }
    }
    assert!(tried >= 20, "{tried}");
}

/// Changes of a good issue that neither the schema nor the program takes.
const WRONG_ISSUES: &[(&str, &str)] = &[
    ("number = 1\n", "number = 0\n"),
    ("number = 1\n", "number = 1000000\n"),
    ("number = 1\n", "number = \"1\"\n"),
    ("number = 1\n", "number = [1, 2, 3]\n"),
    ("serial = 1\n", "serial = 1.5\n"),
    ("serial = 1\n", "serail = 1\n"),
    ("date = 2025-01-02\n", ""),
    ("date = 2025-01-02\n", "date = 20250102\n"),
    ("date = 2025-01-02\n", "date = \"二〇二五年\"\n"),
    ("edition = \"普刊\"\n", ""),
    ("edition = \"普刊\"\n", "edition = \" \"\n"),
    ("editor = \"某人\"\n", "editor = [\"某人\"]\n"),
    ("editor = \"某人\"\n", "editor = \"某人\"\ncopies = 0\n"),
    ("editor = \"某人\"\n", "editor = \"某人\"\nstaff = [{ label = \"审核：\" }]\n"),
    ("editor = \"某人\"\n", "editor = \"某人\"\npublication = { nam = \"甲\" }\n"),
    ("editor = \"某人\"\n", "editor = \"某人\"\npublication = { sheet = { width = 2001 } }\n"),
    ("column = \"要闻\"\n", ""),
    ("title = \"题\"\n", ""),
    ("title = \"题\"\n", "titel = \"题\"\n"),
    ("title = \"题\"\n", "title = \"题\"\nunit = 3\n"),
    ("title = \"题\"\n", "title = \"题\"\nauthors = [3]\n"),
    ("title = \"题\"\n", "title = \"题\"\nauthors = [{ post = \"主任\" }]\n"),
    ("title = \"题\"\n", "title = \"题\"\nbody_file = \"a.txt\"\n"),
    ("body = '''\n正文。\n'''\n", ""),
    ("[[article]]", "[article]"),
    ("[[article]]\ncolumn = \"要闻\"\ntitle = \"题\"\nbody = '''\n正文。\n'''\n", ""),
    ("[[article]]\ncolumn = \"要闻\"", "[[brief]]\ncolumn = \"要闻\""),
];

/// What neither takes at the end of a good publication.
const WRONG_PUBLICATIONS: &[&str] = &[
    "nmae = \"甲\"\n",
    "telephone = 12345678\n",
    "language = \"zh_CN\"\n",
    "copies = -1\n",
    "[[recipients]]\nlabel = \"送：\"\n",
    "[[recipients]]\nlabel = \"送：\"\ngroups = []\n",
    "[[term]]\nwrod = \"甲\"\n",
    "[[amendment]]\nname = \"甲\"\n",
    "[[amendment]]\nfrom = 2026-01-01\nfrom_serial = 3\n",
    "[[amendment]]\nfrom = 3\n",
    "[[amendment]]\nfrom = 2026-01-01\namendment = []\n",
    "[series.\"普刊\"]\neditions = [\"普刊\"]\n",
    "[series.\"普刊\"]\nlabel = true\n",
    "[sheet]\nwidth = -1\n",
    "[sheet]\nwidth = \"210\"\n",
    "[sheet]\nlines = 22.5\n",
    "[sheet]\nlines = 201\n",
    "[sheet]\nmirror_margins = \"yes\"\n",
    "[text]\nsize = \"三\"\n",
    "[text]\nsize = 0.5\n",
    "[text]\nkinsoku = \"loose\"\n",
    "[text]\nindnet = 2\n",
    "[masthead]\nrule = 101\n",
    "[contents]\nheading = \"目\\t录\"\n",
    "[colours]\nred = [0, 80, 80]\n",
    "[colours]\nred = [0, 80, 80, 101]\n",
    "[faces]\nbody = \"FandolFang-Regular\"\n",
    "[faces.boddy]\nface = \"甲\"\n",
    "[faces.body]\nfallback = \"甲\"\n",
];

/// Whether the program takes an issue and its publication.
fn program_takes(publication: &str, issue: &str) -> bool {
    let project = Project::new(publication);
    let path = project.write("稿件.toml", issue);
    let mut sink = Sink::default();
    source::load(&path, &mut Files::default(), &mut sink).unwrap().is_some() && !sink.has_errors()
}

#[test]
fn schema_refuses_what_the_program_refuses() {
    let of_issue = validator(FileKind::Issue);
    let good = issue_of("正文。");
    assert!(refusals(&of_issue, &good).is_empty() && program_takes(PUBLICATION, &good));
    for (from, to) in WRONG_ISSUES {
        let issue = good.replacen(from, to, 1);
        assert_ne!(issue, good, "{from}");
        assert!(!refusals(&of_issue, &issue).is_empty(), "the schema takes {to:?} for {from:?}");
        assert!(!program_takes(PUBLICATION, &issue), "the program takes {to:?} for {from:?}");
    }
    let of_publication = validator(FileKind::Publication);
    for wrong in WRONG_PUBLICATIONS {
        let publication = format!("{PUBLICATION}{wrong}");
        assert!(!refusals(&of_publication, &publication).is_empty(), "the schema takes {wrong:?}");
        assert!(!program_takes(&publication, &good), "the program takes {wrong:?}");
    }
    for key in ["name", "publisher", "editions", "columns"] {
        let lines = PUBLICATION.lines().filter(|line| !line.starts_with(key));
        let publication: String = lines.map(|line| format!("{line}\n")).collect();
        assert!(!refusals(&of_publication, &publication).is_empty(), "the schema does without {key}");
        assert!(!program_takes(&publication, &good), "the program does without {key}");
    }
}

/// An article or a brief of its own file may leave out what the issue says; a key of no table it may not have.
#[test]
fn schema_of_articles_takes_parts_but_no_other_keys() {
    let of_article = validator(FileKind::Article);
    let takes = |text: &str| refusals(&of_article, text).is_empty();
    assert!(takes("column = \"要闻\"\ntitle = \"题\"\nbody = \"正文。\"\n"));
    assert!(takes("title = \"题\"\nbody_file = \"a.txt\"\n") && takes("unit = [\"甲\", \"乙\"]\nbody = \"正文。\"\n"));
    assert!(!takes("titel = \"题\"\n") && !takes("file = \"a.toml\"\n") && !takes("authors = \"甲\"\n"));
    assert!(!takes("body = \"正文。\"\nbody_file = \"a.txt\"\n"));
    // Nor does an issue ask more of an entry that stands in a file.
    let issue = format!("{HEAD}[[article]]\nfile = \"a.toml\"\n[[brief]]\nfile = \"b.toml\"\ntitle = \"题\"\n");
    assert_eq!(refusals(&validator(FileKind::Issue), &issue), Vec::<String>::new());
}

/// The keys of an object of a schema.
fn keys(schema: &Value, at: &str) -> Vec<String> {
    let found = schema.pointer(at).unwrap_or_else(|| panic!("{at}"));
    found["properties"].as_object().unwrap().keys().cloned().collect()
}

/// The keys of a publication's table, but for some, behind those of another table.
fn with_publication(own: &[&Table], left_out: &[&str]) -> Vec<String> {
    let own = own.iter().flat_map(|table| table.names());
    let shared = OF_PUBLICATION.names().into_iter().filter(|key| !left_out.contains(key));
    let sections = Style::SECTIONS.iter().map(|(name, _)| *name);
    own.chain(shared).chain(sections).chain(["faces"]).map(str::to_owned).collect()
}

#[test]
fn schema_has_the_keys_of_the_tables_and_no_other() {
    let (publication, issue) = (schema(FileKind::Publication), schema(FileKind::Issue));
    assert_eq!(keys(&publication, ""), with_publication(&[], &[]));
    assert_eq!(keys(&publication, "/definitions/amendment"), with_publication(&[&AMENDMENT], &["amendment"]));
    let of_series = with_publication(&[&SERIES], &["amendment", "series", "editions"]);
    assert_eq!(keys(&publication, "/definitions/series"), of_series);
    assert_eq!(keys(&issue, ""), ISSUE.names());
    assert_eq!(keys(&issue, "/properties/publication"), with_publication(&[], &["amendment"]));
    assert_eq!(keys(&issue, "/definitions/article"), ARTICLE.names());
    assert_eq!(keys(&issue, "/definitions/brief"), BRIEF.names());
    let inside: Vec<_> = ARTICLE.names().into_iter().filter(|key| *key != "file").collect();
    assert_eq!(keys(&schema(FileKind::Article), ""), inside);
    for (section, of_section) in Style::SECTIONS {
        let names: Vec<_> = of_section.iter().map(|key| key.name).collect();
        assert_eq!(keys(&publication, &format!("/definitions/{section}")), names);
    }
    for role in Role::ALL {
        let at = format!("/definitions/faces/properties/{}", role.name());
        assert_eq!(keys(&publication, &at), FACE.names());
    }
}

/// Whatever an editor points at is told in words.
#[test]
fn schema_describes_every_property() {
    for kind in FileKind::ALL {
        let schema = schema(kind);
        let tables = schema["definitions"].as_object().into_iter().flatten().map(|(_, table)| table).chain([&schema]);
        for (key, property) in tables.flat_map(|table| table["properties"].as_object().into_iter().flatten()) {
            let text = property["description"].as_str().unwrap_or_default();
            let told = !text.is_empty() && !text.contains("key-") && !text.contains("kind-");
            assert!(told || property["$ref"].is_string(), "{kind:?}: {key}: {text}");
        }
    }
}

#[test]
fn schema_command_prints_one_or_writes_all() {
    let project = Project::new(PUBLICATION);
    for kind in FileKind::ALL {
        let ended = project.run(&["schema", kind.name()]);
        assert_eq!((ended.code, ended.out), (0, kind.schema()));
    }
    project.write("schema/mine.json", "{}");
    project.write("schema/issue.schema.json", "old");
    let ended = project.run(&["schema", "--out-dir", "schema"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    for (name, content) in schemas() {
        assert!(ended.out.contains(name));
        assert_eq!(fs::read_to_string(project.path().join("schema").join(name)).unwrap(), content);
    }
    assert_eq!(fs::read_to_string(project.path().join("schema/mine.json")).unwrap(), "{}");
    assert_eq!(fs::read_dir(project.path().join("schema")).unwrap().count(), 4);
    for wrong in [&["schema"][..], &["schema", "pdf"], &["schema", "issue", "--out-dir", "x"]] {
        let ended = project.run(wrong);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{wrong:?}");
        assert!(!ended.err.is_empty());
    }
}
