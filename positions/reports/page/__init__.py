"""What every report is made of: styles, marks, widths, and cells as data."""
