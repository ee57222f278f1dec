//! The marks of a body: headings, lists, quotations, emphasis.
//!
//! | written | is |
//! | --- | --- |
//! | `# 一、标题` to `#### （1）标题` at a paragraph's start | a heading of level 1 to 4, numbered as written; text on the next line runs in behind it |
//! | `- 项` or `1. 项` on each line of a paragraph | a list |
//! | `> 引文` on each line of a paragraph | a quotation |
//! | `**词**` | emphasis by another face |
//! | `*词*` | emphasis dots |
//! | a backslash before a star, or before a block's mark at a line's start | the mark as a character |

use super::emphasis::inline;
use super::value::lines_of;
use crate::model::text::join_lines;
use crate::model::{Block, ListItem, Mark, Text};

/// What stands before the text of a bulleted item.
const BULLET: &str = "●";

/// The blocks of a body, parted by blank lines, and where a mark begins another block.
pub(super) fn blocks(body: &Text) -> Vec<Block> {
    let lines = lines_of(body);
    let paragraphs = lines.split(Text::is_empty).filter(|lines| !lines.is_empty());
    let mut blocks: Vec<Block> = Vec::new();
    for (kind, lines) in paragraphs.flat_map(parted) {
        match (block(kind, lines), blocks.last_mut()) {
            // Quotations that follow each other are one.
            (Block::Quote(more), Some(Block::Quote(paragraphs))) => paragraphs.extend(more),
            (block, _) => blocks.push(block),
        }
    }
    blocks
}

/// The lines of a body that are a mark with nothing behind it: it would be printed, or hide that the body is empty.
/// A lone `>` parts two paragraphs of a quotation, and counts only where there is none.
pub(super) fn bare_marks(body: &Text) -> Vec<Text> {
    let lines = lines_of(body);
    let is_quoted = |line: &Text| line.as_str().starts_with('>') && line.as_str() != ">";
    let mut bare = Vec::new();
    for paragraph in lines.split(Text::is_empty) {
        let has_quotation = paragraph.iter().any(is_quoted);
        bare.extend(paragraph.iter().filter(|line| match line.as_str() {
            ">" => !has_quotation,
            "-" | "#" | "##" | "###" | "####" => true,
            text => text.strip_suffix('.').is_some_and(|figures| {
                (1..=3).contains(&figures.len()) && figures.bytes().all(|byte| byte.is_ascii_digit())
            }),
        }));
    }
    bare.into_iter().cloned().collect()
}

/// What a line begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begins {
    Nothing,
    Heading,
    Item,
    Quote,
}

/// The lines of a paragraph in the blocks that their marks begin; a line without a mark goes on with the
/// block before.
fn parted(lines: &[Text]) -> Vec<(Begins, &[Text])> {
    let begins = |line: &Text| match line.as_str() {
        text if heading(text).is_some() => Begins::Heading,
        text if text.starts_with('>') => Begins::Quote,
        text if label(text).is_some() => Begins::Item,
        _ => Begins::Nothing,
    };
    let mut parted: Vec<(Begins, &[Text])> = Vec::new();
    let mut start = 0;
    let mut kind = begins(&lines[0]);
    for (at, line) in lines.iter().enumerate().skip(1) {
        let next = begins(line);
        let goes_on = next == Begins::Nothing || (next == kind && kind != Begins::Heading);
        if !goes_on {
            parted.push((kind, &lines[start..at]));
            (start, kind) = (at, next);
        }
    }
    parted.push((kind, &lines[start..]));
    parted
}

/// The block that lines make.
fn block(kind: Begins, lines: &[Text]) -> Block {
    let lines: Vec<_> = lines.iter().map(unescaped).collect();
    let lines = lines.as_slice();
    match (kind, heading(lines[0].as_str())) {
        (Begins::Heading, Some((level, start))) => heading_block(lines, level, start),
        (Begins::Quote, _) => Block::Quote(quote(lines)),
        (Begins::Item, _) => Block::List(list(lines)),
        _ => Block::Paragraph(inline(&join_lines(lines))),
    }
}

/// A line without the backslash that takes the meaning of a block's mark at its start away.
fn unescaped(line: &Text) -> Text {
    let text = line.as_str();
    let is_mark = |ch: char| matches!(ch, '#' | '-' | '>') || ch.is_ascii_digit();
    let start = usize::from(text.strip_prefix('\\').is_some_and(|rest| rest.starts_with(is_mark)));
    line.slice(start..text.len())
}

/// The level of a heading and where its text starts.
fn heading(line: &str) -> Option<(u8, usize)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let text = line[level..].trim_start();
    let is_heading = (1..=4).contains(&level) && text.len() < line.len() - level && !text.is_empty();
    is_heading.then(|| (level as u8, line.len() - text.len()))
}

/// A heading by itself, or a paragraph that it runs in before.
fn heading_block(lines: &[Text], level: u8, start: usize) -> Block {
    let mut text = inline(&lines[0].slice(start..lines[0].as_str().len()));
    text.mark(0..text.as_str().len(), Mark::Heading(level));
    if lines.len() == 1 {
        return Block::Heading(text);
    }
    text.append(&inline(&join_lines(&lines[1..])));
    Block::Paragraph(text)
}

/// The paragraphs of a quotation; a line with nothing but the mark parts two.
fn quote(lines: &[Text]) -> Vec<Text> {
    let text_of = |line: &Text| {
        let text = line.as_str().strip_prefix('>').unwrap_or(line.as_str()).trim_start();
        line.slice(line.as_str().len() - text.len()..line.as_str().len())
    };
    let lines: Vec<_> = lines.iter().map(text_of).collect();
    let paragraphs = lines.split(Text::is_empty).filter(|lines| !lines.is_empty());
    paragraphs.map(|lines| inline(&join_lines(lines))).collect()
}

/// How many bytes of a line are its item's label and the blank behind it, and how many the label alone.
fn label(line: &str) -> Option<(usize, usize)> {
    let figures = line.bytes().take_while(u8::is_ascii_digit).count();
    let label = match line.as_bytes().get(figures) {
        Some(b'-') if figures == 0 => 1,
        Some(b'.') if (1..=3).contains(&figures) => figures + 1,
        _ => return None,
    };
    let text = line[label..].trim_start();
    let blank = line.len() - label - text.len();
    (blank > 0 && !text.is_empty()).then_some((label + blank, label))
}

/// The items of a list; a line without a label goes on with the item before.
fn list(lines: &[Text]) -> Vec<ListItem> {
    let mut items: Vec<(Text, Vec<Text>)> = Vec::new();
    for line in lines {
        let text = line.as_str();
        match (label(text), items.last_mut()) {
            (None, Some((_, lines))) => lines.push(line.clone()),
            (found, _) => {
                let (start, end) = found.unwrap_or((0, 0));
                let label = if text.starts_with('-') { Text::unplaced(BULLET) } else { line.slice(0..end) };
                items.push((label, vec![line.slice(start..text.len())]));
            }
        }
    }
    let item = |(label, lines): (Text, Vec<Text>)| ListItem { label, text: inline(&join_lines(&lines)) };
    items.into_iter().map(item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A mark begins its block also without a blank line before it.
    #[test]
    fn markup_begins_blocks_inside_a_paragraph() {
        let kinds = |body: &str| -> Vec<&str> {
            let kind = |block: &Block| match block {
                Block::Paragraph(_) => "text",
                Block::Heading(_) => "heading",
                Block::List(_) => "list",
                Block::Quote(_) => "quote",
            };
            blocks(&Text::unplaced(body)).iter().map(kind).collect()
        };
        assert_eq!(kinds("要求如下：\n- 一是\n- 二是"), ["text", "list"]);
        assert_eq!(kinds("# 一、总体要求\n1. 提高\n2. 压实"), ["heading", "list"]);
        assert_eq!(kinds("# 一、标题\n## （一）标题\n正文"), ["heading", "text"]);
        assert_eq!(kinds("会议指出：\n> 引文\n续引文"), ["text", "quote"]);
        assert_eq!(kinds("两行\n一段"), ["text"]);
        assert_eq!(kinds("不是\n\\- 列表\n\\1. 也不是"), ["text"]);
    }

    #[test]
    fn markup_of_blocks() {
        let body = "# 一、总体要求\n\n## （一）原则。\n坚持问题导向。\n\n- 甲\n- 乙\n  续乙\n\n1. 一\n2. 二\n\n> 引\n> 文\n\n\\# 正文\n\n1.加强领导";
        let blocks = blocks(&Text::unplaced(body));
        let [heading, run_in, bullets, numbers, quote, plain, numbered] = blocks.as_slice() else {
            panic!("{blocks:?}")
        };
        assert!(
            matches!(heading, Block::Heading(text) if text.as_str() == "一、总体要求" && text.marks_at(0).next() == Some(Mark::Heading(1)))
        );
        assert!(
            matches!(run_in, Block::Paragraph(text) if text.as_str() == "（一）原则。坚持问题导向。" && text.marks_at(18).next().is_none())
        );
        assert!(
            matches!(bullets, Block::List(items) if items.len() == 2 && items[1].text.as_str() == "乙续乙" && items[0].label.as_str() == "●")
        );
        assert!(matches!(numbers, Block::List(items) if items[1].label.as_str() == "2."));
        assert!(matches!(quote, Block::Quote(paragraphs) if paragraphs[0].as_str() == "引文"));
        assert!(matches!(plain, Block::Paragraph(text) if text.as_str() == "# 正文"));
        assert!(matches!(numbered, Block::Paragraph(text) if text.as_str() == "1.加强领导"));
    }
}
