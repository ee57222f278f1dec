//! In what a file is written that is not UTF-8; and what of a UTF-8 file another program may stumble over.
//!
//! Only encodings in which Chinese offices' programs save text are told apart: GB 18030 (and its subsets GBK and
//! GB 2312), and UTF-16 with its mark. A detector for every encoding of the web would name some of them falsely.

use crate::diagnostic::{Code, Diagnostic, Edit, FileId, Place, Sink};
use encoding_rs::{DecoderResult, GB18030};

/// Of this many bytes the encoding is told.
const LOOKED_AT: usize = 1 << 16;

/// The word of the message for what bytes that are no UTF-8 seem to be.
pub(super) fn name(bytes: &[u8]) -> &'static str {
    if bytes.starts_with(&[0xff, 0xfe, 0, 0]) || bytes.starts_with(&[0, 0, 0xfe, 0xff]) {
        return "utf32";
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return "utf16";
    }
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    if start.contains(&0) {
        return "binary";
    }
    if is_broken_utf8(bytes) {
        return "broken";
    }
    if is_gb18030(start) { "gb18030" } else { "unknown" }
}

/// Whether bytes are UTF-8 but for a few of them, as a program leaves it that cuts a text in the middle of a character.
fn is_broken_utf8(bytes: &[u8]) -> bool {
    let (mut broken, mut sound) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        broken += usize::from(!chunk.invalid().is_empty());
        sound += chunk.valid().chars().filter(|ch| !ch.is_ascii()).count();
    }
    sound > broken * 10
}

/// Whether bytes are Chinese text in GB 18030: all of them characters, and nearly all beyond ASCII han or
/// fullwidth marks.
fn is_gb18030(bytes: &[u8]) -> bool {
    let mut text = String::with_capacity(bytes.len() * 2);
    // The bytes may end inside a character.
    let decoded =
        GB18030.new_decoder_without_bom_handling().decode_to_string_without_replacement(bytes, &mut text, false);
    let beyond = || text.chars().filter(|ch| !ch.is_ascii());
    let is_chinese = |ch: &char| matches!(ch, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}' | '“' | '”' | '—' | '…' | '·');
    let chinese = beyond().filter(is_chinese).count();
    matches!(decoded.0, DecoderResult::InputEmpty) && chinese > 0 && chinese * 10 >= beyond().count() * 9
}

/// The command that writes a file anew in UTF-8, as a shell takes it.
pub(super) fn command(encoding: &str, path: &str) -> String {
    let quoted = |path: &str| {
        let is_plain = |ch: char| ch.is_alphanumeric() || matches!(ch, '/' | '.' | '_' | '-');
        if path.chars().all(is_plain) { path.to_owned() } else { format!("'{}'", path.replace('\'', "'\\''")) }
    };
    let from = match encoding {
        "utf16" => "UTF-16",
        "utf32" => "UTF-32",
        _ => "GB18030",
    };
    // A path that begins with a hyphen would be taken for an option.
    let path = if path.starts_with('-') { format!("./{path}") } else { path.to_owned() };
    let (path, new) = (quoted(&path), quoted(&format!("{path}.utf8")));
    format!("iconv -f {from} -t UTF-8 {path} > {new} && mv {new} {path}")
}

/// Tells of a byte order mark, and of line ends of two kinds.
pub(super) fn advise(file: FileId, text: &str, sink: &mut Sink) {
    if text.starts_with('\u{feff}') {
        let place = Place::new(file, 0..'\u{feff}'.len_utf8());
        sink.push(Diagnostic::new(Code::ByteOrderMark, place).fixed_by(Edit::new(place, "")));
    }
    let ends: Vec<_> = text.match_indices('\n').map(|(at, _)| (at, text[..at].ends_with('\r'))).collect();
    let crlf = ends.iter().filter(|(_, is_crlf)| *is_crlf).count();
    let lf = ends.len() - crlf;
    if crlf == 0 || lf == 0 {
        return;
    }
    // Told where the first stands of those that are fewer.
    let fewer = crlf <= lf;
    if let Some((at, _)) = ends.iter().find(|(_, is_crlf)| *is_crlf == fewer) {
        let place = Place::new(file, at - usize::from(fewer)..at + 1);
        let diagnostic = Diagnostic::new(Code::MixedLineEnds, place);
        sink.push(diagnostic.with("crlf", crlf.to_string()).with("lf", lf.to_string()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encoding_of_chinese_text_is_recognised() {
        let text = "title = \"某区：工作有新进展\"\n正文，“引文”——完。\n";
        let (bytes, _, _) = GB18030.encode(text);
        assert_eq!(name(&bytes), "gb18030");
        assert_eq!(name(&bytes[..bytes.len() - 4]), "gb18030");
        assert_eq!(name(&[0xff, 0xfe, b'a', 0]), "utf16");
        assert_eq!(name(&[0xff, 0xfe, 0, 0, b'a', 0, 0, 0]), "utf32");
        assert_eq!(name(&[text.as_bytes(), b"\xff", text.as_bytes()].concat()), "broken");
        assert_eq!(name(b"\x89PNG\r\n\0\0"), "binary");
        assert_eq!(name(b"caf\xe9\n"), "unknown");
        assert_eq!(name(&[0xff; 40]), "unknown");
    }

    #[test]
    fn encoding_command_takes_any_name() {
        let expected = "iconv -f GB18030 -t UTF-8 '/a b.toml' > '/a b.toml.utf8' && mv '/a b.toml.utf8' '/a b.toml'";
        assert_eq!(command("gb18030", "/a b.toml"), expected);
        assert_eq!(
            command("utf16", "期.toml"),
            "iconv -f UTF-16 -t UTF-8 期.toml > 期.toml.utf8 && mv 期.toml.utf8 期.toml"
        );
    }
}
