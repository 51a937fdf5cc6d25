"""Pages, and a browser to open them: Chromium, spoken to in its own protocol through two pipes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eventrecord.drift.checking import check
from eventrecord.drift.comparing import compare
from eventrecord.reading import load, read
from eventrecord.report.page import Edition, check_page, comparison_page
from eventrecord.tongue import Tongue

ROOT = Path(__file__).parent.parent.parent.parent
EDITIONS = ROOT / "tests" / "editions"
SEED = ROOT / "seeds" / "zhangjiang-summit-2022.yaml"
SLIPS = {
    "近2100亿元　": "超2100亿元　",
    "25场": "52场",
    "11月15日，": "11月15日（星期三），",
    "10%的许可": "约12%的许可",
}
CHANGES = {
    "Zhang Wei": "Zhang Wai",
    " 25 forums": " 52 forums",
    "opened Nov. 15": "opened Nov. 16",
    ", and 10% of licenses circulate within Zhangjiang": "",
}
NAMES = [path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))]


def changed(text: str, changes: dict[str, str]) -> str:
    """A text with slips planted."""
    for right, wrong in changes.items():
        assert right in text
        text = text.replace(right, wrong)
    return text


def compared(a: str, b: str, tag: str = "en", *, file: str = "a.txt", chinese: str = "zh-Hans") -> str:
    """The page of a comparison of an English and a Chinese text."""
    day = date(2022, 11, 16)
    found = compare(a, b, "en", chinese, day)
    return comparison_page(found, Edition(file, a, "en", day), Edition("b.txt", b, chinese), Tongue(tag))


def checked(text: str, tag: str = "en", *, file: str = "back.txt") -> str:
    """The page of a check of an English text against the summit's record."""
    document = read(SEED.read_bytes(), "summit.yaml")
    found = check(text, load(SEED), "en")
    return check_page(found, Edition(file, text, "en"), "summit.yaml", document.data_of, Tongue(tag))


@pytest.fixture(scope="session", name="compared")
def _compared() -> Callable[..., str]:
    return compared


@pytest.fixture(scope="session", name="checked")
def _checked() -> Callable[..., str]:
    return checked


@pytest.fixture(scope="session")
def english() -> str:
    """The summit's release in English."""
    return (EDITIONS / "zhangjiang-summit-2022.en.txt").read_text("utf-8")


@pytest.fixture(scope="session")
def chinese() -> str:
    """The same in Chinese, with slips in it."""
    return changed((EDITIONS / "zhangjiang-summit-2022.zh-Hans.txt").read_text("utf-8"), SLIPS)


@pytest.fixture(scope="session")
def comparison(english: str, chinese: str) -> str:
    """The page of both."""
    return compared(english, chinese)


@pytest.fixture(scope="session")
def check_of_english(english: str) -> str:
    """The page of the summit's release, changed."""
    return checked(changed(english, CHANGES))


@pytest.fixture(params=["comparison", "check_of_english"])
def page(request: pytest.FixtureRequest) -> str:
    """Each of both pages."""
    made: str = request.getfixturevalue(request.param)
    return made


class Browser:
    """A page in Chromium, with all that it complains of or asks the network for."""

    def __init__(self, writing: int, reading: int) -> None:
        self._writing, self._reading = writing, reading
        self._number, self._session, self._rest = 0, "", b""
        self.complaints: list[str] = []
        self.requests: list[str] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Runtime", "Log", "Network", "Page"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """What the browser answers; what it tells meanwhile is noted."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._writing, json.dumps(message).encode() + b"\0")
        while True:
            told = self._message()
            if told.get("id") == self._number:
                assert "error" not in told, told
                answer: dict[str, Any] = told["result"]
                return answer
            self._note(told)

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = os.read(self._reading, 1 << 20)
            assert more, "the browser is gone"
            self._rest += more
        head, _, self._rest = self._rest.partition(b"\0")
        told: dict[str, Any] = json.loads(head)
        return told

    def _note(self, told: dict[str, Any]) -> None:
        method, said = told.get("method"), told.get("params", {})
        if method in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"):
            self.complaints.append(json.dumps(said))
        if method == "Network.requestWillBeSent":
            self.requests.append(said["request"]["url"])

    def open(self, path: Path, width: int = 1400, height: int = 900) -> None:
        """Go to a page, in a window of some size."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.ask("Page.navigate", url=path.as_uri())
        while self.value("document.readyState") != "complete":
            pass

    def resize(self, width: int, height: int = 900) -> None:
        """Give the window another size."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.ask("Emulation.setDeviceMetricsOverride", **size)

    def value(self, expression: str, *, later: bool = False) -> Any:
        """What a script gives, or what it promises for later."""
        asked = {"expression": expression, "returnByValue": True, "awaitPromise": later}
        return self.ask("Runtime.evaluate", **asked)["result"].get("value")

    def press(self, key: str, code: int, text: str = "") -> None:
        """Press and release a key."""
        named = {"key": key, "windowsVirtualKeyCode": code}
        self.ask("Input.dispatchKeyEvent", type="keyDown", text=text, **named)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **named)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium; tests that want it are skipped where there is none."""
    if not NAMES:
        pytest.skip("chromium is not installed")
    to_read, writing = os.pipe()
    reading, to_write = os.pipe()
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run"]
    profile = tmp_path_factory.mktemp("chromium")
    command = [NAMES[0], *options, f"--user-data-dir={profile}"]
    process = subprocess.Popen(
        ["bash", "-c", f'exec "$@" 3<&{to_read} 4>&{to_write}', "bash", *command],
        pass_fds=(to_read, to_write),
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    os.close(to_read)
    os.close(to_write)
    try:
        yield Browser(writing, reading)
    finally:
        process.terminate()
        process.wait(timeout=20)
        os.close(writing)
        os.close(reading)


Open = Callable[[str], None]


@pytest.fixture
def shown(browser: Browser, tmp_path: Path) -> Open:
    """Open a page in the browser."""

    def show(page: str) -> None:
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        browser.complaints.clear()
        browser.requests.clear()
        browser.open(path)

    return show
