"""Speed, as ratios to one fixed piece of work of the same run: `make bench`."""
