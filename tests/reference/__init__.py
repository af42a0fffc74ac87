"""Tests of reference data and dated facts."""
