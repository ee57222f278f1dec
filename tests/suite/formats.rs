//! What is found, for programs: valid by the schemas of others and our own, escaped, in one order.

use crate::support::{HEAD, PUBLICATION, Project, issue_of, root};
use jsonschema::Validator;
use serde_json::Value;
use std::fs;

/// A project in which every kind of diagnostic is found: with and without a place, with related places, with an
/// edit, of each severity; one file has a name of which each format must escape something.
fn project() -> Project {
    let groups: String = (1..90).map(|number| format!("\"某某工作委员会第{number}处，各区、县人大\",")).collect();
    let project = Project::new(&format!("{PUBLICATION}\n[[recipients]]\nlabel = \"送：\"\ngroups = [{groups}]\n"));
    project.write("1.toml", issue_of("会议强调，，要抓好落实。"));
    let second = issue_of("正文。").replace("number = 1", "number = 4").replace("2025-01-02", "2025-03-06");
    project.write("2: 50%,甲.toml", second);
    project.write("3.toml", format!("{HEAD}\n[[article]]\ncolumn = \"要闻\"\ntitle = \"题\"\nboby = '''\n正文\n'''\n"));
    project
}

fn output(project: &Project, format: &str, language: &str) -> String {
    let ended = project.run(&["--lang", language, "check", ".", "--format", format]);
    assert_eq!(ended.code, 1, "{}", ended.err);
    ended.out
}

/// The pattern of SARIF's schema for languages, which has a bracket too many, and what is meant; only lax readers
/// of patterns take it.
const LANGUAGE: [&str; 2] = ["^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$", "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"];

fn validator(name: &str) -> Validator {
    let text = fs::read_to_string(root().join(name)).unwrap().replace(LANGUAGE[0], LANGUAGE[1]);
    let schema: Value = serde_json::from_str(&text).unwrap();
    let fault = jsonschema::meta::validate(&schema).err().map(|error| format!("{}: {error}", error.instance_path()));
    assert_eq!(fault, None, "{name} is no schema");
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

/// What a schema finds wrong with a value.
fn refusals(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn formats_json_is_valid_by_its_schema() {
    let project = project();
    let validator = validator("docs/schema/check.schema.json");
    for language in ["zh", "en"] {
        let value: Value = serde_json::from_str(&output(&project, "json", language)).unwrap();
        assert_eq!(refusals(&validator, &value), Vec::<String>::new());
        let found = value["diagnostics"].as_array().unwrap();
        let has = |test: &dyn Fn(&Value) -> bool| found.iter().any(test);
        for severity in ["error", "warning", "advice"] {
            assert!(has(&|found| found["severity"] == severity), "no {severity}");
        }
        assert!(has(&|found| found["place"].is_null()) && has(&|found| found["place"].is_object()));
        assert!(has(&|found| !found["related"].as_array().unwrap().is_empty()));
        assert!(has(&|found| found["edit"].is_object() && found["why"].is_string()));
        let count = |severity: &str| found.iter().filter(|found| found["severity"] == severity).count();
        for (severity, name) in [("error", "errors"), ("warning", "warnings"), ("advice", "advice")] {
            assert_eq!(value["summary"][name], count(severity), "{name}");
        }
        // The bytes that an edit names are those at its line and column.
        let edit = &found.iter().find(|found| found["edit"].is_object()).unwrap()["edit"];
        let text = fs::read_to_string(project.path().join(edit["file"].as_str().unwrap())).unwrap();
        let [start, end, line, column] =
            ["start", "end", "line", "column"].map(|key| edit[key].as_u64().unwrap() as usize);
        let skipped: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let before: usize = text[skipped..].chars().take(column - 1).map(char::len_utf8).sum();
        assert_eq!(start, skipped + before);
        assert!(text[start..end].contains('，'), "{}", &text[start..end]);
    }
    // Nothing found is a document too, and what is missing or strange is refused.
    let clean = Project::new(PUBLICATION);
    clean.write("1.toml", issue_of("正文。"));
    let ended = clean.run(&["check", "--format", "json"]);
    let mut value: Value = serde_json::from_str(&ended.out).unwrap();
    assert!(ended.code == 0 && refusals(&validator, &value).is_empty() && value["diagnostics"] == Value::Array(vec![]));
    value["version"] = 2.into();
    assert_eq!(refusals(&validator, &value).len(), 1);
}

/// By the schema that OASIS publishes with SARIF 2.1.0.
#[test]
fn formats_sarif_is_valid_by_the_standards_schema() {
    let project = project();
    let validator = validator("tests/cases/sarif-2.1.0.json");
    for language in ["zh", "en"] {
        let value: Value = serde_json::from_str(&output(&project, "sarif", language)).unwrap();
        assert_eq!(refusals(&validator, &value), Vec::<String>::new());
        let run = &value["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        let results = run["results"].as_array().unwrap();
        for result in results {
            let index = result["ruleIndex"].as_u64().unwrap() as usize;
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
        for level in ["error", "warning", "note"] {
            assert!(results.iter().any(|result| result["level"] == level), "no {level}");
        }
        for part in ["relatedLocations", "fixes"] {
            assert!(results.iter().any(|result| result.get(part).is_some()), "no {part}");
        }
        assert!(results.iter().any(|result| result["locations"] == Value::Array(vec![])));
        let uris: Vec<_> = results
            .iter()
            .filter_map(|result| result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str())
            .collect();
        assert!(uris.contains(&"./2%3A%2050%25%2C%E7%94%B2.toml"), "{uris:?}");
    }
    let mut broken: Value = serde_json::from_str(&output(&project, "sarif", "zh")).unwrap();
    broken["runs"][0]["results"][0]["message"] = "no object".into();
    assert!(!refusals(&validator, &broken).is_empty(), "the schema refuses what is no SARIF");
}

/// GitHub's own escapes: in a message `%` and line ends, in a property also `:` and `,`.
#[test]
fn formats_github_escapes_and_counts_columns() {
    let project = project();
    project.write("1.toml", issue_of("会议强调，，要抓好落实。").replace("\"要闻\"", "\"50%\""));
    let text = output(&project, "github", "en");
    let lines: Vec<_> = text.lines().collect();
    let line = |start: &str| {
        *lines.iter().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("no {start} in {text}"))
    };
    assert!(lines.iter().all(|line| line.starts_with("::")), "{text}");
    // What has no place names none.
    assert!(line("::error title=B0501::").contains("%0Aremedy: "), "{text}");
    let column = line("::error file=./1.toml,line=9,col=11,endColumn=14,title=B0205::");
    assert!(column.contains("“50%25”%0Aremedy: ") && !column.contains("50%”"), "{column}");
    // Columns count characters, and the end is the column behind the last.
    assert!(line("::warning file=./1.toml,line=12,col=").contains(",endColumn="), "{text}");
    line("::error file=./2%3A 50%25%2C甲.toml,line=3,col=10,endColumn=11,title=B0219::");
    assert!(lines.iter().any(|line| line.starts_with("::notice file=")), "{text}");
}

/// Two runs say the same, by path, place and code.
#[test]
fn formats_are_sorted_and_the_same_in_every_run() {
    let project = project();
    for format in ["human", "json", "sarif", "github"] {
        assert_eq!(output(&project, format, "zh"), output(&project, format, "zh"), "{format}");
    }
    let value: Value = serde_json::from_str(&output(&project, "json", "zh")).unwrap();
    let found = value["diagnostics"].as_array().unwrap();
    let key = |found: &Value| {
        let place = &found["place"];
        let number = |key: &str| place[key].as_u64().unwrap_or_default();
        let file = place["file"].as_str().unwrap_or_default().to_owned();
        (file, number("start"), number("end"), found["code"].as_str().unwrap().to_owned())
    };
    let keys: Vec<_> = found.iter().map(key).collect();
    assert!(keys.len() >= 6 && keys.is_sorted(), "{keys:?}");
    // However the inputs are named, in whatever order, and once if they are named twice.
    let files = ["3.toml", "1.toml", "2: 50%,甲.toml", "./1.toml"];
    let run = |files: &[&str]| project.run(&[&["check", "--format", "json"], files].concat()).out;
    assert_eq!(run(&files), run(&["1.toml", "2: 50%,甲.toml", "3.toml"]));
}
