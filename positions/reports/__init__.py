"""Results as pages that people read, and as data that programs read.

One folder a result; `page` has what all of them are made of.
"""
