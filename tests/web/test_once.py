"""A request whose answer was lost is sent again, and answered again."""

PRICE = "Вони коштують 480 млн гривень."


def test_a_request_with_a_key_is_carried_out_once(site):
    unit = site.segment(PRICE).unit
    script = {"Accept": "application/json", "Idempotency-Key": "tab-1-"}
    first, again = (site.post(f"/a/tram/en/add/{unit}/", {"target": "A note."}, status=200, **script).json() for _ in range(2))
    assert first == again
    assert [one.target for one in site.store.catalog("tram", "en") if one.added] == ["A note."]
