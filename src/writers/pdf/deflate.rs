//! Streams deflated by libdeflate, where that makes them smaller.

use libdeflater::{CompressionLvl, Compressor};
use lopdf::{Object, Stream};
use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// How hard it is tried: glyph programs are packed by nature, and the other streams are small. For issue 709 level 6 would
/// take 4 ms more to save 5 kB of 525.
const LEVEL: i32 = 1;

/// Deflates every stream that is not yet encoded and may be: metadata stays readable to any program.
///
/// Streams are deflated side by side; what comes of one does not depend on the others.
pub(super) fn streams(file: &mut lopdf::Document) -> anyhow::Result<()> {
    let streams: Vec<_> = file.objects.values_mut().filter_map(open).collect();
    streams.into_par_iter().try_for_each(|stream| {
        if let Some(deflated) = deflated(&stream.content)? {
            put(stream, deflated);
        }
        Ok(())
    })
}

/// A stream that may be deflated.
fn open(object: &mut Object) -> Option<&mut Stream> {
    let Object::Stream(stream) = object else { return None };
    (!stream.dict.has(b"Filter") && stream.allows_compression).then_some(stream)
}

/// Gives a stream its content, deflated.
pub(super) fn put(stream: &mut Stream, deflated: Vec<u8>) {
    stream.dict.set("Filter", "FlateDecode");
    stream.set_content(deflated);
}

/// Bytes deflated; none if that makes them no smaller.
pub(super) fn deflated(bytes: &[u8]) -> anyhow::Result<Option<Vec<u8>>> {
    let level = CompressionLvl::new(LEVEL).map_err(|_| anyhow::anyhow!("deflate level {LEVEL}"))?;
    let mut compressor = Compressor::new(level);
    // What is no smaller is not wanted: the buffer need not hold it, and stays untouched behind what is written.
    let mut deflated = vec![0; bytes.len()];
    match compressor.zlib_compress(bytes, &mut deflated) {
        Ok(length) => {
            deflated.truncate(length);
            Ok(Some(deflated))
        }
        Err(libdeflater::CompressionError::InsufficientSpace) => Ok(None),
    }
}
