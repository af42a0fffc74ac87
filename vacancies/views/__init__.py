"""The pages: fetch what the person may see, check the form, act through a service, show."""
