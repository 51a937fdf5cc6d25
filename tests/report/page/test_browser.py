"""The pages in Chromium: walked by keyboard, without a word to the network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Open = Callable[[str], None]
EDITIONS = Path(__file__).parent.parent.parent / "editions"
FOCUSED = "document.activeElement.id"
SEEN = """(() => { const box = document.activeElement.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight && box.width > 0; })()"""


def targets(browser: Any) -> list[str]:
    """Where the list of findings leads, in its order."""
    found: list[str] = browser.value("[...document.querySelectorAll('nav .go')].map(a => a.hash.slice(1))")
    return found


def quiet(browser: Any) -> bool:
    """Whether nothing was complained of, nor asked for but the page itself."""
    asked = [url for url in browser.requests if not url.endswith("/page.html")]
    return not browser.complaints and not asked


def test_n_and_p_go_to_every_finding(browser: Any, shown: Open, page: str) -> None:
    """Forward and round the end, then back; each place is in sight, and told in the list."""
    shown(page)
    goals = targets(browser)
    assert len(goals) >= 4
    for goal in [*goals, goals[0]]:
        browser.press("n", 78, "n")
        assert browser.value(FOCUSED) == goal
        assert browser.value(SEEN)
        assert browser.value("document.querySelectorAll('[aria-current]').length") == 1
    for goal in [goals[-1], goals[-2]]:
        browser.press("p", 80, "p")
        assert browser.value(FOCUSED) == goal
    assert quiet(browser)


def test_tab_and_enter_go_to_every_finding(browser: Any, shown: Open, page: str) -> None:
    """From link to link of the list, Enter to what it leads to, with a focus that is seen."""
    shown(page)
    goals, reached = targets(browser), []
    for number in range(len(goals)):
        browser.value(f"document.querySelectorAll('nav .go')[{number}].focus()")
        if number + 1 < len(goals):
            for _ in range(4):  # over the link to the second place
                browser.press("Tab", 9)
                if browser.value("document.activeElement.matches('.go')"):
                    break
            assert browser.value("document.activeElement.hash.slice(1)") == goals[number + 1]
            assert browser.value("getComputedStyle(document.activeElement).outlineStyle") == "solid"
            browser.value(f"document.querySelectorAll('nav .go')[{number}].focus()")
        browser.press("Enter", 13, "\r")
        reached.append(browser.value(FOCUSED))
        assert browser.value(f"document.querySelector(':target').id === {goals[number]!r}")
    assert reached == goals
    assert quiet(browser)


def test_focus_and_pointer_light_up_the_partner(browser: Any, shown: Open, comparison: str) -> None:
    """The partner alone, with its words below; on leaving, it goes out."""
    shown(comparison)
    first = "document.querySelector('td a.mark.equal')"
    lit = "[...document.querySelectorAll('.partner')].map(one => one.id).join()"
    told = f"getComputedStyle({first}, '::after').content"
    browser.value(f"{first}.focus()")
    assert browser.value(lit) == browser.value(f"{first}.dataset.partners") != ""
    assert "首届" in browser.value(told)
    browser.value("document.querySelector('.skip').focus()")
    assert browser.value(lit) == ""
    browser.value(f"{first}.scrollIntoView({{block: 'center'}})")
    box = browser.value(
        f"(() => {{ const b = {first}.getBoundingClientRect(); return [b.x + 3, b.y + 3]; }})()"
    )
    browser.ask("Input.dispatchMouseEvent", type="mouseMoved", x=box[0], y=box[1])
    assert browser.value(lit) == browser.value(f"{first}.dataset.partners")
    assert "首届" in browser.value(told)
    assert quiet(browser)


def test_texts_are_stacked_where_there_is_little_room(browser: Any, shown: Open, comparison: str) -> None:
    """Beside each other in a wide window, below each other in a narrow one, never wider than the window."""
    shown(comparison)
    for width, side_by_side in ((1400, True), (900, True), (380, False)):
        browser.resize(width)
        a, b = browser.value(
            "[...document.querySelectorAll('tbody tr td')].slice(0, 2).map(one => one.offsetTop)"
        )
        assert (a == b) is side_by_side
        assert browser.value("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("tag", "font"), [("zh-Hans", "SC"), ("zh-Hant-TW", "TC"), ("zh-Hant-HK", "HK")])
def test_each_text_has_the_fonts_of_its_place(
    browser: Any, shown: Open, compared: Callable[..., str], english: str, tag: str, font: str
) -> None:
    """Characters are drawn as readers there know them: 角, 骨 and 今 differ."""
    text = (EDITIONS / f"zhangjiang-summit-2022.{tag}.txt").read_text("utf-8")
    shown(compared(english, text, chinese=tag))
    fonts = browser.value(f"getComputedStyle(document.querySelector('td[lang={tag}] p')).fontFamily")
    chinese = [name for name in fonts.split(", ") if "PingFang" in name]
    assert chinese == [f'"PingFang {font}"']
    assert browser.value("document.querySelector('.place [lang]:not([lang=en])').lang") == tag
    assert browser.value("document.querySelector('td').lang") == "en"


def test_hostile_texts_run_nothing(browser: Any, shown: Open, compared: Callable[..., str]) -> None:
    """A text that would close the script, or bring an image with a handler, is only shown."""
    evil = "</script><script>document.title = 'evil'</script><img src=x onerror=\"document.title = 'evil'\">"
    shown(compared(f"25 forums {evil}", f"52场论坛{evil}", file=evil))
    assert browser.value("document.images.length") == 0
    assert "compared" in browser.value("document.title")
    assert quiet(browser)
    slipped = "<img src=data:image/gif;base64,R0lGODlhAQABAAAAACw= onerror='document.title=1'>"
    browser.value(f'document.body.insertAdjacentHTML("beforeend", "{slipped}")')
    browser.value("new Promise(done => setTimeout(done, 100))", later=True)
    assert browser.value("document.images.length") == 1
    assert "compared" in browser.value("document.title"), "the policy stops what might slip in"
