//! The tables of keys in both papers on the format, made from the code's lists; and every key's example, tried.

use crate::support::{Project, current, faults, root};
use bulletin::diagnostic::messages::{Messages, key_message};
use bulletin::diagnostic::{Files, Severity, Sink};
use bulletin::model::Style;
use bulletin::model::style::{Faces, Key, Kind, Role};
use bulletin::source;
use bulletin::source::format::{Form, Need, Table};
use bulletin::source::schema::TABLES;
use std::fs;

/// In which language a paper is written.
#[derive(Clone, Copy, PartialEq)]
enum Tongue {
    English,
    Chinese,
}

use Tongue::{Chinese, English};

impl Tongue {
    /// The one or the other.
    fn of<'w>(self, english: &'w str, chinese: &'w str) -> &'w str {
        if self == English { english } else { chinese }
    }

    fn heading(self) -> String {
        let cells = self.of("key | type | default | meaning | source | example", "项 | 类型 | 默认 | 意思 | 来源 | 例");
        format!("| {cells} |\n| --- | --- | --- | --- | --- | --- |\n")
    }

    /// What a key holds.
    fn form(self, form: Form) -> String {
        let (english, chinese) = match form {
            Form::Text | Form::Revocable => ("text", "文字"),
            Form::Lines => ("text, its lines kept", "文字，分行照写"),
            Form::Body => ("text with marks", "文字，可有标记"),
            Form::Path => ("path", "路径"),
            Form::Number => ("1 to 999999", "1 到 999999 的整数"),
            Form::Numbers => ("1 to 999999, or list of two", "1 到 999999 的整数，或两个的列表"),
            Form::Date => ("date", "日期"),
            Form::Language => ("language tag", "语言代码"),
            Form::Texts => ("list of texts", "文字的列表"),
            Form::OneOrMore => ("text, or list of texts", "文字，或文字的列表"),
            Form::Authors => ("list of names or tables", "姓名或表的列表"),
            Form::Rows(_) => ("list of tables", "表的列表"),
            Form::Named(_) => ("tables by name", "按名字分的表"),
            Form::Publication => ("table", "表"),
            Form::Levels => ("levels by code", "按编号分的级别"),
            Form::Style(kind) => return self.kind(kind),
        };
        self.of(english, chinese).to_owned()
    }

    /// What a key of the style holds.
    fn kind(self, kind: Kind) -> String {
        let (english, chinese) = match kind {
            Kind::Millimetres => ("mm", "毫米"),
            Kind::Size => ("pt or size name", "磅或字号名"),
            Kind::Points => ("pt", "磅"),
            Kind::Ems => ("em", "字宽"),
            Kind::GridLines => ("lines", "行"),
            Kind::Count => ("whole number", "整数"),
            Kind::Flag => ("`true`, `false`", "是否"),
            Kind::Words => ("text", "文字"),
            Kind::InkName => ("name of an ink", "油墨名称"),
            Kind::Percentages => ("four percentages", "四个百分数"),
            Kind::Choice(names) => {
                let names: Vec<_> = names.iter().map(|name| format!("`\"{name}\"`")).collect();
                return names.join(self.of(", ", "、"));
            }
        };
        self.of(english, chinese).to_owned()
    }

    fn need(self, need: Need) -> String {
        match need {
            Need::Required => self.of("required", "必写").to_owned(),
            Need::Optional => self.of("—", "可不写").to_owned(),
            Need::Default(written) => format!("`{written}`"),
        }
    }

    /// A source as this paper names it; the resources name it in Chinese, the code in English.
    fn source(self, source: &str) -> String {
        match self {
            English => source.replace("自定", "Ours").replace("实测", "Measured"),
            Chinese if source.starts_with("Measured") => "实测".to_owned(),
            Chinese => match source.strip_prefix("Ours") {
                Some(rest) => {
                    rest.strip_prefix(", after ").map_or("自定".to_owned(), |from| format!("自定，参照 {from}"))
                }
                None => source.replace(" to ", " 至 "),
            },
        }
    }

    fn row(self, cells: [String; 6]) -> String {
        assert!(cells.iter().all(|cell| !cell.contains('|') && !cell.contains('\n')), "{cells:?}");
        format!("| {} |\n", cells.join(" | "))
    }
}

/// The example of a key of a table.
fn example(words: &Messages, table: &str, key: &str) -> String {
    words.attribute(&key_message(table, key), "example", &[]).unwrap_or_else(|| panic!("{table}.{key}"))
}

/// The rows of a table.
fn rows(name: &str, table: &Table, tongue: Tongue, words: &Messages) -> String {
    let above = match name {
        "face" => format!("faces.{}.", tongue.of("ROLE", "用处")),
        "series" => format!("series.{}.", tongue.of("NAME", "版别")),
        _ if table.name.is_empty() => String::new(),
        _ => format!("{}.", table.name),
    };
    let rows = table.keys.iter().map(|key| {
        let message = key_message(name, key.name);
        let meaning = if tongue == English { key.about.trim().to_owned() } else { words.text(&message) };
        let source = words.attribute(&message, "source", &[]).unwrap_or_default();
        tongue.row([
            format!("`{above}{}`", key.name),
            tongue.form(key.form),
            tongue.need(key.need),
            meaning.trim_end_matches('.').to_owned(),
            tongue.source(&source),
            format!("`{}`", example(words, name, key.name)),
        ])
    });
    rows.collect()
}

/// The rows of a section of the style.
fn section_rows(section: &str, keys: &[Key], tongue: Tongue, words: &Messages) -> String {
    let rows = keys.iter().map(|key| {
        let (meaning, source) = key.meaning_and_source();
        let message = key_message(section, key.name);
        tongue.row([
            format!("`{section}.{}`", key.name),
            tongue.kind(key.kind),
            format!("`{}`", key.written_default()),
            if tongue == English { meaning.trim_end_matches('.').to_owned() } else { words.text(&message) },
            tongue.source(source),
            format!("`{} = {}`", key.name, key.written_example()),
        ])
    });
    rows.collect()
}

/// What each role of the faces is for, in English.
fn english_use(role: Role) -> &'static str {
    match role {
        Role::Body => "body text, contents, imprint; copy number, numbers, publisher and date on page one",
        Role::Title => "the publication's name, the heading of the contents, titles",
        Role::Label => {
            "columns in the contents, the briefs' heading and titles, security, urgency, notice; headings of the first level and `**stress**` in a body"
        }
        Role::Byline => {
            "bylines, the edition, subtitles, notes, editor's notes; headings of the second level and quotations in a body"
        }
        Role::Figure => "page numbers",
    }
}

/// The table of the faces' roles and their defaults.
fn roles(tongue: Tongue, words: &Messages) -> String {
    let cells = tongue.of(
        "role | used for | `face` | `latin` | `fallback`",
        "用处 | 用在 | `face` 默认 | `latin` 默认 | `fallback` 默认",
    );
    let mut table = format!("| {cells} |\n| --- | --- | --- | --- | --- |\n");
    let faces = Faces::default();
    for role in Role::ALL {
        let choice = faces.of(role);
        let name = role.name();
        let used = if tongue == English { english_use(role).to_owned() } else { words.text(&format!("use-{name}")) };
        let latin = choice.latin.as_ref().map_or("—".to_owned(), |latin| format!("`\"{}\"`", latin.name));
        let fallback: Vec<_> = choice.fallback.iter().map(|face| format!("\"{}\"", face.name)).collect();
        let (face, fallback) = (&choice.face.name, fallback.join(", "));
        table += &format!("| `faces.{name}` | {used} | `\"{face}\"` | {latin} | `[{fallback}]` |\n");
    }
    table
}

/// The names of all tables of a paper.
fn names() -> Vec<&'static str> {
    let sections = Style::SECTIONS.iter().map(|(name, _)| *name);
    TABLES.iter().map(|(name, _)| *name).chain(sections).chain(["roles"]).collect()
}

/// The table of this name.
fn table(name: &str, tongue: Tongue, words: &Messages) -> String {
    if name == "roles" {
        return roles(tongue, words);
    }
    let of_file = TABLES.iter().find(|(known, _)| *known == name);
    let rows = match of_file {
        Some((_, table)) => rows(name, table, tongue, words),
        None => {
            let (_, keys) = Style::SECTIONS.iter().find(|(known, _)| *known == name).unwrap();
            section_rows(name, keys, tongue, words)
        }
    };
    tongue.heading() + &rows
}

/// A paper with its tables made anew.
fn renewed(text: &str, tongue: Tongue) -> String {
    let words = Messages::keys();
    let mut renewed = String::new();
    let mut rest = text;
    let mut met = Vec::new();
    while let Some((before, after)) = rest.split_once("<!-- keys: ") {
        let (name, after) = after.split_once(" -->\n").unwrap();
        let (_, after) = after.split_once("<!-- end -->\n").unwrap_or_else(|| panic!("{name} has no end"));
        assert!(names().contains(&name), "{name} is no table");
        renewed += &format!("{before}<!-- keys: {name} -->\n{}<!-- end -->\n", table(name, tongue, &words));
        met.push(name.to_owned());
        rest = after;
    }
    for name in names() {
        assert_eq!(met.iter().filter(|met| *met == name).count(), 1, "the table {name} stands once in a paper");
    }
    renewed + rest
}

/// So no key is missing in the papers, and none is invented.
#[test]
fn keys_of_the_papers_are_those_of_the_code() {
    for (name, tongue) in [("docs/format.md", English), ("docs/format.zh-CN.md", Chinese)] {
        let text = fs::read_to_string(root().join(name)).unwrap();
        current(name, &renewed(&text, tongue));
        // Nor does the prose name a key of a table that is none.
        for code in text.split('`').skip(1).step_by(2) {
            let Some((table, key)) = code.split_once('.') else { continue };
            let plain = |part: &str| part.chars().all(|ch| ch.is_ascii_lowercase() || ch == '_') && !part.is_empty();
            let section = Style::SECTIONS.iter().find(|(known, _)| *known == table);
            let keys: Option<Vec<_>> = section.map(|(_, keys)| keys.iter().map(|key| key.name).collect());
            if let Some(keys) = keys.filter(|_| plain(key)) {
                assert!(keys.contains(&key), "{name}: {code}");
            }
        }
    }
}

/// A table's lines: what it must have, with this line instead of that of its key.
fn lines(name: &str, line: &str) -> String {
    let words = Messages::keys();
    let (_, table) = TABLES.iter().find(|(known, _)| *known == name).unwrap();
    let key_of = |line: &str| line.split('=').next().unwrap_or_default().trim().to_owned();
    let mut wanted: Vec<&str> = match name {
        "article" | "brief" => vec!["body"],
        "issue" => vec!["number", "serial", "editor"],
        "amendment" => vec!["from"],
        "publication" => vec!["briefs_column"],
        "series" => vec!["label"],
        _ => Vec::new(),
    };
    let required = table.keys.iter().filter(|key| key.need == Need::Required).map(|key| key.name);
    wanted.extend(required);
    // Of these two pairs only one may stand.
    let instead = [("body_file", "body"), ("from_serial", "from")];
    let given = key_of(line);
    wanted.retain(|key| *key != given && !instead.contains(&(given.as_str(), *key)));
    let others = wanted.into_iter().map(|key| example(&words, name, key));
    others.chain([line.to_owned()]).map(|line| line + "\n").collect()
}

/// The publication and the issue in which a table's line can be tried.
fn files_with(name: &str, line: &str, form: Form) -> (String, String) {
    let article = format!("[[article]]\n{}", lines("article", ""));
    let issue = |head: &str, more: &str| format!("{}{article}{more}", lines("issue", head));
    let publication = |head: &str, more: &str| format!("{}{more}", lines("publication", head));
    let inner = |header: &str| match form {
        Form::Rows(table) | Form::Named(table) => {
            let (inner, _) = TABLES.iter().find(|(_, known)| std::ptr::eq(*known, table)).unwrap();
            format!("{header}\n{}", lines(inner, ""))
        }
        _ => format!("{header}\nname = \"某某人大信息\"\n"),
    };
    let plain = publication("", "");
    match name {
        "issue" if line.starts_with('[') => (plain, issue("", &inner(line))),
        "issue" => (plain, issue(line, "")),
        "article" | "brief" => (plain, issue("", &format!("[[{name}]]\n{}", lines(name, line)))),
        "author" => {
            let author = lines("author", line).trim().replace('\n', ", ");
            (plain, issue("", &format!("authors = [{{ {author} }}]\n")))
        }
        "publication" if line.starts_with('[') => (publication("", &inner(line)), issue("", "")),
        "publication" => (publication(line, ""), issue("", "")),
        "series" => (publication("", &format!("[series.\"增刊\"]\n{line}\n")), issue("", "")),
        "face" => (publication("", &format!("[faces.body]\n{line}\n")), issue("", "")),
        _ => (publication("", &format!("[[{name}]]\n{}", lines(name, line))), issue("", "")),
    }
}

/// The publication and the issue of every key's example, under the key's name.
pub(crate) fn all_examples() -> Vec<(String, String, String)> {
    let words = Messages::keys();
    let mut all = Vec::new();
    for (name, table) in TABLES {
        for key in table.keys {
            let (publication, issue) = files_with(name, &example(&words, name, key.name), key.form);
            all.push((format!("{name}.{}", key.name), publication, issue));
        }
    }
    for (section, keys) in Style::SECTIONS {
        for key in *keys {
            let (publication, issue) = files_with("publication", "", Form::Text);
            let line = format!("[{section}]\n{} = {}\n", key.name, key.written_example());
            all.push((format!("{section}.{}", key.name), publication + &line, issue));
        }
    }
    all
}

#[test]
fn keys_examples_are_accepted() {
    let project = Project::new("");
    for (file, table) in [("来稿/座谈会.toml", "article"), ("来稿/视察.toml", "brief")] {
        project.write(file, lines(table, ""));
    }
    project.write("来稿/座谈会.txt", "正文。");
    project.write("来稿/视察.md", "正文。");
    project.write("词表/本刊.tsv", "id\twrong\tright\tlevel\tkind\n1\t布暑\t部署\twarning\ttypo\n");
    project.write("厂商.icc", fs::read(root().join("src/writers/pdf/fogra29.icc")).unwrap());
    for (name, publication, issue) in all_examples() {
        project.write("bulletin.toml", &publication);
        let path = project.write("稿件.toml", &issue);
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let loaded = source::load(&path, &mut files, &mut sink).unwrap();
        let mut found = sink.into_sorted();
        found.retain(|found| found.severity() < Severity::Advice);
        let found = faults(&found, &files);
        assert!(loaded.is_some() && found.is_empty(), "{name}: {found:?}\n{publication}\n{issue}");
    }
}
