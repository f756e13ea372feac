"""Settings: what a user may change, each by an option, an ATTEST_ variable or its default."""

import os
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """One run's settings; raises pydantic's ValidationError naming the setting."""

    model_config = SettingsConfigDict(env_prefix="ATTEST_", frozen=True)

    warehouse: Path = Field(Path("warehouse"), description="The folder of data/, attest.duckdb and report/.")
    batch_size: int = Field(500, ge=1, le=100_000, description="Items a batch: the unit of work and of memory.")
    max_bytes: int = Field(20_000_000, ge=1_000, description="An item with more bytes is refused as too_large.")
    max_chars: int = Field(
        300_000,
        ge=1_000,
        description="An article with more characters is refused as too_long: reading takes their time.",
    )
    workers: int = Field(os.cpu_count() or 1, ge=1, description="Worker processes when there is more than one batch.")
    runner: Literal["processes", "dask"] = Field("processes", description="Worker processes here, or a Dask cluster.")
    scheduler: str | None = Field(
        None, description="The cluster's address, as tcp://…; without it, one of this machine."
    )
    mirror: str | None = Field(None, description="Where published tables are copied to for other readers, as s3://….")
    model: str | None = Field(None, description="An installed spaCy package or folder in place of the shipped model.")

    @property
    def root(self) -> Path:
        """The warehouse folder, absolute."""
        return self.warehouse.absolute()

    @property
    def database(self) -> Path:
        """The file that is queried."""
        return self.root / "attest.duckdb"

    @property
    def report(self) -> Path:
        """The folder of the report."""
        return self.root / "report"
