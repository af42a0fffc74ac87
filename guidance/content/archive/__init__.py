"""All the guidance as one zip file of JSON, and back. Pure: values in, bytes out.

`layout` defines the files of an archive and the fields of their rows, and writes one. `reading`
reads an untrusted archive and rejects an invalid one with a one-sentence message.
"""
