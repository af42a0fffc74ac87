"""How the portal is run: what it sends, what its processes share, whether it is well."""
