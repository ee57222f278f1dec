### Locks, and what verify says

cli-lock-taken = { $lock } is no lock and is not written over, so nothing was set; give the PDF another name, or move that file away
cli-output-is-lock = { $output } is the very file that the lock (.lock) is written to; give the PDF another name

cli-verify-about = Builds issues again and holds them against the locks written then: whether the PDF is still the same, which lines moved, which sources, faces and settings changed since; leaves sources, PDFs and locks as they are
cli-verify-usage = bulletin verify [options] <issue, folder or pattern>...
cli-verify-output = This file was written then (for one issue only)
cli-verify-folder = It was written to this folder; build if left out
cli-verify-examples =
    Examples:
      bulletin verify issues/709.toml                  builds issue 709 again and compares with build/709.lock
      bulletin verify issues/709.toml -o print.pdf     compares with print.lock
      bulletin verify issues/ --out-dir archive        compares every issue with those in archive/

    Exit codes: 0 the same; 1 not the same, or faults in the issue; 2 could not run

verify-same = { $lock }: the same. Built again by { $now }, the PDF is the same byte for byte
verify-same-file = { $lock }: the same. Set by { $was }, built again by { $now }, the PDF is the same byte for byte
verify-same-pages = { $lock }: the same. Set by { $was }, built again by { $now }, every line of every page is where it was (the PDF's bytes differ from version to version)
verify-differs = { $lock }: not the same. Set by { $was }, built again by { $now }:
verify-not-built = { $lock }: cannot be built now. Set by { $was }, built again by { $now }, there are faults in the issue, or faces are missing
verify-missing = There is no { $lock }: { $input } has not been built, or elsewhere; run bulletin build first, or name the place by -o or --out-dir
verify-no-lock = { $lock } is no lock
verify-other-form = { $lock } is a lock of another form ({ $more }), which this version cannot read; verify it by the version that wrote it
verify-damaged = { $lock } is not whole, or was changed; bring it back from a backup, or build again
verify-head-changed = the head of { $lock } (version, options, sources, faces) was changed and cannot be trusted; bring the lock back from a backup, or build again
verify-of-another = { $lock } is the lock of { $more }, not of { $input }
verify-unknown-option = { $lock } has an option that this version does not know, { $option }; verify it by the version that wrote it

verify-pdf-changed = { $pdf } is not the file that was written: it was changed since
verify-pdf-missing = { $pdf } is gone
verify-bytes = every line of every page is where it was, but the PDF's bytes differ
verify-other-dump = the page dumps of the two versions have different forms and cannot be compared line by line
verify-more-moves = and { $count } more
verify-no-line-moved = every line of every page is where it was

verify-source = changed source: { $name }
verify-source-gone = source that is gone: { $name }
verify-other-publication = it now belongs to another publication's file: { $name }
verify-no-publication = the publication's bulletin.toml is gone
verify-publication = changed settings of the publication: { $keys }
verify-publication-more = { $count } changed settings of the publication: { $keys } and so on
verify-publication-unknown = which settings of the publication hold now is not known, for the sources hold errors
verify-face = changed file of the face { $name }
verify-face-elsewhere = the face { $name } is no longer in the file it was in

spot-line = page { $page }, line { $line }
spot-lines = page { $page }, lines { $line } to { $last }
spot-outside = page { $page }, outside the type area
move-one = {" "}“{ $text }”
move-and-on = , “{ $text }” and on,
move-down = { $spot }{ $text } moved down by { $lines } line(s)
move-up = { $spot }{ $text } moved up by { $lines } line(s)
move-to = { $spot }{ $text } moved to { $to }
move-shifted = { $spot } “{ $text }” moved: { $right } mm to the right, { $down } mm down
move-spaced = { $spot } “{ $text }”: other spaces between the characters
move-dressed = { $spot } “{ $text }”: another face, size or colour
move-text = { $spot }: “{ $was }” became “{ $now }”
move-text-elsewhere = { $spot }: “{ $was }” became “{ $now }” on { $to }
move-gone = { $spot } “{ $text }” is gone
move-added = { $spot } “{ $text }” is new
move-pages = { $was } page(s) became { $now }
move-shapes = page { $page }: other rules or dots
move-sheet = page { $page } has another size
move-information = other information of the file: title, author, date or inks
move-structure = other tags (the file's structure)
move-outline = other bookmarks
move-unknown = something else in the page dump differs
