"""An old job description in, its parts out. No Django; nothing outside the bytes is ever opened."""
