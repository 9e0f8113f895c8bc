"""The bars around a screen: title, banner, hints, filter, help."""
