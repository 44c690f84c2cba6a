from transloc.glossary import read, terms_for

GLOSSARY = read(
    """id,kind,uk,en,uk.forms,status,translate
zsu,org,Збройні сили України,Armed Forces of Ukraine|AFU,Збройних сил України,,
ua,place,Україна,Ukraine,України,,
star,org,Starlink,,,,no
draft,term,дрон,drone,,draft,
photo,label,Фото,Photo,,,
half,term,мир,,,,
""".encode()
).glossary


def hints(text, target="en-GB"):
    return [(h.source, h.target, h.surface) for h in terms_for(text, GLOSSARY, "uk", target)]


def test_an_engine_is_told_the_approved_terms_of_the_text_alone():
    assert hints("Фото: <1>Збройних</1> сил України, дрон, Starlink, мир") == [
        ("Збройні сили України", "Armed Forces of Ukraine", "Збройних</1> сил України"),
        ("Starlink", "Starlink", "Starlink"),
    ]


def test_each_surface_form_is_told_once():
    assert hints("Україна, України й знову Україна") == [("Україна", "Ukraine", "Україна"), ("Україна", "Ukraine", "України")]


def test_nothing_is_told_for_a_language_without_a_column():
    assert hints("Україна", "de") == []
