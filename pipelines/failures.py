"""Failures a user can act on, each said in one sentence on standard error."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# Classes are known by name here, because importing them all would make every start slow.
FORESEEN = {
    "CheckFailed", "NoSuchPath", "WarehouseBusy", "ContractError", "UnknownCode", "NoWarehouse", "Refused",
    "UnknownFormat", "NoModel", "IncompatibleModel", "NoGold", "BadSchedule", "UnknownTable",
    "UnknownId", "BadCorrection", "DamagedFile", "BadSetting", "UnfinishedRun", "BadFeeds", "NoInbox", "NoSource",
    "NoServer", "BadWatch", "Unwell", "NoFormat", "NotWhole", "BadBackup", "LaterLayout", "OldLayout",
    "NoCluster", "NoTorch", "Unreachable", "HalfRestored", "BadReport",
    "WorkerLost", "IOException", "OutOfMemoryException",  # the last two are the database's own
}  # fmt: skip
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
NO_ROOM = "no room is left on the disk{where}: make room and run again; what was published stands"


@contextmanager
def said() -> Iterator[None]:
    """Turn a foreseen failure into its sentence and exit status 1; let any other show its trace."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except MemoryError as error:
        print("attest: out of memory: fewer --workers or a smaller --batch-size need less", file=sys.stderr)  # noqa: T201
        raise SystemExit(1) from error
    except Exception as error:
        foreseen = FORESEEN & {kind.__name__ for kind in type(error).__mro__}
        if not isinstance(error, OSError) and not foreseen and not _is_full(error):
            raise
        print(f"attest: {sentence_of(error)}", file=sys.stderr)  # noqa: T201 - the command line's last word
        raise SystemExit(1) from error


def sentence_of(error: Exception) -> str:
    """What a failure says, on one line; of a disk that takes nothing, what that means."""
    where = f" for {error.filename}" if isinstance(error, OSError) and error.filename else ""
    if _is_full(error):
        return NO_ROOM.format(where=where)
    if isinstance(error, OSError) and error.errno == errno.EROFS:
        return f"nothing was done: the file system{where} is read-only"
    return " ".join(str(error).split())


def _is_full(error: Exception) -> bool:
    """Whether that is what a full disk, a quota or a limit does; the database only says so in words."""
    if isinstance(error, OSError) and error.errno is not None:
        return error.errno in FULL
    return os.strerror(errno.ENOSPC) in str(error)
