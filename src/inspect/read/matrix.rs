//! Affine maps of a page's space.

/// `[a b c d e f]` as the file writes it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This map, then the other.
    pub(super) fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [oa, ob, oc, od, oe, of]) = (self.0, other.0);
        Self([
            a * oa + b * oc,
            a * ob + b * od,
            c * oa + d * oc,
            c * ob + d * od,
            e * oa + f * oc + oe,
            e * ob + f * od + of,
        ])
    }

    pub(super) fn apply(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// Whether what is upright stays upright, and reads from left to right.
    pub(super) fn is_upright(self) -> bool {
        let [a, b, c, d, ..] = self.0;
        a > 0.0 && d > 0.0 && b.abs() < a * 1e-3 && c.abs() < d * 1e-3
    }

    /// How much longer a vertical stroke becomes.
    pub(super) fn height_scale(self) -> f64 {
        self.0[2].hypot(self.0[3])
    }
}
