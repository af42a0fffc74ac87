"""Search over the live guidance: one question in, the best pages out.

`query` reads the question, `sqlite` and `postgres` know the index of their database, `ranking`
orders what they found, `spelling` offers other words, `answer` puts it together and `index`
keeps the index in step with what is published.
"""

from guidance.search.answer import Answer, Result, answer, search

__all__ = ["Answer", "Result", "answer", "search"]
