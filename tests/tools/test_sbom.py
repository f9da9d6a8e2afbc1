"""The bill of materials names every package that the lock pins, with hashes and a licence."""

import json
import re

from tools import sbom


def components() -> list[dict]:
    return json.loads(sbom.BILL.read_text(encoding="utf-8"))["components"]


def test_it_names_every_pinned_package() -> None:
    pinned = set(re.findall(r"^([a-z0-9][\w.-]*==[^\s;]+)", sbom.LOCK.read_text(encoding="utf-8"), re.MULTILINE))
    assert {f"{one['name']}=={one['version']}" for one in components()} == pinned, "run: make sbom"


def test_every_package_has_hashes_and_says_its_licence() -> None:
    for one in components():
        assert one["properties"], one["name"]
        assert one["licenses"][0]["license"]["name"] not in ("", "not declared"), one["name"]


def test_no_package_forbids_the_use_in_a_public_body() -> None:
    licences = {one["name"]: one["licenses"][0]["license"]["name"] for one in components()}
    unfit = re.compile(r"AGPL|Affero|non-?commercial|proprietary", re.IGNORECASE)
    assert [name for name, said in licences.items() if unfit.search(said)] == []


def test_a_lock_is_read_as_it_is_written() -> None:
    lock = f"pydantic==2.0 ; sys_platform == 'x' \\\n    --hash=sha256:{'a' * 64}\n    # via ragsite\n"
    (one,) = json.loads(sbom.bill(lock))["components"]
    assert (one["purl"], one["scope"]) == ("pkg:pypi/pydantic@2.0", "optional")
    assert one["properties"] == [{"name": "ragsite:sha256", "value": "a" * 64}]
