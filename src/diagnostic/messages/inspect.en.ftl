### inspect: the conformance sheet of a PDF

## The command

cli-inspect-about = Read a PDF back and measure it by GB/T 9704 and the house style; any program's PDF will do
cli-inspect-usage = bulletin inspect [options] <PDF>
cli-inspect-input = the PDF to be inspected
cli-inspect-publication = measure by the format of this bulletin.toml (or of an issue); the default format without it
cli-inspect-json = print JSON, for programs
cli-inspect-examples =
    Examples:
      bulletin inspect build/709.pdf
      bulletin inspect word.pdf --publication issues/bulletin.toml
      bulletin inspect build/709.pdf --json

    Exit codes: 0 every clause is met, 1 some are not or could not be measured, 2 could not inspect
    What each clause means stands in docs/inspect.md
cli-inspect-unreadable = { $reason ->
        [no-pdf] { $input } is no PDF: it does not begin with %PDF-
        [locked] { $input } is encrypted and opens with a password only; inspect the file before it is encrypted
        [no-pages] { $input } has no page
        [too-much] a page of { $input } has more in it than any page of print; it was not inspected
        [too-large] { $input } is too large: a file may have { $most } MiB
       *[broken] { $input } is a PDF, but broken, and cannot be read; make it anew and inspect that
    }

## The sheet

inspect-title = { $file }, pages: { $pages }
inspect-column-verdict = verdict
inspect-column-clause = clause
inspect-column-source = source
inspect-column-asked = asked
inspect-column-measured = measured
inspect-house = house style
inspect-pages = {" "}(page { $pages })
inspect-pages-more = {" "}(page { $pages } and others, { $count } in all)
inspect-sum = { $pass } met, { $fail } not met, { $apart } not applicable, { $unknown } not measured
verdict-pass = met
verdict-fail = NOT MET
verdict-not-applicable = n/a
verdict-not-measured = NOT MEASURED

## The clauses

clause-sheet-size = sheet
clause-head-margin = head margin
clause-binding-margin = left margin (binding, fore-edge)
clause-type-area-width = type area's width
clause-type-area-height = type area's height
clause-type-area-kept = outside the type area
clause-lines-per-page = lines a page
clause-line-pitch = line pitch
clause-baselines-on-grid = lines on the grid
clause-characters-per-line = characters a line
clause-body-size = body size
clause-body-face = body face
clause-colour-spaces = colour spaces
clause-black = black
clause-red = red
clause-two-colours = number of colours
clause-transparency = transparency
clause-black-overprints = black overprints
clause-page-numbers = page numbers
clause-page-number-size = page number's size
clause-page-number-dashes = page number's dashes
clause-page-number-side = page number's side
clause-page-number-height = page number below the type area
clause-red-rule-thickness = red rule's thickness
clause-red-rule-length = red rule's length
clause-red-rule-colour = red rule's colour
clause-imprint-outer-rules = imprint's outer rules, thickness
clause-imprint-inner-rules = imprint's inner rules, thickness
clause-imprint-rule-length = imprint's rules, length
clause-imprint-at-foot = imprint's last rule
clause-faces-embedded = faces embedded
clause-faces-subset = faces subset
clause-faces-unicode = text of glyphs
clause-faces-missing-glyphs = missing glyphs
clause-file-structure = file's beginning and end
clause-pdf-version = PDF version
clause-not-encrypted = encryption
clause-file-identifier = file identifier
clause-page-boxes = page boxes
clause-output-intents = output intents
clause-no-annotations = annotations
clause-no-actions = actions on opening
clause-trapped = trapping stated
clause-hidden-layers = layers
clause-clipped-text = clipped text
clause-language = language
clause-title = title
clause-titles-agree = titles agree
clause-title-displayed = title displayed
clause-tagged = said to be tagged
clause-structure-tree = structure tree
clause-content-marked = content marked
clause-metadata = metadata (XMP)
clause-mark-pdfa = mark for archives
clause-mark-pdfua = mark for accessibility
clause-mark-pdfx = mark for print

## Asked and measured

told-above-foot = { $value } mm above the type area's foot
told-all-artifacts = text that is in no part of the structure, but marked as artifact
told-all-embedded = all embedded
told-all-marked = all is part of the structure or an artifact
told-all-on-grid = all { $count } lines are
told-all-subset = used glyphs only
told-all-unicode = every glyph's text is known
told-art-box = there are a trim box and an art box: one of them only
told-at-foot = on the type area's foot
told-both-sides = odd pages { $odd } mm, even pages { $even } mm
told-boxes-nested = trim box in bleed box in media box
told-boxes-not-nested = the boxes do not lie in each other
told-characters = { $count }
told-characters-between = { $least } to { $most }
told-colours = { $count }
told-colours-most = at most { $count }
told-count = { $count }
told-dashes = a { $dash } at either side of the figures
told-encrypted = encrypted
told-even-side = even pages { $even } mm
told-face = 仿宋 ({ $name })
told-faces = { $count } faces, all sound
told-few-lines = too few lines of body text
told-for-screens = the file is for screens: it has links
told-half-marks = marks are half an em wide, the number varies
told-headings = there, with headings
told-junk-before = something stands before %PDF-
told-junk-behind = something stands behind %%EOF
told-knocks-out = black takes away what is under it
told-layers-hidden = there are layers that are hidden, or may be
told-layers-shown = no layer is hidden
told-lines = { $count }
told-lost = not found in the structure: { $count }
told-metadata-broken = there, but no XML
told-missing = glyphs missing in: { $names }
told-mm = { $value } mm
told-named = { $name }
told-no-actions = none
told-no-black = nothing is black
told-no-dash-ink = there is no dash, or its face is not embedded
told-no-end = there is no %%EOF
told-no-full-lines = too few full lines
told-no-full-page = no page is full
told-no-headings = there, but without a heading
told-no-inner-rule = there is no rule between
told-no-layers = there are no layers
told-no-missing = none
told-no-numbers = there are no page numbers
told-no-pdfx = the file does not say that it is PDF/X
told-no-profile = there, but without a profile that can be read
told-no-rule = there is no such rule
told-no-table = startxref does not lead to the table of objects
told-no-text = there is no text to be measured
told-no-titles = neither is there
told-no-trim-box = there is no trim box
told-not-embedded = not embedded, or no face: { $names }
told-not-encrypted = not encrypted
told-not-subset = embedded whole: { $names }
told-not-there = missing
told-not-unicode = glyphs of unknown text in: { $names }
told-nothing-outside = nothing stands outside
told-numbers = pages without: { $without }, counted wrongly: { $wrong }
told-numbers-counted = on every page, counted on
told-odd-side = odd pages { $odd } mm
told-off-grid = { $wrong } of { $count } lines are not, by up to { $value } mm
told-on-grid = all lines of body text
told-only-black = all is black
told-outer-side = right on odd pages, left on even ones, a character in ({ $value } mm)
told-outside = something reaches { $value } mm outside
told-overprints = black leaves what is under it
told-preprinted = preprinted, not drawn
told-press-inks = process inks, gray or spot inks
told-profile-space = a profile for { $name }, but the pages are in CMYK
told-profiles-differ = there are several profiles: one for all
told-pt = { $value } pt
told-quoted = “{ $text }”
told-red = { $name } or a spot ink
told-rule-black = black
told-rule-red = red
told-sheet = { $width } × { $height } mm
told-side = page { $number } { $side ->
        [left] left, { $value } mm in
        [right] right, { $value } mm in
       *[centre] centred
    }
told-sound = whole at both ends
told-there = there
told-title-information-only = in the information only, not in the metadata
told-title-metadata-only = in the metadata only, not in the information
told-titles-agree = information and metadata have one title
told-titles-differ = “{ $information }” in the information, “{ $metadata }” in the metadata
told-translucent = translucent: { $count }
told-trapped = True or False
told-unmarked = not marked: { $count }
told-version-most = { $name } at most
told-wrong-table = the table of objects leads to no objects
