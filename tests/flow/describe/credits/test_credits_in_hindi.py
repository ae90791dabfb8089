"""Hindi, which has no folder of its own: cues of its script, offices, countries by CLDR."""

from __future__ import annotations

from typing import Any

import pytest

from khabar.models import Margin


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("शहर ने सोमवार को नया पुल खोला। समाचार एजेंसी रॉयटर्स ने यह जानकारी दी।", "reuters", "credit"),
        ("रॉयटर्स के मुताबिक शहर ने नया पुल खोला।", "reuters", "credit"),
        ("शहर ने पुल खोला। महापौर ने रॉयटर्स को बताया कि पुल सुरक्षित है।", "reuters", "cited"),
        ("केन्या के गृह मंत्रालय ने कहा कि तीन नावें लापता हैं।", "kenya-interior-ministry", "cited"),
        ("केन्या की आपातकालीन सेवाओं के मुताबिक तीन नावें लापता हैं।", "kenya-emergency-services", "cited"),
    ],
)
def test_found(text: str, source: str, kind: str, credits_of: Any, told: Any) -> None:
    assert told(credits_of(text, "hi")) == {(source, kind)}


def test_a_source_line(credits_of: Any, told: Any) -> None:
    assert told(credits_of("शहर ने पुल खोला।", "hi", "paper-x", (Margin(text="स्रोत: रॉयटर्स", where="footer"),))) == {("reuters", "credit")}
