### Proofreading: marks, figures, spaces (from B0601)

B0606 = “{ $written }”: marks stand twice
    .remedy = keep one of them
    .why = GB/T 15834-2011 5.1.1
