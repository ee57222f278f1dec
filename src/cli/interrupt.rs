//! Interrupts (Ctrl-C): what is being written is finished, nothing more is begun.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

static STOPPED: AtomicBool = AtomicBool::new(false);

/// What is called when the run is interrupted.
static CALL: Mutex<Option<Box<dyn Fn() + Send>>> = Mutex::new(None);

/// A sign that is set when the run is interrupted. A second interrupt ends the program at once.
pub(super) fn listen() -> &'static AtomicBool {
    // Where there can be no handler, an interrupt ends the program as it always did; a second one is not needed.
    let _ = ctrlc::set_handler(|| {
        if STOPPED.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
        if let Some(call) = &*CALL.lock().unwrap_or_else(PoisonError::into_inner) {
            call();
        }
    });
    &STOPPED
}

/// Has something called when the run is interrupted: for who waits, and looks at no sign.
pub(super) fn call(call: impl Fn() + Send + 'static) {
    *CALL.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(call));
}
