"""Tests of the settings of the screen."""
