"""Write into ``transloc.toml`` what an editor chose on a page."""

from transloc import files
from transloc.project.project import CONFIG, Project
from transloc.project.read import load
from transloc.steps.choose import Choices


def keep_choices(project: Project, slug: str, choices: Choices) -> Project:
    """Write the editor's choices of units for one article into ``transloc.toml``, all else in it kept, and return the project anew."""
    import tomlkit

    path = project.root / CONFIG
    text = tomlkit.parse(files.read_text(path))
    articles = text.setdefault("articles", tomlkit.table(is_super_table=True))
    kept = {"include": sorted(choices.include), "exclude": sorted(choices.exclude)}
    others = {key: value for key, value in articles.get(slug, {}).items() if key not in kept}
    articles[slug] = tomlkit.item({key: ids for key, ids in kept.items() if ids} | others)
    if not articles[slug]:
        del articles[slug]
    if not articles:
        del text["articles"]
    files.write(path, tomlkit.dumps(text).encode())
    return load(project.root)
