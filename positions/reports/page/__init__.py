"""Parts of which every report is made: styles, marks, widths, cells, pictures as data."""
