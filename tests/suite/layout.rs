//! Pages: what stands where, and what the style's switches do.

use crate::support::{HEAD, PUBLICATION, Project, issue_709, issue_of, lines, root, runs};
use bulletin::compile::set;
use bulletin::document::{Artifact, Document, GlyphRun, Item, Tag};
use bulletin::fonts::FontFiles;
use bulletin::length::Length;
use std::fs;

/// Issue 709 with more in its publication's file.
fn issue_709_with(more: &str) -> Document {
    let publication = fs::read_to_string(root().join("issues/bulletin.toml")).unwrap();
    let project = Project::new(&format!("{publication}\n{more}"));
    let path = project.write("709.toml", fs::read(issue_709()).unwrap());
    set(&path, &FontFiles::default()).unwrap().product.unwrap()
}

/// A paragraph of so many han characters and a full stop.
fn han(count: usize) -> String {
    format!("{}。", "国".repeat(count - 1))
}

fn page_number(document: &Document, page: usize) -> Option<&GlyphRun> {
    let tag = Tag::Artifact(Artifact::PageNumber);
    runs(&document.pages[page - 1]).find(|run| run.tag == tag)
}

fn mm(length: Length) -> f64 {
    (length.to_mm() * 100.0).round() / 100.0
}

#[test]
fn layout_page_numbers_stand_outside_seven_mm_below() {
    let document = issue_709_with("");
    let (odd, even) = (page_number(&document, 1).unwrap(), page_number(&document, 2).unwrap());
    assert_eq!((&*odd.text, &*even.text), ("—1—", "—2—"));
    // FandolSong's dash has its upper edge 0.311 em above the baseline.
    let top = odd.origin.y - Length::pt(14.0).scale(311, 1000);
    assert_eq!(mm(top), 37.0 + 225.0 + 7.0);
    let right = odd.origin.x + odd.glyphs.last().unwrap().x + Length::pt(14.0);
    assert_eq!(right + Length::pt(14.0), Length::mm(28.0) + Length::mm(156.0));
    assert_eq!(mm(even.origin.x), mm(Length::mm(26.0) + Length::pt(14.0)));
}

#[test]
fn layout_margins_mirror_unless_told_otherwise() {
    let left = |document: &Document, page: usize| {
        let starts = runs(&document.pages[page - 1]).filter(|run| run.line > 0).map(|run| run.origin.x);
        mm(starts.min().unwrap() + Length::ZERO)
    };
    assert_eq!(left(&issue_709_with(""), 8), 26.0);
    assert_eq!(left(&issue_709_with("[sheet]\nmirror_margins = false\n"), 8), 28.0);
}

#[test]
fn layout_imprint_ends_on_the_foot_of_the_type_area() {
    let document = issue_709_with("");
    let rules: Vec<_> = document.pages[13]
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Rule(rule) => Some(rule.rect),
            _ => None,
        })
        .collect();
    assert_eq!(rules.iter().map(|rule| mm(rule.height)).collect::<Vec<_>>(), [0.35, 0.25, 0.35]);
    assert!(rules.iter().all(|rule| rule.width == Length::mm(156.0)));
    assert_eq!(rules[2].y + rules[2].height, Length::mm(37.0) + Length::mm(225.0));
    let first = document.pages[13].items.iter().position(|item| matches!(item, Item::Rule(_))).unwrap();
    assert!(first > 0);
    let text: Vec<_> = lines(&document.pages[13]).split_off(9);
    assert_eq!(text[0], "送：省人大常委会办公厅、研究室");
    assert_eq!(text.last().unwrap(), "本期责任编辑：杨青青电话：(0571)85250657");
}

#[test]
fn layout_pages_multiple_moves_the_imprint_behind_blank_pages() {
    let plain = issue_709_with("");
    let document = issue_709_with("[imprint]\npages_multiple = 4\n");
    assert_eq!(document.pages.len(), 16);
    for page in 1..=13 {
        assert_eq!(lines(&document.pages[page - 1]), lines(&plain.pages[page - 1]));
    }
    assert_eq!(lines(&document.pages[13]), lines(&plain.pages[13])[..9]);
    assert!(document.pages[14].items.is_empty());
    assert!(lines(&document.pages[15])[0].starts_with("送："));
    assert!(page_number(&document, 14).is_some());
    assert!(page_number(&document, 15).is_none() && page_number(&document, 16).is_none());
}

#[test]
fn layout_even_page_leaves_an_even_page_alone_and_moves_from_an_odd_one() {
    let even = "[imprint]\neven_page = true\n";
    let document = issue_709_with(even);
    assert_eq!(document.pages.len(), 14);
    assert!(page_number(&document, 14).is_some());
    let odd = Project::new(&format!("{PUBLICATION}{even}")).document(&issue_of(&han(28 * 20)));
    let plain = Project::new(PUBLICATION).document(&issue_of(&han(28 * 20)));
    assert_eq!(plain.pages.len(), 3);
    assert_eq!(odd.pages.len(), 4);
    // No blank page stands before it.
    assert!(page_number(&odd, 3).is_some() && page_number(&odd, 4).is_some());
}

#[test]
fn layout_imprint_that_does_not_fit_takes_a_page() {
    // Title four lines, then text to the last line: no room for the imprint.
    let document = Project::new(PUBLICATION).document(&issue_of(&han(27 * 18 - 2)));
    assert_eq!(lines(&document.pages[1]).len(), 19);
    assert_eq!(document.pages.len(), 3);
    assert_eq!(lines(&document.pages[2]), ["本期责任编辑：某人"]);
    assert!(page_number(&document, 3).is_some());
}

/// The lines of pages two and three of an article with paragraphs of these lengths, in lines.
fn paragraphs(project: &Project, lengths: &[usize]) -> (usize, usize) {
    let body: Vec<_> = lengths.iter().map(|lines| han(27 * lines - 10)).collect();
    let document = project.document(&issue_of(&body.join("\n\n")));
    let count = |page: usize| {
        let text = lines(&document.pages[page]);
        text.iter().filter(|line| line.contains('国')).count()
    };
    (count(1), count(2))
}

#[test]
fn layout_lone_lines_are_kept_company_on_request() {
    let allow = Project::new(PUBLICATION);
    let avoid = Project::new(&format!("{PUBLICATION}[text]\nlone_lines = \"avoid\"\n"));
    // Eighteen lines fit under the title; the second paragraph has four.
    assert_eq!(paragraphs(&allow, &[15, 4]), (18, 1));
    assert_eq!(paragraphs(&avoid, &[15, 4]), (17, 2));
    assert_eq!(paragraphs(&allow, &[17, 4]), (18, 3));
    assert_eq!(paragraphs(&avoid, &[17, 4]), (17, 4));
    assert_eq!(paragraphs(&allow, &[14, 4]), (18, 0));
    assert_eq!(paragraphs(&avoid, &[14, 4]), (18, 0));
}

/// Two articles: the first of so many lines of text, the second short.
fn second_title_after(first: usize) -> Document {
    let article = |title: &str, body: &str| {
        format!("[[article]]\ncolumn = \"要闻\"\ntitle = \"{title}\"\nbody = '''\n{body}\n'''\n")
    };
    let (one, two) = (article("一题", &han(27 * first - 10)), article("二题", &han(27 * 3)));
    Project::new(PUBLICATION).document(&format!("{HEAD}\n{one}{two}"))
}

#[test]
fn layout_title_keeps_two_lines_of_its_text() {
    let on_second_page = |first: usize| lines(&second_title_after(first).pages[1]).contains(&"二题".to_owned());
    // 4 lines of lead title and 13 of text leave 5: blank, title, blank, two lines.
    assert!(on_second_page(13));
    assert!(!on_second_page(14));
    let document = second_title_after(14);
    assert_eq!(lines(&document.pages[2])[0], "二题");
    // At a page's top the blank line above goes.
    assert_eq!(runs(&document.pages[2]).next().unwrap().line, 1);
}

/// The last lines of page two and the first of page three, for a brief whose last line ends page two.
fn byline_at_page_end(last_line: usize, unit: &str) -> (String, String) {
    let body = format!("{}\n\n{}", han(27 * 20 - 10), han(last_line));
    let issue = format!("{HEAD}\n[[brief]]\nunit = \"{unit}\"\nbody = '''\n{body}\n'''\n");
    let document = Project::new(PUBLICATION).document(&issue);
    (lines(&document.pages[1]).pop().unwrap(), lines(&document.pages[2])[0].clone())
}

#[test]
fn layout_byline_at_a_page_end_runs_on_or_takes_a_line_along() {
    // One line of heading, twenty of text, and the last paragraph on the page's last line.
    let (last, next) = byline_at_page_end(10, "办公室");
    assert_eq!(last, format!("{}（办公室）", han(10)));
    assert_eq!(next, "本期责任编辑：某人");
    let (last, next) = byline_at_page_end(24, "办公室");
    assert_eq!(next, han(24), "no room beside it: the line goes over with the byline");
    assert!(last.contains('国'));
}

#[test]
fn layout_long_byline_turns_between_its_parts() {
    let authors: Vec<_> = (0..12).map(|order| format!("\"第{order}某人\"")).collect();
    let issue =
        format!("{HEAD}\n[[brief]]\nunit = \"办公室\"\nauthors = [{}]\nbody = \"正文。\"\n", authors.join(", "));
    let document = Project::new(PUBLICATION).document(&issue);
    let text = lines(&document.pages[1]);
    let byline: Vec<_> = text.iter().filter(|line| line.contains("某人") && !line.contains("责任")).collect();
    assert_eq!(byline.len(), 3, "{byline:?}");
    assert!(byline[0].starts_with("（办公室第0某人") && byline[2].ends_with("第11某人）"));
    let ends = document.pages[1].items.iter().filter_map(|item| match item {
        Item::Glyphs(run) if run.text.ends_with('）') => Some(run),
        _ => None,
    });
    let run = ends.collect::<Vec<_>>().pop().unwrap();
    let end = run.origin.x + run.glyphs.last().unwrap().x + Length::pt(16.0);
    assert_eq!(mm(end), 26.0 + 156.0);
}

#[test]
fn layout_short_names_are_spaced_by_position() {
    let issue = format!("{HEAD}\n[[brief]]\nunit = \"办公室\"\nauthors = [\"叶蓁\"]\nbody = \"正文。\"\n");
    let document = Project::new(PUBLICATION).document(&issue);
    let run = runs(&document.pages[1]).find(|run| run.text.contains("叶蓁")).unwrap();
    assert_eq!(run.text, "（办公室叶蓁）");
    let steps: Vec<_> = run.glyphs.windows(2).map(|pair| (pair[1].x - pair[0].x).to_pt() / 16.0).collect();
    assert_eq!(steps, [1.0, 1.0, 1.0, 2.0, 2.0, 1.0]);
}

#[test]
fn layout_contents_page_numbers_stand_behind_leaders() {
    let document = issue_709_with("[contents]\npage_numbers = true\n");
    let page = &document.pages[0];
    let numbers: Vec<_> =
        lines(page).iter().filter_map(|line| line.rsplit_once('·').map(|(_, number)| number.to_owned())).collect();
    assert_eq!(numbers, ["2", "4", "5", "7", "8", "10", "12"]);
    let ends: Vec<_> = runs(page)
        .filter(|run| run.tag == Tag::Artifact(Artifact::Leader))
        .map(|run| run.origin.x + run.glyphs.last().unwrap().x)
        .collect();
    assert!(ends.len() == 7 && ends.iter().all(|end| *end == ends[0]), "leaders end in one place");
}

#[test]
fn layout_long_contents_go_on_to_the_next_page() {
    let article =
        |order: usize| format!("[[article]]\ncolumn = \"要闻\"\ntitle = \"第{order}题\"\nbody = \"正文。\"\n");
    let articles: String = (0..30).map(article).collect();
    let document = Project::new(PUBLICATION).document(&format!("{HEAD}\n{articles}"));
    assert_eq!(lines(&document.pages[0]).last().unwrap(), "第11题");
    assert_eq!(lines(&document.pages[1])[0], "第12题");
    assert_eq!(lines(&document.pages[2])[0], "第0题");
}

#[test]
fn layout_masthead_shrinks_to_the_measure() {
    let project = Project::new(&PUBLICATION.replace("某地人大信息", "某某省某某市人民代表大会常务委员会公报"));
    let document = project.document(&issue_of("正文。"));
    let run = runs(&document.pages[0]).next().unwrap();
    assert_eq!(run.text.chars().count(), 19);
    let room = Length::mm(156.0) - Length::pt(32.0);
    let width = run.glyphs.last().unwrap().x + run.size;
    assert!((width - room).units().abs() <= 20, "{width:?} {room:?}");
}

#[test]
fn layout_merged_issue_names_both_numbers() {
    let issue =
        issue_of("正文。").replace("number = 1", "number = [3, 4]").replace("serial = 1", "serial = [709, 710]");
    let document = Project::new(PUBLICATION).document(&issue);
    assert_eq!(lines(&document.pages[0])[2], "第3、4期合刊（总第709、710期）");
}

#[test]
fn layout_tiers_hang_behind_their_labels() {
    let tiers = "[[recipients]]\nlabel = \"报：\"\ngroups = [\"甲。\"]\n[[recipients]]\nlabel = \"抄送：\"\ngroups = [\"乙，\", \"丙。\"]\n";
    let document = Project::new(&format!("{PUBLICATION}{tiers}")).document(&issue_of("正文。"));
    let text = lines(&document.pages[1]);
    assert_eq!(text[2..], ["报：甲。", "抄送：乙，", "丙。", "本期责任编辑：某人"]);
    let x = |word: &str| runs(&document.pages[1]).find(|run| run.text == word).unwrap().origin.x;
    assert_eq!(x("乙，"), x("丙。"));
    assert_eq!(x("甲。"), x("丙。") - Length::pt(14.0));
}

#[test]
fn layout_what_has_no_room_beside_goes_below() {
    let long = PUBLICATION
        .replace("某地人大编", "某某省某某市人民代表大会常务委员会办公厅编")
        .replace("\"要闻\"", "\"重要新闻速递\"");
    let project = Project::new(&format!("telephone = \"(0571)12345678、(0571)12345679、(0571)12345670\"\n{long}"));
    let issue = issue_of("正文。")
        .replace("\"某人\"", "\"某某某、某某某、某某某、某某某\"")
        .replace("\"要闻\"", "\"重要新闻速递\"");
    let document = project.document(&issue);
    let head = lines(&document.pages[0]);
    assert_eq!(head[3..5], ["某某省某某市人民代表大会常务委员会办公厅编", "2025年1月2日"]);
    assert_eq!(head[6..8], ["重要新闻速递", "题"]);
    let foot = lines(&document.pages[1]);
    assert_eq!(foot.len(), 4);
    assert!(foot[2].starts_with("本期责任编辑：") && foot[3].starts_with("电话："));
}

#[test]
fn layout_headings_have_their_faces_and_keep_lines_of_text() {
    let project = Project::new(PUBLICATION);
    let body = "# 一、黑体\n\n## （一）楷体\n\n### 1.仿宋\n\n## （二）接排。\n正文。";
    let document = project.document(&issue_of(body));
    let face = |word: &str| {
        let run = runs(&document.pages[1]).find(|run| run.text.contains(word)).unwrap();
        document.faces[run.face.index()].clone()
    };
    assert_eq!(face("黑体"), "FandolHei-Regular");
    assert_eq!(face("楷体"), "FandolKai-Regular");
    assert_eq!(face("仿宋"), "FandolFang-Regular");
    assert_eq!(face("接排"), "FandolKai-Regular");
    // Eighteen lines under the title: a heading on the last or last but one goes over with its text.
    for (lines_before, on_second_page) in [(14, true), (15, true), (16, false), (17, false)] {
        let body = format!("{}\n\n# 一、题目\n\n{}", han(27 * lines_before - 10), han(27 * 4));
        let document = project.document(&issue_of(&body));
        let found = lines(&document.pages[1]).contains(&"一、题目".to_owned());
        assert_eq!(found, on_second_page, "{lines_before}");
    }
}

#[test]
fn layout_lists_hang_and_quotations_stand_in() {
    let body = format!("1. {}\n2. 短\n\n> {}", han(40), han(40));
    let document = Project::new(PUBLICATION).document(&issue_of(&body));
    let left = Length::mm(26.0);
    let em = |run: &GlyphRun| ((run.origin.x - left).to_pt() / 16.0 * 10.0).round() / 10.0;
    let xs: Vec<_> = runs(&document.pages[1]).filter(|run| (4..20).contains(&run.line)).map(em).collect();
    // Label, its text, the text's second line; label, text; the quotation's indent and its second line.
    assert_eq!(xs, [2.0, 3.5, 3.5, 2.0, 3.5, 4.0, 2.0], "{xs:?}");
}

#[test]
fn layout_emphasis_dots_stand_under_characters_only() {
    let document = Project::new(PUBLICATION).document(&issue_of("要*抓，好*落实"));
    let discs = document.pages[1].items.iter().filter(|item| matches!(item, Item::Disc(_))).count();
    assert_eq!(discs, 2);
}
