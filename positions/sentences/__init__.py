"""Builds every sentence from its parts: who, which act, on what, on whose word, on what terms."""
