"""What readers and organisations fill in. Editors' forms are in `guidance.admin`."""
