"""Which device Ultralytics runs on."""

from __future__ import annotations

from verify_app.core.errors import UserError
from verify_app.core.messages import M
from verify_app.inference.ultralytics_engine import device_list


def choose(device: str | None) -> str:
    """The device in the words of Ultralytics' trainer and validator.

    Parameters
    ----------
    device : str, optional
        ``cpu``, ``cuda``, ``cuda:1`` or ``1``, ``mps``; default: a GPU where there is one, else the processor.

    Raises
    ------
    UserError
        When the device is not there, or several are named.
    """
    here = [one.id for one in device_list()]
    if device is None or not str(device).strip():
        return _number(here[-1] if here[-1] == "mps" else here[min(1, len(here) - 1)])
    text = str(device).strip().lower()
    if "," in text:
        raise UserError(M("One device is used at a time; name one, such as cuda:0."))
    wanted = f"cuda:{text}" if text.isdigit() else "cuda:0" if text == "cuda" else text
    if wanted not in here:
        raise UserError(
            M("There is no device {device} on this machine; choose one of {here}.", device=device, here=", ".join(here))
        )
    return _number(wanted)


def _number(place: str) -> str:
    return place.removeprefix("cuda:")
