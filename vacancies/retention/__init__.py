"""Keeping staff: the tools and their year, handovers, offers of peers, themes of meetings."""
