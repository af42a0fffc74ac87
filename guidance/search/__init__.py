"""Search over the live guidance.

`query` parses the question, `sqlite` and `postgres` query the index of their database,
`ranking` orders the hits, `spelling` suggests corrections, `answer` combines them, and `index`
keeps the index up to date with what is published.
"""
