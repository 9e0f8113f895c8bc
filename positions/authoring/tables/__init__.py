"""Tables of other programs, CSV and xlsx, turned into the text of a dossier.

`read_table` gives cells, `laid_out` finds parties and issues among them, `guessed` finds what each
row holds, `dossier_text` writes YAML. A guess is made for a row or a file, never for a cell.
"""
