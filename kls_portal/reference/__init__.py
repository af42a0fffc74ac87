"""Reference data that comes with the portal and that editors may correct; dated facts."""
