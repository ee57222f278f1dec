//! Streams deflated by libdeflate, where that makes them smaller.

use libdeflater::{CompressionLvl, Compressor};
use lopdf::{Object, Stream};
use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// Level 6 is where the files stop getting much smaller: fonts are most of them.
const LEVEL: i32 = 6;

/// Deflates every stream that is not yet encoded and may be: metadata stays readable to any program.
///
/// Streams are deflated side by side; what comes of one does not depend on the others.
pub(super) fn streams(file: &mut lopdf::Document) -> anyhow::Result<()> {
    let level = CompressionLvl::new(LEVEL).map_err(|_| anyhow::anyhow!("deflate level {LEVEL}"))?;
    let streams: Vec<_> = file.objects.values_mut().filter_map(open).collect();
    streams.into_par_iter().try_for_each_init(|| Compressor::new(level), deflate)
}

/// A stream that may be deflated.
fn open(object: &mut Object) -> Option<&mut Stream> {
    let Object::Stream(stream) = object else { return None };
    (!stream.dict.has(b"Filter") && stream.allows_compression).then_some(stream)
}

fn deflate(compressor: &mut Compressor, stream: &mut Stream) -> anyhow::Result<()> {
    let mut deflated = vec![0; compressor.zlib_compress_bound(stream.content.len())];
    let length = compressor.zlib_compress(&stream.content, &mut deflated)?;
    deflated.truncate(length);
    if deflated.len() < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(deflated);
    }
    Ok(())
}
