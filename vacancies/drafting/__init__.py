"""What a draft holds and what each of its sections still lacks. No Django, no input or output."""
