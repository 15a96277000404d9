"""Makes HTML inert: what could run, load or submit something is left out, all else stays as it was."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

_DROPPED = frozenset(
    [
        "script",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "link",
        "meta",
        "base",
        "form",
        "input",
        "button",
        "textarea",
        "select",
        "template",
        "portal",
        "audio",
        "video",
        "source",
        "track",
    ]
)
_VOID = frozenset(
    [
        "area",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "base",
        "source",
        "track",
        "wbr",
        "frame",
    ]
)
_ADDRESSES = frozenset(
    ["href", "src", "srcset", "action", "formaction", "xlink:href", "data", "poster", "background", "ping"]
)


def inert(html: str) -> str:
    """Give the same HTML without scripts, handlers, forms, and anything that loads from elsewhere.

    >>> inert('<p onclick="x()">a<script>b</script> <a href="javascript:c">d</a></p>')
    '<p>a <a>d</a></p>'
    """
    keeper = _Keeper()
    keeper.feed(html)
    keeper.close()
    return "".join(keeper.kept)


class _Keeper(HTMLParser):
    """Writes again what may stay; an element that is dropped takes its content with it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.kept: list[str] = []
        self.depth = 0
        self.in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            self.depth += tag not in _VOID
        elif not self.depth:
            self.in_style = tag == "style"
            shown = "".join(_attribute(name, value or "") for name, value in attrs if _may_stay(tag, name, value or ""))
            self.kept.append(f"<{tag}{shown}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in _DROPPED:
            self.depth = max(0, self.depth - (tag not in _VOID))
        elif not self.depth:
            self.in_style = False
            self.kept.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.depth and not (self.in_style and _loads(data)):
            self.kept.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")


def _attribute(name: str, value: str) -> str:
    return f' {name}="{escape(value, quote=True)}"'


def _may_stay(tag: str, name: str, value: str) -> bool:
    if name.startswith("on") or name in ("srcdoc", "http-equiv"):
        return False
    if name == "style":
        return not _loads(value)
    if name not in _ADDRESSES:
        return True
    address = "".join(value.split()).lower()
    if tag == "a" and name == "href":
        return address.startswith(("http://", "https://", "#"))
    return address.startswith(("data:image/", "#"))


def _loads(style: str) -> bool:
    squeezed = "".join(style.split()).lower().replace("\\", "")
    return "@import" in squeezed or "url(" in squeezed or "image-set(" in squeezed
