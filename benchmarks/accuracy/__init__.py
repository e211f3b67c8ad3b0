"""Accuracy on labelled documents: what the program finds against what a careful reader finds (docs/accuracy.md)."""
