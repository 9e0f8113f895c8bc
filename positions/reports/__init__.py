"""Results as pages that people read, and as data that programs read.

One folder a result; `page` has what all of them are made of.

Commands and screens take a `…_page` of a result and `page.render.render`; it uses every room but
`cli`.
"""
