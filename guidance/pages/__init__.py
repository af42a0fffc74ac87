"""Pages written, approved, published and shown, with local steps and feedback."""
