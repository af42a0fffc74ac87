"""The rules that read a vacancy's own fields, one a file: RULE and check(VacancyFile)."""
