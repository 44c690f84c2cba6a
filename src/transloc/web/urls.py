"""Every address of the desk on one page."""

from django.urls import path, register_converter

from transloc.web import admin, owner, told
from transloc.web.glossary.address import RowConverter
from transloc.web.views import (
    account,
    add,
    article,
    board,
    compare,
    concordance,
    conflicts,
    duty,
    export,
    findings,
    glossary,
    jobs,
    log,
    news,
    panel,
    preview,
    propose,
    queue,
    quotes,
    reading,
    row,
    sign_in,
    term,
    tongue,
)

handler400, handler403, handler404, handler500 = told.bad, told.forbidden, told.missing, told.failed


class _Slug:
    """An article's name: letters of any script, digits, hyphens and underscores."""

    regex = r"\w[\w-]*"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(_Slug, "name")
register_converter(RowConverter, "row")

_CATALOG = "a/<name:slug>/<name:locale>/"
_SEGMENT = f"{_CATALOG}s/<str:segment>/"
_ROW = "glossary/<row:row>/"

urlpatterns = [
    path("", queue.queue, name="queue"),
    path("start/<str:token>/", owner.start, name="start"),
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("signed-in/", sign_in.signed_in, name="signed-in"),
    path("who/", sign_in.who, name="who"),
    path("link/<str:person>/<str:token>/", account.link, name="link"),
    path("account/", account.account, name="account"),
    path("account/password/", account.password, name="password"),
    path("admin/", admin.site.urls),
    path("language/", tongue.choose, name="language"),
    path("words/<slug:language>/<slug:version>.js", tongue.words, name="words"),
    path("add/", add.add, name="add"),
    path("board/", board.board, name="board"),
    path("jobs/", jobs.jobs, name="jobs"),
    path("glossary/", glossary.glossary, name="glossary"),
    path("glossary/begin/", glossary.begin, name="begin-glossary"),
    path("glossary/propose/", propose.propose, name="propose"),
    path("notifications/", news.listed, name="news"),
    path("notifications/count/", news.count, name="unread"),
    path("notifications/seen/", news.seen, name="news-seen"),
    path("notifications/people/", news.people, name="mentionable"),
    path("notifications/<int:number>/", news.opened, name="opened"),
    path("log/", log.log, name="log"),
    path("log/log.csv", log.as_csv, name="log-csv"),
    path("memory/", concordance.concordance, name="memory"),
    path(_ROW, term.row, name="row"),
    path(f"{_ROW}forms/", term.forms_in, name="row-forms"),
    path(f"{_ROW}impact/", term.impact, name="row-impact"),
    path(f"{_ROW}decide/", term.decide, name="decide"),
    path(_CATALOG, article.article, name="article"),
    path(f"{_CATALOG}changes/", article.changes, name="changes"),
    path(f"{_CATALOG}draft/", jobs.draft, name="draft"),
    path(f"{_CATALOG}claim/", duty.claim, name="claim"),
    path(f"{_CATALOG}release/", duty.release, name="release"),
    path(f"{_CATALOG}assign/", duty.assign, name="assign"),
    path(f"{_CATALOG}deadline/", duty.deadline, name="deadline"),
    path(f"{_CATALOG}undo/", row.undo, name="undo"),
    path(f"{_CATALOG}add/<str:unit>/", row.add, name="add-unit"),
    path(_SEGMENT, row.segment, name="segment"),
    path(f"{_SEGMENT}do/<slug:action>/", row.do, name="do"),
    path(f"{_SEGMENT}panel/", panel.panel, name="panel"),
    path(f"{_CATALOG}preview/", preview.preview, name="preview"),
    path(f"{_CATALOG}preview/<path:name>", preview.picture, name="picture"),
    path(f"{_CATALOG}read/", reading.read, name="read"),
    path(f"{_CATALOG}sign-off/", reading.sign_off, name="sign-off"),
    path(f"{_CATALOG}findings/", findings.findings, name="findings"),
    path("checks/<slug:rule>/", findings.rule, name="rule"),
    path(f"{_CATALOG}quotes/", quotes.quotes, name="quotes"),
    path(f"{_CATALOG}compare/", compare.compare, name="compare"),
    path(f"{_CATALOG}export/", export.export, name="export"),
    path(f"{_CATALOG}export/file/<str:name>", export.file, name="export-file"),
    path(f"{_CATALOG}conflicts/", conflicts.conflicts, name="conflicts"),
]
