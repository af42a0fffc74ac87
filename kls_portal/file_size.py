"""How large a file may be that a form or a command takes, in bytes and in words."""

LARGEST_FILE = 5 * 1024 * 1024
LARGEST = f"{LARGEST_FILE // 1024**2} MB"
