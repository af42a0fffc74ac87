"""Does a PDF meet PDF/UA-1? Asked of veraPDF, in Java."""
