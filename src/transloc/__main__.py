"""The program ``transloc``."""

import gc
import io
import os
import sys


def main() -> None:
    """Run the command line, which speaks UTF-8 whatever the terminal's locale says; never returns.

    What nobody foresaw is told in one sentence too; ``--debug`` shows its trace.
    """
    gc.set_threshold(50_000, 20, 20)  # our values hold no cycles: looking for them took up to a third of the time of reading a document
    _streams()
    try:
        from transloc.cli import cli

        try:
            cli(prog_name="transloc")
        finally:
            sys.stdout.flush()  # a full disk shows here, and not only when nobody can tell of it any more
    except KeyboardInterrupt:  # before there was a command to stop
        sys.exit(130)
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        sys.exit(_given_up(error))


def _streams() -> None:
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by the caller: the next file opened would take its place
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # a file's name may be no UTF-8


def _given_up(error: Exception) -> int:
    from transloc.errors import visible

    if isinstance(error, OSError) and error.filename is None:
        told = f"the answer cannot be written ({error.strerror}). Check the disk, or what reads it"
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is still held back would fail once more at the end
    elif isinstance(error, OSError):
        told = f"{os.fspath(error.filename)}: cannot be used ({error.strerror}). Check its permissions"
    else:
        told = f"transloc itself failed here ({type(error).__name__}: {error}). Run it again with --debug, and report what that shows"
    sys.stderr.write(f"Error: {visible(told)}\n")
    return 2


if __name__ == "__main__":
    main()
