"""`python -m pipelines` is `attest`."""

from pipelines.cli import main

main()
