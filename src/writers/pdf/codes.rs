//! What a font of the file says of its codes, which are counted from 1: how wide the glyphs are, and what text each
//! stands for.

use lopdf::Object;

/// So many alike in a row are written as a range.
const ROW: usize = 4;

/// Widths in 1/1000 em, as a font has them: a row of like ones as a range, all others one by one.
///
/// Source: ISO 32000-1 9.7.4.3.
pub(super) fn widths(widths: &[i64]) -> Vec<Object> {
    let mut entries = Vec::new();
    let mut singles: Vec<Object> = Vec::new();
    let mut next = 1;
    for row in widths.chunk_by(|a, b| a == b) {
        let first = next;
        next += row.len() as i64;
        if row.len() < ROW {
            if singles.is_empty() {
                entries.push(Object::Integer(first));
            }
            singles.extend(row.iter().map(|width| Object::Integer(*width)));
            continue;
        }
        if !singles.is_empty() {
            entries.push(Object::Array(std::mem::take(&mut singles)));
        }
        entries.extend([first, next - 1, row[0]].map(Object::Integer));
    }
    if !singles.is_empty() {
        entries.push(Object::Array(singles));
    }
    entries
}

/// What stands before the table of characters.
const HEAD: &[u8] = b"/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
";

/// What stands behind it.
const FOOT: &[u8] = b"endcmap
CMapName currentdict /CMap defineresource pop
end
end
";

/// A block of the table holds no more.
const BLOCK: usize = 100;

/// U+FEFF, which no code may stand for (ISO 19005-2 6.2.11.7.2, ISO 14289-1 7.21.7), and U+2060, which means the same inside
/// a text.
const BYTE_ORDER_MARK: u16 = 0xfeff;
const WORD_JOINER: u16 = 0x2060;

/// The map from codes to texts.
///
/// Source: ISO 32000-1 9.10.3; the blocks are those of Adobe Technical Note 5014.
pub(super) fn characters(texts: &[&str]) -> Vec<u8> {
    let mut map = Vec::with_capacity(HEAD.len() + FOOT.len() + texts.len() * 16);
    map.extend(HEAD);
    let mut code = 0_u16;
    for block in texts.chunks(BLOCK) {
        map.extend(format!("{} beginbfchar\n", block.len()).as_bytes());
        for text in block {
            code += 1;
            map.push(b'<');
            map.extend_from_slice(&hexadecimal(code));
            map.extend_from_slice(b"> <");
            for unit in text.encode_utf16() {
                map.extend_from_slice(&hexadecimal(if unit == BYTE_ORDER_MARK { WORD_JOINER } else { unit }));
            }
            map.extend_from_slice(b">\n");
        }
        map.extend(b"endbfchar\n");
    }
    map.extend(FOOT);
    map
}

/// A number in four digits.
fn hexadecimal(number: u16) -> [u8; 4] {
    let digit = |shift: u16| b"0123456789ABCDEF"[usize::from(number >> shift & 15)];
    [digit(12), digit(8), digit(4), digit(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_widths_in_a_row_are_a_range() {
        let integers = |numbers: &[i64]| numbers.iter().copied().map(Object::Integer).collect::<Vec<_>>();
        let single = |first: i64, widths: &[i64]| vec![Object::Integer(first), Object::Array(integers(widths))];
        assert_eq!(widths(&[]), vec![]);
        assert_eq!(widths(&[1000; 5]), integers(&[1, 5, 1000]));
        let written = widths(&[500, 250, 250, 1000, 1000, 1000, 1000, 600, 700]);
        assert_eq!(written, [single(1, &[500, 250, 250]), integers(&[4, 7, 1000]), single(8, &[600, 700])].concat());
    }

    #[test]
    fn texts_are_told_in_utf_16() {
        let map = String::from_utf8(characters(&["一", "ffi", "𠮷"])).unwrap();
        assert!(map.contains("3 beginbfchar\n<0001> <4E00>\n<0002> <006600660069>\n<0003> <D842DFB7>\nendbfchar\n"));
    }

    #[test]
    fn no_code_stands_for_a_byte_order_mark() {
        let map = String::from_utf8(characters(&["\u{feff}", "一\u{feff}"])).unwrap();
        assert!(map.contains("<0001> <2060>\n<0002> <4E002060>\n"), "{map}");
    }

    #[test]
    fn blocks_hold_a_hundred() {
        let map = String::from_utf8(characters(&["一"; 201])).unwrap();
        assert_eq!(map.matches("100 beginbfchar\n").count(), 2);
        assert!(map.contains("1 beginbfchar\n<00C9> <4E00>\nendbfchar\nendcmap"));
    }
}
