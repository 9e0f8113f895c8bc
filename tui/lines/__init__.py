"""Places that are one sheet of lines, each leading to an issue; they may use bars and below."""
