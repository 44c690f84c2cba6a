"""One careful reader for XML of strangers; what it refuses, TMX and TBX refuse."""

import io

import pytest

from transloc.errors import InputError
from transloc.xml_stream import XmlStream


class Names(XmlStream[str]):
    """Takes in the name of every element, as it ends."""

    def __init__(self):
        super().__init__("list.xml", kind="XML", what="list", roots=("list", "names"))
        self.open = []

    def began(self, name, attributes):
        self.open.append(name)

    def said(self, data):
        pass

    def ended(self):
        self.done.append(self.open.pop())


class Going:
    """A file that begins and never ends."""

    def __init__(self, head, again):
        self.head, self.again, self.given = head, again, 0

    def read(self, size):
        self.given += 1
        return (self.head if self.given == 1 else self.again * (size // len(self.again))).encode()


def fault(data):
    with pytest.raises(InputError) as caught:
        list(Names().read(io.BytesIO(data.encode())))
    return caught.value


def test_elements_come_as_they_end_without_their_prefixes():
    assert list(Names().read(io.BytesIO(b'<list xmlns:n="x"><n:one/><two><three/></two></list>'))) == ["one", "three", "two", "list"]


def test_what_is_whole_before_a_fault_is_given():
    found = []
    with pytest.raises(InputError, match="the XML is broken"):
        found.extend(Names().read(io.BytesIO(b"<list><one/><two></list>")))
    assert found == ["one"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("<other/>", "this is XML, but no XML: it begins with <other>"),
        ('<!DOCTYPE list [<!ENTITY a "b">]>\n<list/>', "it declares the entity “a”"),
        ('<!DOCTYPE list SYSTEM "list.dtd">\n<list>&a;</list>', "it uses &a;, which it does not explain"),
        ("<list>" + "<a>" * 64 + "</a>" * 64 + "</list>", "the elements are nested too deep for a list"),
        ('<?xml version="1.0" encoding="klingon"?><list/>', "the encoding cannot be read"),
        ("<list>", "the XML is broken"),
    ],
)
def test_what_no_list_needs_is_refused_with_its_line(data, message):
    found = fault(data)
    assert found.message.startswith(message)
    assert found.line is not None
    assert found.hint


@pytest.mark.parametrize(("head", "again"), [("<list><!--", "x"), ('<list><a b="', "x"), ("<list><a ", "b='' ")])
def test_a_tag_or_a_comment_without_end_is_given_up(head, again):
    stream = Going(head, again)
    with pytest.raises(InputError, match="a tag or a comment has more than 1,000,000 bytes"):
        list(Names().read(stream))
    assert stream.given < 40
