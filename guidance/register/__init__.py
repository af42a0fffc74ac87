"""What the guidance rests on: claims, resources, links and networks."""
