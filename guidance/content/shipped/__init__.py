"""Reads what ships with the portal in `guidance/content`: pages, resources, claims, news …

Pure but for reading files. The first error is reported in one sentence, with file and line.
"""
