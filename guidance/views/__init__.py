"""Views of the guidance, one module for each group of pages; `guidance.urls` names them all."""
