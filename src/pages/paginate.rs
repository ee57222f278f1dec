//! Rows become pages: each page takes what fits; what must stay together goes over together.

use super::block::Row;

/// The rows of a page, each with the grid line on which it starts, from 0.
#[derive(Debug, Clone, Default)]
pub(super) struct PageRows {
    pub(super) rows: Vec<(usize, Row)>,
    /// Whether the page's number is not printed.
    pub(super) unnumbered: bool,
}

impl PageRows {
    /// Grid lines that are taken.
    pub(super) fn used(&self) -> usize {
        self.rows.iter().map(|(line, row)| line + row.height).max().unwrap_or(0)
    }
}

/// Divides rows into pages of so many grid lines.
pub(super) fn paginate(rows: Vec<Row>, capacity: usize) -> Vec<PageRows> {
    let mut paginator = Paginator { capacity, pages: vec![PageRows::default()], used: 0 };
    let mut chunk = Vec::new();
    for row in rows {
        let ends = !row.keep_with_next;
        chunk.push(row);
        if ends {
            paginator.place(std::mem::take(&mut chunk));
        }
    }
    if !chunk.is_empty() {
        paginator.place(chunk);
    }
    paginator.pages
}

struct Paginator {
    capacity: usize,
    pages: Vec<PageRows>,
    /// Grid lines taken on the last page.
    used: usize,
}

impl Paginator {
    /// Places rows that must stand on one page.
    fn place(&mut self, chunk: Vec<Row>) {
        let height: usize = chunk.iter().map(|row| row.height).sum();
        if self.used > 0 && self.used + height > self.capacity {
            if self.can_run_on(&chunk, height) {
                return self.put_run_on(chunk);
            }
            self.turn();
        }
        self.put(chunk);
    }

    /// Whether the chunk fits if its last row shares the line of the row before.
    ///
    /// Source: measured on issue 709, the end of page 3.
    fn can_run_on(&self, chunk: &[Row], height: usize) -> bool {
        let [.., before, last] = chunk else { return false };
        let Some(gap) = last.run_on_gap else { return false };
        self.used + height - last.height <= self.capacity && before.extent().1 + gap <= last.extent().0
    }

    fn put_run_on(&mut self, mut chunk: Vec<Row>) {
        let last = chunk.pop();
        self.put(chunk);
        if let (Some(last), Some(page)) = (last, self.pages.last_mut()) {
            page.rows.push((self.used - last.height, last));
        }
    }

    /// Puts rows one under the other, trimmed at a page's top; a chunk higher than a page is divided.
    fn put(&mut self, chunk: Vec<Row>) {
        for mut row in chunk {
            if self.used > 0 && self.used + row.height > self.capacity {
                self.turn();
            }
            if self.used == 0 {
                trim(&mut row);
            }
            if row.height == 0 && row.parts.is_empty() {
                continue;
            }
            let line = self.used;
            self.used += row.height;
            if let Some(page) = self.pages.last_mut() {
                page.rows.push((line, row));
            }
        }
    }

    fn turn(&mut self) {
        self.pages.push(PageRows::default());
        self.used = 0;
    }
}

/// Takes from a row what it gives up at a page's top.
fn trim(row: &mut Row) {
    use super::block::Part;
    row.height -= row.trim.lines;
    for part in &mut row.parts {
        match part {
            Part::Text(text) => text.strip.top -= row.trim.shift,
            Part::Rule { rect, .. } => rect.y -= row.trim.shift,
            Part::PageOf(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(count: usize, keep: &[usize]) -> Vec<Row> {
        (0..count)
            .map(|at| Row {
                height: 1,
                keep_with_next: keep.contains(&at),
                parts: vec![super::super::block::Part::rule(
                    crate::length::Length::ZERO,
                    crate::length::Length::ZERO,
                    crate::length::Length::ZERO,
                    crate::document::Colour::Black,
                )],
                ..Row::default()
            })
            .collect()
    }

    fn heights(pages: &[PageRows]) -> Vec<usize> {
        pages.iter().map(PageRows::used).collect()
    }

    #[test]
    fn paginate_fills_pages() {
        assert_eq!(heights(&paginate(rows(7, &[]), 3)), [3, 3, 1]);
    }

    #[test]
    fn paginate_keeps_rows_together() {
        assert_eq!(heights(&paginate(rows(5, &[2]), 3)), [2, 3]);
    }

    #[test]
    fn paginate_divides_what_is_higher_than_a_page() {
        assert_eq!(heights(&paginate(rows(5, &[0, 1, 2, 3]), 3)), [3, 2]);
    }

    #[test]
    fn paginate_drops_blank_lines_at_a_top() {
        let mut all = rows(3, &[]);
        all.push(Row::blank(1));
        all.extend(rows(1, &[]));
        assert_eq!(heights(&paginate(all, 3)), [3, 1]);
    }
}
