//! Characters that a role's face lacks: from that role's fallback, reported; from no face, an error.

use crate::support::{HEAD, PUBLICATION, Project, faults, runs};

#[test]
fn fallback_names_in_a_byline_are_set_in_a_kai_face() {
    let rare = "珺堃喆旻镕垚璟翀";
    let authors: Vec<_> = rare.chars().map(|ch| format!("\"王{ch}明\"")).collect();
    let issue =
        format!("{HEAD}\n[[brief]]\nunit = \"办公室\"\nauthors = [{}]\nbody = \"正文。\"\n", authors.join(", "));
    let compiled = Project::new(PUBLICATION).set(&issue);
    let found = faults(&compiled.diagnostics, &compiled.files);
    let columns: Vec<_> = (0..8).map(|order| format!("B0303 10:{}", 14 + 7 * order)).collect();
    assert_eq!(found, columns);

    let document = compiled.product.unwrap();
    for ch in rare.chars() {
        let run = document.pages.iter().flat_map(runs).find(|run| run.text.contains(ch)).unwrap();
        assert_eq!(document.faces[run.face.index()], "LXGWWenKai-Regular", "{ch}");
        let line = document.pages[1].items.len();
        assert!(line > 0);
        let beside = document
            .pages
            .iter()
            .flat_map(runs)
            .find(|other| other.text.contains('王') && other.origin.y == run.origin.y)
            .unwrap();
        assert_eq!((beside.size, beside.line), (run.size, run.line), "{ch}");
    }
}

#[test]
fn fallback_of_body_text_is_a_serif() {
    let issue = format!("{HEAD}\n[[brief]]\nbody = \"璟字在正文。\"\n");
    let document = Project::new(PUBLICATION).document(&issue);
    let run = document.pages.iter().flat_map(runs).find(|run| run.text.contains('璟')).unwrap();
    assert_eq!(document.faces[run.face.index()], "NotoSerifCJKsc-Regular");
}

#[test]
fn fallback_is_not_found_for_a_code_point_that_no_face_has() {
    let project = Project::new(PUBLICATION);
    project.write("1.toml", format!("{HEAD}\n[[brief]]\nbody = \"正文\u{e000}。\"\n"));
    let ended = project.run(&["build", "1.toml"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("1.toml:9:11: 错误 B0304：字“\u{e000}”（U+E000）所有字体都没有"), "{}", ended.err);
    assert!(!project.path().join("build/1.pdf").exists());
}

#[test]
fn fallback_that_is_missing_itself_is_named() {
    let publication = format!("{PUBLICATION}\n[faces.byline]\nfallback = [\"NoSuchFace\"]\n");
    let project = Project::new(&publication);
    let plain = project.set(&format!("{HEAD}\n[[brief]]\nauthors = [\"王明\"]\nbody = \"正文。\"\n"));
    assert!(plain.diagnostics.is_empty(), "a fallback that is not needed need not be there");
    let compiled = project.set(&format!("{HEAD}\n[[brief]]\nauthors = [\"王珺\"]\nbody = \"正文。\"\n"));
    let found = faults(&compiled.diagnostics, &compiled.files);
    assert_eq!(found, ["B0301 9:14"]);
}
