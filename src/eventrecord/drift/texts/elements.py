"""Which elements of a web page are open, and whether they are hidden; ends that writers leave out are known.

After the HTML standard's "optional tags", "in body" and "hidden elements", as far as what is seen depends on
them. Elements of a name are looked up by where they stand, so that no tag makes one go through all of them.
"""

from __future__ import annotations

import re
from html import unescape

from eventrecord.drift.texts.tags import RAW, Tag

__all__ = ["BLOCKS", "Elements"]

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_CLOSING_P = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl"),
    *("dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "li", "listing"),
    *("main", "menu", "nav", "ol", "p", "plaintext", "pre", "search", "section", "summary", "table", "ul"),
    "xmp",
}
_TABLE = frozenset(["caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"])
BLOCKS = _CLOSING_P | _TABLE | {"body", "br", "html", "legend", "optgroup", "option"}
"""Elements that begin a line, and end one."""
_UNSEEN = (RAW - {"xmp"}) | {
    *("audio", "canvas", "datalist", "object", "rp", "rt", "svg", "template", "video")
}
"""What is not shown, or stands in for what cannot be, or above the line."""
_FORMATTING = frozenset(
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]
)
"""What ends by its tag even where blocks that began in it do not."""
_VOID = {
    *("area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen"),
    *("link", "meta", "param", "source", "track", "wbr"),
}
_SCOPE = ("caption", "marquee", "object", "table", "td", "template", "th")
_LISTS = ("dir", "menu", "ol", "ul", *_SCOPE)
_NEXT: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "a": (("a",), _SCOPE),
    "button": (("button",), _SCOPE),
    "dd": (("dd", "dt"), ("dl", *_SCOPE)),
    "dt": (("dd", "dt"), ("dl", *_SCOPE)),
    "li": (("li",), _LISTS),
    "optgroup": (("optgroup", "option"), ("datalist", "select")),
    "option": (("option",), ("datalist", "select")),
    "rp": (("rp", "rt"), ("ruby", *_SCOPE)),
    "rt": (("rp", "rt"), ("ruby", *_SCOPE)),
    "td": (("td", "th"), ("table", "template", "tr")),
    "th": (("td", "th"), ("table", "template", "tr")),
    "tr": (("caption", "colgroup", "tr"), ("table", "template")),
    **dict.fromkeys(
        ["caption", "colgroup", "tbody", "tfoot", "thead"],
        (("caption", "colgroup", "tbody", "tfoot", "thead", "tr"), ("table", "template")),
    ),
}
"""Of a tag, the elements whose end it implies, and those beyond which it does not reach."""
_ENDS = {
    **dict.fromkeys(_TABLE, ("table", "template")),
    **dict.fromkeys((*_UNSEEN, "button", "select"), _SCOPE),
    **dict.fromkeys(("object", "table"), ("template",)),
    "foreignobject": ("svg",),
    "li": _LISTS,
    "p": ("button", *_SCOPE),
    **dict.fromkeys(("svg", "template"), ()),
}
"""Of a tag that closes, the elements beyond which it does not reach, where these are not the usual ones."""
_NO_PICTURE = (_CLOSING_P - {"form"}) | {"b", "body", "em", "i", "img", "ruby", "span", "strong"}
_REMARK = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)


class Elements:
    """Elements from the outermost to the innermost, and whether anything is seen in there."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._places: dict[str, list[int]] = {}
        """Of a name, where elements of that name stand among them."""
        self._blocks: list[int] = []
        self._hidden: set[int] = set()

    def __contains__(self, name: str) -> bool:
        return bool(self._places.get(name))

    @property
    def seen(self) -> bool:
        """Whether what comes next is shown."""
        return not self._hidden

    def begin(self, tag: Tag) -> bool:
        """Open an element, after those have ended that cannot hold it; whether it is shown."""
        name = tag.name
        if name in ("head", "html") or (name in _TABLE and "table" not in self):
            return self.seen
        if name in _NO_PICTURE:
            self._close(("svg",), ("desc", "foreignobject", "title"))
        if name in _CLOSING_P:
            self._close(("p",), _ENDS["p"])
        if name in _NEXT:
            self._close(*_NEXT[name])
        hides = name in _UNSEEN or _is_hidden(tag)
        shown = self.seen and not hides
        if name not in _VOID and not (tag.slashed and (name == "svg" or "svg" in self)):
            self._open(name, hides)
        return shown

    def end(self, name: str) -> None:
        """Close an element, with all in it that are open still; none, where none of that name is."""
        place = self._nearest((name,))
        below = bool(self._blocks) and place < self._blocks[-1]
        if name in _HEADINGS:
            self._close(tuple(_HEADINGS), _SCOPE, once=True)
        elif place < 0 or name == "body":
            return
        elif name in BLOCKS or name in _ENDS or name in _SCOPE or not below:
            self._close((name,), _ENDS.get(name, _SCOPE), once=True)
        elif name in _FORMATTING:
            self._take_out(place)

    def _open(self, name: str, hides: bool) -> None:
        place = len(self._names)
        self._names.append(name)
        self._places.setdefault(name, []).append(place)
        if name in BLOCKS:
            self._blocks.append(place)
        if hides:
            self._hidden.add(place)

    def _close(self, names: tuple[str, ...], bounds: tuple[str, ...], *, once: bool = False) -> None:
        while (place := self._nearest(names)) >= max(0, self._nearest(bounds)):
            self._cut(place)
            if once:
                return

    def _nearest(self, names: tuple[str, ...]) -> int:
        return max((self._places[name][-1] for name in names if self._places.get(name)), default=-1)

    def _cut(self, place: int) -> None:
        while len(self._names) > place:
            name = self._names.pop()
            last = len(self._names)
            if name:
                self._places[name].pop()
            if self._blocks and self._blocks[-1] == last:
                self._blocks.pop()
            self._hidden.discard(last)

    def _take_out(self, place: int) -> None:
        """Close one that blocks have begun in, which go on."""
        self._places[self._names[place]].pop()
        self._names[place] = ""
        self._hidden.discard(place)


def _is_hidden(tag: Tag) -> bool:
    if "hidden" in tag.attributes or (tag.name == "dialog" and "open" not in tag.attributes):
        return True
    style = _REMARK.sub("", unescape(tag.attributes.get("style", "").strip("\"'"))).lower()
    declared = [declaration.partition(":") for declaration in style.split(";") if "display" in declaration]
    displays = [value.partition("!")[0].strip() for name, _, value in declared if name.strip() == "display"]
    return displays[-1:] == ["none"]
