//! Streams deflated by libdeflate, where that makes them smaller.

use libdeflater::{CompressionLvl, Compressor};
use lopdf::Object;

/// Level 6 is where the files stop getting much smaller: fonts are most of them.
const LEVEL: i32 = 6;

/// Deflates every stream that is not yet encoded and may be: metadata stays readable to any program.
pub(super) fn streams(file: &mut lopdf::Document) -> anyhow::Result<()> {
    let level = CompressionLvl::new(LEVEL).map_err(|_| anyhow::anyhow!("deflate level {LEVEL}"))?;
    let mut compressor = Compressor::new(level);
    for object in file.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if stream.dict.has(b"Filter") || !stream.allows_compression {
            continue;
        }
        let mut deflated = vec![0; compressor.zlib_compress_bound(stream.content.len())];
        let length = compressor.zlib_compress(&stream.content, &mut deflated)?;
        deflated.truncate(length);
        if deflated.len() < stream.content.len() {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(deflated);
        }
    }
    Ok(())
}
