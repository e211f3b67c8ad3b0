"""Languages that are told, and documents that are neither resume nor posting."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from spm_fit.extract.language import ENGLISH, language
from spm_fit.model.finding import DocumentKind, Extraction
from spm_fit.model.report import Report

TEXTS = {
    ENGLISH: "I lead the product team that makes scheduling software for clinics, and I work with sales on the price of it.",
    "German": "Ich leite das Team, das die Software für die Planung der Praxen entwickelt, und arbeite mit dem Vertrieb an den Preisen.",
    "French": "Je dirige l'équipe qui développe le logiciel de planification pour les cliniques, et je travaille avec les ventes sur les prix.",
    "Spanish": "Dirijo el equipo que desarrolla el software de planificación para las clínicas, y trabajo con ventas en los precios del producto.",
    "Portuguese": "Lidero a equipa que desenvolve o software de planeamento para as clínicas, e trabalho com as vendas nos preços do produto.",
    "Italian": "Guido il team che sviluppa il software di pianificazione per le cliniche, e lavoro con le vendite sui prezzi del prodotto.",
    "Dutch": "Ik leid het team dat de software voor de planning van de klinieken maakt, en werk met verkoop aan de prijzen van het product.",
    "Polish": "Kieruję zespołem, który tworzy oprogramowanie do planowania dla klinik, i pracuję z działem sprzedaży nad cenami oraz ofertą.",
    "Cyrillic letters": "Я руковожу командой, которая создаёт программы для планирования работы клиник, и занимаюсь ценами вместе с отделом продаж.",
}


@pytest.mark.parametrize("name", TEXTS)
def test_languages(name: str) -> None:
    assert language(" ".join([TEXTS[name]] * 4)) == name


def test_names_and_tools_do_not_make_a_language() -> None:
    tools = "Jira, Figma, SQL, Python, de Souza & van der Berg GmbH, La Paz, El Paso, Los Angeles, Das Keyboard, "
    assert language(tools * 10 + TEXTS[ENGLISH] * 3) == ENGLISH


GERMAN = """Anna Beispiel
anna@example.org

Berufserfahrung

Senior Produktmanagerin, Beispiel GmbH, Berlin\t01/2020 - heute
- Verantwortung für die Strategie und die Roadmap der Plattform mit drei Teams und einem Budget von 2 Mio. Euro
- Einführung einer neuen Preisstruktur, durch die der Umsatz im ersten Jahr um 12 % gestiegen ist
- Zusammenarbeit mit dem Vertrieb und der Entwicklung bei der Planung der nächsten Versionen für die Kunden
"""
RECIPE = """Lentil soup

Wash the lentils and soak them for an hour. Chop two onions and fry them in oil until they are soft. Add a carrot, a stick
of celery and some garlic. Pour in a litre of stock, add the lentils, and let it simmer for forty minutes. Season with salt,
pepper and a little vinegar. Serve with bread and a spoon of yoghurt on top, and keep the rest for tomorrow.
"""


def test_other_languages_are_not_scored(score: Callable[[str], Report]) -> None:
    report = score(GERMAN)
    assert report.ungradable == "this is written in German; only English is judged"
    assert report.results == ()


def test_what_is_neither_is_said(score: Callable[[str], Report], posting: Callable[[str], Extraction]) -> None:
    assert score(RECIPE).ungradable.startswith("this is no resume")
    assert posting(RECIPE).kind is DocumentKind.OTHER
