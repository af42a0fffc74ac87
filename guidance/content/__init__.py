"""The guidance that comes with the portal, and guidance carried between sites."""
