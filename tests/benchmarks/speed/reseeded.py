"""`python -m tests.benchmarks.speed.reseeded SEEDS COMMAND…`: attest with the seeds of another folder."""

import sys
from pathlib import Path

import seeds
from pipelines.cli import main

if __name__ == "__main__":
    seeds.FOLDER = Path(sys.argv.pop(1))
    main()
