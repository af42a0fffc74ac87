"""The thread from duty to score sheet: what tests each criterion, with which weight and marks."""
