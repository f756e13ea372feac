"""Figures on public benchmarks, beside the floors they must not fall below: `python -m tests.benchmarks NAME`."""
