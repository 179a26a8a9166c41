from __future__ import annotations

from sayso.documents import Marking

from .conftest import FULL, SENTENCE, Read

HEAD = '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://eastmere.example/"><title>Eastmere Gazette</title>'
LINKS = '<link rel="self" href="feed.atom"/><link href="/"/>'


def atom(*entries: str) -> str:
    return f"{HEAD}{LINKS}{''.join(f'<entry>{entry}</entry>' for entry in entries)}</feed>"


def test_an_entry_keeps_its_first_date_and_its_last(read: Read) -> None:
    entry = (
        '<title>Ferry</title><link rel="alternate" href="a.html"/><id>urn:1</id><author><name>Ada Brook</name></author>'
        "<published>2019-01-01T10:00:00Z</published><updated>2019-01-02T10:00:00+02:00</updated>"
    )
    said = read("f.atom", atom(entry)).said("https://eastmere.example/a.html")
    assert (said.published, said.modified) == ("2019-01-01T10:00:00Z", "2019-01-02T10:00:00+02:00")
    assert (said.authors, said.outlet) == (("Ada Brook",), "Eastmere Gazette")


def test_an_entrys_only_date_is_taken_and_said_to_be_that(read: Read) -> None:
    entry = '<title>Ferry</title><link href="a.html"/><updated>2019-01-02T10:00:00Z</updated>'
    said = read("f.atom", atom(entry)).said("https://eastmere.example/a.html")
    assert (said.published, said.modified) == ("2019-01-02T10:00:00Z", None)
    assert "published: the item's only date" in said.because


def test_the_source_of_an_entry_is_its_outlet(read: Read) -> None:
    source = '<source><title>The Harbour Post</title><id>u</id><link href="https://post.example/"/></source>'
    entry = f'<title>Ferry</title><link href="https://post.example/1"/>{source}'
    said = read("f.atom", atom(entry)).said("https://post.example/1")
    assert said.outlet == "The Harbour Post"
    assert said.via == "Eastmere Gazette (https://eastmere.example/feed.atom)"


def test_content_as_xhtml_and_as_escaped_html_is_read_alike(read: Read) -> None:
    as_xhtml = f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{FULL}</div></content>'
    as_html = f'<content type="html">{FULL.replace("<", "&lt;")}</content>'
    as_text = f'<content type="text">{SENTENCE}\n\n{SENTENCE}\n\n{SENTENCE}</content>'
    entries = [f'<title>Ferry</title><link href="{n}.html"/>{content}' for n, content in enumerate((as_xhtml, as_html, as_text))]
    texts = {document.text for document in read("f.atom", atom(*entries)).documents}
    assert texts == {"\n\n".join(["Ferry", *[SENTENCE.strip()] * 3])}


def test_headings_captions_items_rows_and_quotations_of_an_entry_are_marked(read: Read) -> None:
    html = (
        f"<h2>What is known</h2><p>{SENTENCE}</p><figure><img src='x'/><figcaption>The quay on Monday</figcaption></figure>"
        f"<ul><li>One door</li><li>Two <b>doors</b></li></ul><blockquote><p>{SENTENCE}</p></blockquote>"
        "<table><tr><th>Day</th><td>Ferries</td></tr></table><script>var x = 1;</script>"
    )
    entry = f'<title>Ferry</title><link href="a.html"/><content type="html">{html.replace("<", "&lt;")}</content>'
    [document] = read("f.atom", atom(entry)).documents
    marked = {(mark.marking, mark.span.of(document.text)) for mark in document.marks}
    assert marked == {
        (Marking.HEADING, "Ferry"),
        (Marking.HEADING, "What is known"),
        (Marking.CAPTION, "The quay on Monday"),
        (Marking.ITEM, "One door"),
        (Marking.ITEM, "Two doors"),
        (Marking.QUOTATION, SENTENCE.strip()),
        (Marking.ROW, "Day | Ferries"),
    }
    assert "var x" not in document.text


def test_the_language_of_an_entry_outweighs_that_of_the_feed(read: Read) -> None:
    feed = atom('<title xml:lang="fr">Le bac</title><link href="a.html"/>', '<title>Ferry</title><link href="b.html"/>')
    found = read("f.atom", feed.replace("<feed ", '<feed xml:lang="en" '))
    assert [link.declared.language for link in found.links] == ["fr", "en"]
