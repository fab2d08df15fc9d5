"""Requests as pages show them: read from the text, so that tests can send them."""

import re
import shlex

import httpx

# A curl command, and the status that the page promises.
SHOWN_REQUEST = re.compile(r"```sh\ncurl (.*?)\n# (\d+)\n```", re.DOTALL)


def request_of(command: str) -> httpx.Request:
    """What curl sends for some of its options."""
    words = iter(shlex.split(command.replace("\\\n", " ")))
    headers, data, url, by_get = {}, [], "", False
    for word in words:
        match word:
            case "-i":
                pass
            case "-G":
                by_get = True
            case "-H":
                name, _, value = next(words).partition(": ")
                headers[name] = value
            case "-d" | "--data-urlencode":
                data.append(next(words))
            case _:
                url = word
    if by_get or not data:
        return httpx.Request(
            "GET", url, headers=headers, params=dict(each.split("=", 1) for each in data) or None
        )
    return httpx.Request("POST", url, headers=headers, content="&".join(data))
