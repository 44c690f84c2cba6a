"""A request that is sent again because its answer was lost is answered again, and not carried out again."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

_P = ParamSpec("_P")
_View = Callable[Concatenate[HttpRequest, _P], HttpResponse]

#: Answers that are kept; a browser asks again within seconds.
_MOST = 256

_lock = threading.Lock()
_answers: OrderedDict[tuple[object, str], Future[tuple[int, bytes, str]]] = OrderedDict()


def once(view: _View[_P]) -> _View[_P]:
    """Let ``view`` carry out a request only once for each Idempotency-Key (draft-ietf-httpapi-idempotency-key-header) of a person."""

    @wraps(view)
    def answered(request: HttpRequest, /, *args: _P.args, **named: _P.kwargs) -> HttpResponse:
        if not (given := request.headers.get("Idempotency-Key")):
            return view(request, *args, **named)
        key = (request.user.pk, given)
        with _lock:
            first = key not in _answers
            answer = _answers.setdefault(key, Future())
            while len(_answers) > _MOST:
                _answers.popitem(last=False)
        if first:
            try:
                made = view(request, *args, **named)
                answer.set_result((made.status_code, made.content, made.headers["Content-Type"]))
            except BaseException as error:  # nothing was decided: asked again, it is tried again
                _answers.pop(key, None)
                answer.set_exception(error)
                raise
        status, content, kind = answer.result()
        return HttpResponse(content, status=status, content_type=kind)

    return answered
