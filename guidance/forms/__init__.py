"""Forms that readers and approvers fill in, one module for each; editors' are in `admin`."""
