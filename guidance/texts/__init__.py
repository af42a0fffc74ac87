"""What a page is: its text, place and revisions, and how text is cleaned and shown."""
