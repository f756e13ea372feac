"""Faults: what runs, readers and files go through when something breaks, and what stands afterwards."""
