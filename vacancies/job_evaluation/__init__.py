"""The NHS Job Evaluation Scheme as plain values: factors, levels, bands, profiles, matching.

No Django, and no input or output except `loading`, which reads `vacancies/data/`. Everything
here advises: a trained partnership panel decides a band (rule MR14).
"""
