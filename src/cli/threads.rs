//! The threads that work side by side.

use super::heap;
use rayon::ThreadPoolBuilder;
use std::sync::Once;

/// Begins the threads, of which this one is the first: called by the thread that runs the command when there is work for
/// others. A thread that was begun earlier would sleep by then, and take longer to wake than a new one to begin.
pub(super) fn begin() {
    static BEGUN: Once = Once::new();
    BEGUN.call_once(|| {
        // Where they are there already, they stay as they are.
        let threads = ThreadPoolBuilder::new().use_current_thread().start_handler(|_| heap::prepare_thread());
        let _ = threads.build_global();
    });
}
