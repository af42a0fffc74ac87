"""What readers, approvers and organisations fill in. Editors' forms are in `guidance.admin`."""
