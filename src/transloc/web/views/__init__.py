"""The pages: a file each, functions of four beats."""
