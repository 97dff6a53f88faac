"""Fit the models of ``data/models`` from labelled reports; never part of reading. See docs/training.md.

Needs the packages of the dependency group "train" (``make train`` installs them).
"""
