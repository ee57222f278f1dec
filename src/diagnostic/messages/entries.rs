//! A resource parted into its entries, so that of many hundred only those few are parsed that a run asks for.

/// The entries of a Fluent resource: the key of each, and its source, from the line that begins with the key to the
/// next such line.
pub(super) fn entries(resource: &str) -> impl Iterator<Item = (&str, &str)> {
    let begins_entry = |at: &usize| resource.as_bytes().get(*at).is_some_and(u8::is_ascii_alphabetic);
    let lines = std::iter::once(0).chain(memchr::memchr_iter(b'\n', resource.as_bytes()).map(|end| end + 1));
    let mut starts = lines.filter(begins_entry).peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        let source = &resource[start..starts.peek().copied().unwrap_or(resource.len())];
        let key = source.bytes().position(|byte| matches!(byte, b' ' | b'=')).map_or(source, |end| &source[..end]);
        Some((key, source))
    })
}
