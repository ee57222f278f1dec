//! Exact lengths: whole units of 1/65536 pt, so that "does it fit" has one answer on every machine.
//!
//! Measures come in three kinds (mm for the sheet, pt for type, em for what goes with the type) and
//! all become [`Length`]. x grows to the right and y downward, both from the top left corner of the
//! trimmed sheet (成品幅面).

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// Units in one point, and in one em.
const UNITS: i64 = 65_536;

/// A length in whole 1/65536 pt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(i64);

impl Length {
    /// No length at all.
    pub const ZERO: Self = Self(0);

    /// A length of so many 1/65536 pt.
    #[must_use]
    pub const fn from_units(units: i64) -> Self {
        Self(units)
    }

    /// The length in 1/65536 pt.
    #[must_use]
    pub const fn units(self) -> i64 {
        self.0
    }

    /// A length in points, rounded to the nearest unit.
    #[must_use]
    pub fn pt(points: f64) -> Self {
        Self((points * UNITS as f64).round() as i64)
    }

    /// A length in millimetres, rounded to the nearest unit.
    #[must_use]
    pub fn mm(millimetres: f64) -> Self {
        Self::pt(millimetres * 72.0 / 25.4)
    }

    /// The length in points, for a writer's numbers.
    #[must_use]
    pub fn to_pt(self) -> f64 {
        self.0 as f64 / UNITS as f64
    }

    /// The length in millimetres, for messages.
    #[must_use]
    pub fn to_mm(self) -> f64 {
        self.to_pt() * 25.4 / 72.0
    }

    /// The length times `num / den`, rounded to the nearest unit; `den` must not be 0.
    #[must_use]
    #[inline]
    pub fn scale(self, num: i64, den: i64) -> Self {
        Self(mul_div(self.0, num, den))
    }

    /// The product of two lengths, for comparing ratios without dividing.
    #[must_use]
    pub fn times(self, other: Self) -> i128 {
        i128::from(self.0) * i128::from(other.0)
    }

    /// The greater of the two.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Ord::max(self, other)
    }

    /// The lesser of the two.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Ord::min(self, other)
    }
}

/// `a * num / den`, rounded half away from zero; where 64 bits do not hold the product, 128 do.
#[inline]
fn mul_div(a: i64, num: i64, den: i64) -> i64 {
    let Some(product) = a.checked_mul(num) else { return mul_div_wide(a, num, den) };
    let Some(quotient) = product.checked_div(den) else { return mul_div_wide(a, num, den) };
    let rest = (product % den).unsigned_abs();
    if rest < den.unsigned_abs().div_ceil(2) {
        return quotient;
    }
    if (product < 0) == (den < 0) { quotient + 1 } else { quotient - 1 }
}

/// The same in 128 bits, so that nothing overflows; many times as slow, and so never done ahead of need.
#[cold]
#[inline(never)]
fn mul_div_wide(a: i64, num: i64, den: i64) -> i64 {
    let product = i128::from(a) * i128::from(num);
    let den = i128::from(den);
    let half = den.abs() / 2;
    let rounded =
        if (product < 0) == (den < 0) { product + half * den.signum() } else { product - half * den.signum() };
    (rounded / den) as i64
}

impl Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Length {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<i64> for Length {
    type Output = Self;
    fn mul(self, factor: i64) -> Self {
        Self(self.0 * factor)
    }
}

impl Div<i64> for Length {
    type Output = Self;
    fn div(self, divisor: i64) -> Self {
        Self(mul_div(self.0, 1, divisor))
    }
}

impl AddAssign for Length {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl SubAssign for Length {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Self::add)
    }
}

/// A width in em (全角) of a size not yet named, in whole 1/65536 em.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Em(i64);

impl Em {
    /// No width.
    pub const ZERO: Self = Self(0);
    /// A quarter em (四分).
    pub const QUARTER: Self = Self(UNITS / 4);
    /// Half an em (半角).
    pub const HALF: Self = Self(UNITS / 2);
    /// One em (全角).
    pub const ONE: Self = Self(UNITS);

    /// So many em, rounded to the nearest 1/65536.
    #[must_use]
    pub fn new(em: f64) -> Self {
        Self((em * UNITS as f64).round() as i64)
    }

    /// The width as a length at a size.
    #[must_use]
    #[inline]
    pub fn at(self, size: Length) -> Length {
        size.scale(self.0, UNITS)
    }

    /// The width in em, for messages.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / UNITS as f64
    }
}

impl Add for Em {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Em {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

/// A number of grid lines (行), in whole 1/65536 line: titles may take one and a half.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lines(i64);

impl Lines {
    /// So many lines, rounded to the nearest 1/65536.
    #[must_use]
    pub fn new(lines: f64) -> Self {
        Self((lines * UNITS as f64).round() as i64)
    }

    /// The least whole number of lines that holds them.
    #[must_use]
    pub fn ceil(self) -> usize {
        usize::try_from((self.0 + UNITS - 1).div_euclid(UNITS)).unwrap_or(0)
    }

    /// The height of these lines where one line is `pitch` high.
    #[must_use]
    pub fn at(self, pitch: Length) -> Length {
        pitch.scale(self.0, UNITS)
    }
}

impl Add for Lines {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Mul<usize> for Lines {
    type Output = Self;
    fn mul(self, count: usize) -> Self {
        Self(self.0 * count as i64)
    }
}

/// A place on a sheet, from its trimmed top left corner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Point {
    /// Distance from the left edge.
    pub x: Length,
    /// Distance from the top edge.
    pub y: Length,
}

/// An upright rectangle on a sheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Rect {
    /// Left edge.
    pub x: Length,
    /// Top edge.
    pub y: Length,
    /// Width.
    pub width: Length,
    /// Height.
    pub height: Length,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_mm_and_pt_agree_on_an_inch() {
        assert_eq!(Length::mm(25.4), Length::pt(72.0));
    }

    #[test]
    fn length_scale_rounds_half_away_from_zero() {
        assert_eq!(Length::from_units(3).scale(1, 2).units(), 2);
        assert_eq!(Length::from_units(-3).scale(1, 2).units(), -2);
        assert_eq!(Length::from_units(3).scale(-1, 2).units(), -2);
    }

    #[test]
    fn length_scale_is_the_same_in_64_bits_as_in_128() {
        let numbers = [0, 1, -1, 2, 3, -3, 5, 7, 32_767, 32_768, -65_536, 65_537, 1_048_576, i64::MAX / 3, i64::MIN];
        for a in numbers {
            for num in numbers {
                for den in numbers.into_iter().filter(|den| *den != 0) {
                    assert_eq!(mul_div(a, num, den), mul_div_wide(a, num, den), "{a} * {num} / {den}");
                }
            }
        }
    }

    #[test]
    fn em_needs_a_size() {
        assert_eq!(Em::HALF.at(Length::pt(16.0)), Length::pt(8.0));
    }

    #[test]
    fn lines_round_up_to_whole_ones() {
        assert_eq!((Lines::new(1.0) + Lines::new(1.5) * 2 + Lines::new(1.0)).ceil(), 5);
        assert_eq!((Lines::new(1.0) + Lines::new(1.5) + Lines::new(1.0)).ceil(), 4);
    }
}
