"""The program ``transloc``."""

from transloc.cli import cli


def main() -> None:
    """Run the command line; never returns."""
    cli(prog_name="transloc")


if __name__ == "__main__":
    main()
