"""The vacancy itself: who may open it, what its forms share, how it is fetched and saved."""
