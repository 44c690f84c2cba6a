"""A project of which only the settings stand."""


def written(folder, text):
    """Write ``text`` as the settings of the project ``folder``, and return the folder."""
    folder.mkdir(exist_ok=True)
    (folder / "transloc.toml").write_text(text, encoding="utf-8")
    return folder
