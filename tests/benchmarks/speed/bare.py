"""`python -m tests.benchmarks.speed.bare WAREHOUSE`: nothing but the model, over the text that a warehouse holds."""

import json
import sys
import time
from pathlib import Path

import spacy

import seeds
from pipelines.cli import environment_of
from warehouse.store import Store, column_in

BATCH = 64  # texts, as in the pipeline


def main(folder: str) -> None:
    """Print how many texts and tokens were analysed, and the seconds of CPU and by the clock."""
    environment_of(Path(folder))
    store = Store(Path(folder))
    texts = [str(text) for (text,) in column_in(store.paths("documents"), "text")]
    language = spacy.load(seeds.MODEL)
    begun, start = time.perf_counter(), time.process_time()
    tokens = sum(len(doc) for doc in language.pipe(texts, batch_size=BATCH))
    cpu, seconds = time.process_time() - start, time.perf_counter() - begun
    print(json.dumps({"texts": len(texts), "tokens": tokens, "cpu": cpu, "seconds": seconds}))


if __name__ == "__main__":
    main(sys.argv[1])
