### Proofreading: words, orders, the issue against itself (from B0616)
