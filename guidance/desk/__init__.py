"""Where editors work: what is to do, pages in the admin, advice on wording, reminders."""
