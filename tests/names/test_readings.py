"""Names of East Asia beside those of other scripts: family name first, given names together or with a hyphen."""

from __future__ import annotations

import pytest

from khabar.names.readings import east_asian_parts, same_person


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("윤태호", "Yoon Tae-ho"), ("이수진", "Lee Su-jin"), ("박정우", "بارك جونغ وو"), ("최민석", "Чхве Минсок"), ("Kim Ha-neul", "김하늘"),
        ("王建国", "Wang Jianguo"), ("陳志明", "Чэнь Чжимин"), ("許文彬", "Hsu Wen-pin"), ("林美華", "Lin Mei-hua"),
        ("阮文雄", "Nguyễn Văn Hùng"), ("胡德富", "Hồ Đức Phú"), ("崔相民", "최상민"), ("李英熙", "이영희"),
        ("安娜·佩特洛娃", "Анна Петрова"), ("卡里姆·哈达德", "Karim Haddad"), ("马克·波特", "Mark Potter"),
    ],
)  # fmt: skip
def test_one_person(one: str, two: str) -> None:
    assert same_person(one, two) > 0.7


@pytest.mark.parametrize(
    ("one", "two"),
    [("박상우", "Park Han-shin"), ("이정현", "Lee Jae-myung"), ("王建国", "Wang Jun"), ("阮明海", "Nguyễn Minh Hà"), ("金民锡", "박민석"), ("张祈远", "Chang Yu-lin"), ("约翰·史密斯", "Jane Smith"), ("서울시", "Seo Ul"), ("윤태호", "윤태호")],
)
def test_two_people(one: str, two: str) -> None:
    assert same_person(one, two) == 0


def test_parts() -> None:
    assert east_asian_parts("김하늘") == ("kim", "하늘")
    assert east_asian_parts("陳志明") == ("chen", "jimin")
    assert east_asian_parts("Mark Potter") == ()
