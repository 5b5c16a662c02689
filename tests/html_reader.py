"""Read a page strictly: every element closed, nothing else accepted."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {"meta", "link", "br"}
# All that a page of ours is made of; nothing of it can act.
KNOWN = VOID | {
    "a", "article", "body", "code", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "g", "h1", "h2", "h3", "h4", "head", "header",
    "html", "li", "main", "mark", "ol", "p", "path", "pre", "rect",
    "section", "span", "strong", "style", "summary", "svg", "text", "time",
    "title", "ul"}
ATTRIBUTES = {
    "aria-hidden", "aria-label", "aria-labelledby", "charset", "class",
    "content", "data-line", "datetime", "href", "http-equiv", "id", "lang",
    "name", "open", "rel", "role", "title",
    # of pictures
    "d", "fill", "font-size", "height", "stroke", "stroke-dasharray",
    "stroke-linecap", "stroke-linejoin", "stroke-width", "text-anchor",
    "transform", "viewbox", "width", "x", "y"}


class Node:
    """One element with its children, elements and texts."""

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Node | str] = []

    def text(self) -> str:
        """All text below it."""
        return "".join(child if isinstance(child, str) else child.text()
                       for child in self.children)

    def all(self, *names: str, kind: str = "") -> list[Node]:
        """Elements below it by name and by class."""
        return [node for node in self.walk()
                if (not names or node.name in names)
                and (not kind or kind in node.kinds)]

    def one(self, *names: str, kind: str = "") -> Node:
        """The only such element."""
        found, = self.all(*names, kind=kind)
        return found

    def by_id(self, name: str) -> Node:
        """The element with this id."""
        found, = [node for node in self.walk()
                  if node.attributes.get("id") == name]
        return found

    @property
    def kinds(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    def walk(self) -> Iterator[Node]:
        """It and all below it, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()


class Reader(HTMLParser):
    """Builds nodes; notes whatever a page of ours does not hold."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = Node("", {})
        self.open = [self.top]
        self.faults: list[str] = []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        if tag not in KNOWN:
            self.faults.append(f"an element {tag}")
        self.faults += [f"{tag} has the attribute {name}" for name in names
                        if name not in ATTRIBUTES or names.count(name) > 1]
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attrs):
        self.faults.append(f"{tag} closes itself")

    def handle_endtag(self, tag):
        if self.open[-1].name != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1].name}")
        else:
            self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)

    def handle_comment(self, data):
        self.faults.append(f"a comment {data[:40]!r}")

    def handle_pi(self, data):
        self.faults.append(f"an instruction {data[:40]!r}")

    def unknown_decl(self, data):
        self.faults.append(f"a declaration {data[:40]!r}")


def read_page(data: bytes | str) -> tuple[Node, list[str]]:
    """The page as a tree, and what is wrong with it."""
    text = data.decode() if isinstance(data, bytes) else data
    reader = Reader()
    reader.feed(text)
    reader.close()
    if len(reader.open) > 1:
        reader.faults.append(f"{reader.open[-1].name} is never closed")
    return reader.top, reader.faults


def faults(data: bytes | str) -> list[str]:
    """What is wrong with a page as a whole."""
    page, found = read_page(data)
    ids = [node.attributes["id"] for node in page.walk()
           if "id" in node.attributes]
    found += [f"the id {name} twice" for name in set(ids)
              if ids.count(name) > 1]
    for node in page.all("a"):
        target = node.attributes.get("href", "")
        if not target.startswith("#") or target[1:] not in ids:
            found.append(f"a link to {target}")
        if not (node.text().strip() or node.attributes.get("aria-label")):
            found.append("a link without a name")
    for node in page.walk():
        name = node.attributes.get("aria-labelledby")
        if name is not None and name not in ids:
            found.append(f"a name at {name}")
    found += heading_faults(page)
    for picture in page.all("svg"):
        is_hidden = picture.attributes.get("aria-hidden") == "true"
        is_named = (picture.attributes.get("role") == "img"
                    and picture.attributes.get("aria-label", "").strip())
        is_inner = "viewbox" in picture.attributes and (
            "x" in picture.attributes)
        if not (is_hidden or is_named or is_inner):
            found.append("a picture without words")
    return found


def heading_faults(page: Node) -> Iterator[str]:
    """Headings go down one level at a time, and say something."""
    before = 0
    for node in page.all("h1", "h2", "h3", "h4"):
        level = int(node.name[1])
        if level > before + 1:
            yield f"{node.name} after h{before}"
        if not node.text().strip():
            yield f"an empty {node.name}"
        before = level
    if len(page.all("h1")) != 1:
        yield "not one h1"
