#!/usr/bin/env python3
"""Django's command line for the KLS Portal."""

import sys

from django.core.management import execute_from_command_line

from kls_portal.production import read_settings

if __name__ == "__main__":
    read_settings()
    execute_from_command_line(sys.argv)
